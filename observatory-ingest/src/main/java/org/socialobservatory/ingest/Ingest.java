package org.socialobservatory.ingest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.socialobservatory.ingest.gate.GateReport;
import org.socialobservatory.ingest.mapping.Published;
import org.socialobservatory.ingest.mapping.description.DescriptionReader;
import org.socialobservatory.ingest.mapping.description.PackageDescription;
import org.socialobservatory.ingest.source.Findings;
import org.socialobservatory.ingest.source.PackageFiles;
import org.socialobservatory.ingest.source.RawFile;
import org.socialobservatory.ingest.vault.KeptAnswers;
import org.socialobservatory.ingest.vault.Vault;
import org.socialobservatory.ontology.edition.EditionContent;
import org.socialobservatory.ontology.finding.Finding.Place;
import org.socialobservatory.ontology.finding.FindingRule;

/** The way in as a table of contents: open, read, map, check, pass the gate. */
public final class Ingest {

    private Ingest() {}

    /**
     * Reads a package and says what its edition would be. Never throws for bad data: all that is wrong with it is in
     * the findings.
     *
     * @param folderOrZip the package
     * @param published what the installation has published already
     * @param vault where the answers of persons are read to
     */
    public static Intake read(Path folderOrZip, Published published, Vault vault) {
        var findings = new Findings();
        return read(PackageFiles.open(folderOrZip, findings), published, new AnswersOrigin.Files(vault), findings);
    }

    /**
     * Reads what is kept of a package, and estimates again from the answers that are in the vault since it arrived.
     *
     * @param files of the package, by path; those of its answers are named only
     * @param published before the package was
     */
    public static Intake again(Collection<RawFile> files, Published published, KeptAnswers answers) {
        return read(PackageFiles.kept(files), published, new AnswersOrigin.Kept(answers), new Findings());
    }

    private static Intake read(PackageFiles files, Published published, AnswersOrigin origin, Findings findings) {
        try {
            var description = DescriptionReader.read(files, findings);
            var draft = description.map(found -> Draft.of(found, files, published, origin, findings));
            reportUnused(files, description, findings);
            return intake(files, description, draft, findings);
        } catch (RuntimeException | Error failure) {
            files.close();
            throw failure;
        }
    }

    private static Intake intake(
            PackageFiles files, Optional<PackageDescription> description, Optional<Draft> draft, Findings findings) {
        var kept = files.taken().stream()
                .filter(file ->
                        description.isPresent() && !description.get().personal().contains(file.path()))
                .toList();
        Optional<EditionContent> content = findings.stops() ? Optional.empty() : draft.map(Draft::content);
        return new Intake(
                files.hash(),
                description.map(found -> found.dataset().code()),
                description.map(PackageDescription::reason).orElse(""),
                kept,
                content,
                findings.list(),
                findings.counts(),
                draft.map(Draft::gateReport).orElse(GateReport.EMPTY),
                draft.map(Draft::refused).orElse(List.of()),
                draft.flatMap(Draft::staging),
                files);
    }

    private static void reportUnused(PackageFiles files, Optional<PackageDescription> description, Findings findings) {
        if (description.isEmpty()) {
            return;
        }
        var unused = new ArrayList<>(files.all());
        files.taken().forEach(file -> unused.remove(file.path()));
        if (!unused.isEmpty()) {
            findings.add(
                    FindingRule.FILE_UNUSED,
                    Place.PACKAGE,
                    null,
                    String.valueOf(unused.size()),
                    String.join(", ", unused.subList(0, Math.min(10, unused.size()))));
        }
    }
}
