package org.socialobservatory.api.snapshot;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.socialobservatory.ingest.gate.GateCounts;
import org.socialobservatory.ingest.warehouse.EditionFile;
import org.socialobservatory.ingest.warehouse.EditionMetadata;
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

    /** Dimensions that every structure declares, even where they stand at their total. */
    public static final List<String> DECLARED = List.of("sex", "age");

    public PublishedDataset {
        findings = List.copyOf(findings);
    }

    /** An edition that is in no store yet. */
    public static PublishedDataset of(EditionMetadata metadata, EditionFile file) {
        var cells = new BlockBuilder((int) metadata.edition().cells());
        file.cells(cells);
        return new PublishedDataset(
                metadata.edition(), file.definitions(), cells.build(), metadata.findings(), metadata.gateCounts());
    }

    public String code() {
        return edition.dataset();
    }

    public Dataset dataset() {
        return definitions.dataset();
    }

    /** The same under another number, later in the sequence. */
    PublishedDataset renumbered(int number, long sequence) {
        var as = new Edition(
                edition.dataset(),
                number,
                sequence,
                edition.publishedAt(),
                edition.author(),
                edition.reason(),
                edition.packageHash(),
                edition.contentHash(),
                edition.cells(),
                null);
        return new PublishedDataset(as, definitions, block, findings, gateCounts);
    }

    /** The breakdown dimensions in the order of the structure: those that all declare, then its own, sorted. */
    public List<String> dimensions() {
        var own = new TreeSet<>(definitions.dimensions());
        block.runs().forEach(run -> own.addAll(run.breakdown().codes().keySet()));
        DECLARED.forEach(own::remove);
        var ordered = new ArrayList<>(DECLARED);
        ordered.addAll(own);
        return ordered;
    }

    /** Who was asked for a cell. */
    public Coverage coverage(int cell) {
        return definitions.resources().get(block.origin(cell).resource()).coverage();
    }
}
