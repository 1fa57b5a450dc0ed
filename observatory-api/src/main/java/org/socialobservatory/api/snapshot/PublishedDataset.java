package org.socialobservatory.api.snapshot;

import java.util.List;
import org.socialobservatory.ingest.gate.GateCounts;
import org.socialobservatory.ontology.cube.Dataset;
import org.socialobservatory.ontology.edition.Definitions;
import org.socialobservatory.ontology.edition.Edition;
import org.socialobservatory.ontology.edition.SourceResource.Coverage;
import org.socialobservatory.ontology.finding.Finding;

/**
 * A dataset as one edition publishes it.
 *
 * @param findings those published with the edition
 */
public record PublishedDataset(
        Edition edition, Definitions definitions, Block block, List<Finding> findings, GateCounts gateCounts) {

    public PublishedDataset {
        findings = List.copyOf(findings);
    }

    public String code() {
        return edition.dataset();
    }

    public Dataset dataset() {
        return definitions.dataset();
    }

    /** Who was asked for a cell. */
    public Coverage coverage(int cell) {
        return definitions.resources().get(block.origin(cell).resource()).coverage();
    }
}
