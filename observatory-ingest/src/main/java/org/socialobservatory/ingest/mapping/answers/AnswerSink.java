package org.socialobservatory.ingest.mapping.answers;

import java.io.IOException;
import java.util.List;

/** Takes answers while they are read; nothing personal ever comes here. */
public interface AnswerSink {

    /**
     * Begins.
     *
     * @param columns titles of the columns that may be kept as they were received
     */
    void begin(List<String> columns, List<StoredVariable> variables) throws IOException;

    /**
     * Takes what may be kept of a row as it was received; the list is used again afterwards.
     *
     * @param row line of the file or row of the sheet, from 1
     */
    void received(long row, List<String> values) throws IOException;

    /** Takes an answer that keeps all rules; the row is used again afterwards. */
    void answer(AnswerRow row) throws IOException;
}
