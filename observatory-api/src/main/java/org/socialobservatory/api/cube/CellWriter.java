package org.socialobservatory.api.cube;

import java.io.Closeable;
import java.io.IOException;
import org.socialobservatory.api.snapshot.PublishedDataset;

/** Writes cells one after the other in some form; it is whole once closed. What is written to is closed with it. */
public interface CellWriter extends Closeable {

    /**
     * Writes one more cell.
     *
     * @param cell its position in the block of the dataset
     */
    void cell(PublishedDataset dataset, int cell) throws IOException;
}
