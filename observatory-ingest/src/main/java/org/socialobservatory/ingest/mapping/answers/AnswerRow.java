package org.socialobservatory.ingest.mapping.answers;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One answer, filled in anew for each row: what every answer has, then its variables. A variable is null, or it has a
 * whole number, a number, or a text, by its type; several texts are joined by {@link #BETWEEN}.
 */
public final class AnswerRow {

    /** Stands between several texts; XLSForm allows no blank within the code of a choice. */
    public static final char BETWEEN = ' ';

    private final long[] wholes;
    private final double[] numbers;
    private final @Nullable String[] texts;
    private final boolean[] known;
    private long row;
    private Respondent respondent = Respondent.UNKNOWN;

    AnswerRow(int variables) {
        wholes = new long[variables];
        numbers = new double[variables];
        texts = new String[variables];
        known = new boolean[variables];
    }

    void clear(long number) {
        row = number;
        Arrays.fill(known, false);
    }

    void respondent(Respondent who) {
        respondent = who;
    }

    void whole(int variable, long value) {
        wholes[variable] = value;
        known[variable] = true;
    }

    void number(int variable, double value) {
        numbers[variable] = value;
        known[variable] = true;
    }

    void text(int variable, String value) {
        texts[variable] = value;
        known[variable] = true;
    }

    /** Line of the file or row of the sheet, from 1. */
    public long row() {
        return row;
    }

    public Respondent respondent() {
        return respondent;
    }

    public boolean known(int variable) {
        return known[variable];
    }

    public long whole(int variable) {
        return wholes[variable];
    }

    public double number(int variable) {
        return numbers[variable];
    }

    public String text(int variable) {
        var text = texts[variable];
        return text == null ? "" : text;
    }
}
