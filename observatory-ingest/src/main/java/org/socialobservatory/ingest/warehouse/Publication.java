package org.socialobservatory.ingest.warehouse;

import java.util.List;
import org.socialobservatory.ingest.gate.GateCounts;
import org.socialobservatory.ontology.edition.Edition;
import org.socialobservatory.ontology.edition.EditionContent;
import org.socialobservatory.ontology.finding.Finding;
import org.socialobservatory.ontology.finding.Severity;

/**
 * All that one commit makes visible.
 *
 * @param edition as proposed; its number and sequence are set by the store
 * @param files of the package, in order of path
 * @param findings warnings and infos, in the order found
 * @param erases numbers of the editions of the dataset from whose sources answers were erased, which is why this one
 *     is published
 */
public record Publication(
        Edition edition,
        EditionContent content,
        List<KeptFile> files,
        List<Finding> findings,
        GateCounts gateCounts,
        List<Integer> erases) {
    public Publication {
        erases = List.copyOf(erases);
        files = List.copyOf(files);
        findings = List.copyOf(findings);
        if (findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR)) {
            // An error may name a value, and what is published is at every door.
            throw new IllegalArgumentException("An edition with errors cannot be published");
        }
    }

    /** An edition that brings something. */
    public Publication(
            Edition edition,
            EditionContent content,
            List<KeptFile> files,
            List<Finding> findings,
            GateCounts gateCounts) {
        this(edition, content, files, findings, gateCounts, List.of());
    }
}
