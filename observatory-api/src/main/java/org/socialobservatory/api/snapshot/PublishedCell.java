package org.socialobservatory.api.snapshot;

import org.socialobservatory.api.snapshot.Block.Run;
import org.socialobservatory.ontology.cube.CellKey;
import org.socialobservatory.ontology.cube.Observed;
import org.socialobservatory.ontology.edition.SourceResource.Coverage;

/**
 * A cell of a published dataset, by its position.
 *
 * @param cell position in the dataset's block
 */
public record PublishedCell(PublishedDataset dataset, int cell) {

    public boolean isOfDatasetOf(PublishedCell other) {
        return dataset.code().equals(other.dataset.code());
    }

    public Run run() {
        return dataset.block().runOf(cell);
    }

    public CellKey key() {
        return dataset.block().key(cell);
    }

    public String area() {
        return dataset.block().area(cell);
    }

    public Observed observed() {
        return dataset.block().observed(cell);
    }

    public Coverage coverage() {
        return dataset.coverage(cell);
    }
}
