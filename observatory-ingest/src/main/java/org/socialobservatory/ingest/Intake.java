package org.socialobservatory.ingest;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.socialobservatory.ingest.gate.GateCounts;
import org.socialobservatory.ingest.gate.GateReport;
import org.socialobservatory.ingest.mapping.RefusedRows;
import org.socialobservatory.ingest.source.PackageFiles;
import org.socialobservatory.ingest.source.RawFile;
import org.socialobservatory.ingest.vault.Staging;
import org.socialobservatory.ontology.edition.EditionContent;
import org.socialobservatory.ontology.finding.Finding;
import org.socialobservatory.ontology.finding.FindingRule;
import org.socialobservatory.ontology.finding.Severity;

/**
 * What came out of reading a package. Its files can be read until it is closed.
 *
 * @param packageHash sha-256 over the paths and sha-256 of the package's files, in order of path
 * @param name code of the dataset, if the package says one
 * @param reason why the package says that the edition exists; empty where it does not
 * @param files the files that the package names, its description among them, for {@code data/raw}; those of
 *     {@code responses} are never among them
 * @param content what the edition would publish, after the gate; empty where an error stops it
 * @param findings in the order found, at most 10,000 of each rule
 * @param counts how often each rule was broken
 * @param gateReport what the gate did, for the steward alone
 * @param refused rows left out because the package tolerates them
 * @param answers of persons, on their way into the vault; gone with this, unless they were kept
 * @param source where the files are; closed with this
 */
public record Intake(
        String packageHash,
        Optional<String> name,
        String reason,
        List<RawFile> files,
        Optional<EditionContent> content,
        List<Finding> findings,
        Map<FindingRule, Long> counts,
        GateReport gateReport,
        List<RefusedRows> refused,
        Optional<Staging> answers,
        PackageFiles source)
        implements AutoCloseable {
    public Intake {
        files = List.copyOf(files);
        findings = List.copyOf(findings);
        var ordered = new EnumMap<FindingRule, Long>(FindingRule.class);
        ordered.putAll(counts);
        counts = Collections.unmodifiableMap(ordered);
        refused = List.copyOf(refused);
    }

    /** What the gate did, in its public form. */
    public GateCounts gateCounts() {
        return gateReport.counts();
    }

    /** How many findings of a severity there are, those beyond the 10,000 kept of each rule counted. */
    public long count(Severity severity) {
        long sum = 0;
        for (var entry : counts.entrySet()) {
            sum += entry.getKey().severity() == severity ? entry.getValue() : 0;
        }
        return sum;
    }

    @Override
    public void close() {
        try {
            answers.ifPresent(Staging::close);
        } finally {
            source.close();
        }
    }
}
