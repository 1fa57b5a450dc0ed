package org.socialobservatory.ingest.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.socialobservatory.ingest.Intake;
import org.socialobservatory.ingest.gate.GateCounts;
import org.socialobservatory.ingest.gate.GateReport;
import org.socialobservatory.ingest.source.Findings;
import org.socialobservatory.ingest.source.PackageFiles;
import org.socialobservatory.ingest.source.RawFile;
import org.socialobservatory.ontology.edition.Definitions;
import org.socialobservatory.ontology.edition.EditionContent;
import org.socialobservatory.ontology.edition.SourceResource;

/** What intake would hand on, by hand. */
final class Intakes {

    private Intakes() {}

    /** Content as if it had been read from one file. */
    static Intake of(EditionContent content, String packageHash, Path folder) {
        try {
            var file = folder.resolve("chiffres.csv");
            var bytes = ("file of " + packageHash).getBytes(java.nio.charset.StandardCharsets.UTF_8);
            Files.write(file, bytes);
            var sha256 = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
            return new Intake(
                    packageHash,
                    Optional.of(content.definitions().dataset().code()),
                    "première publication",
                    List.of(new RawFile("chiffres.csv", sha256, bytes.length, file)),
                    Optional.of(new EditionContent(readFrom(sha256, content.definitions()), content.cells())),
                    List.of(),
                    Map.of(),
                    GateReport.of(new GateCounts(new TreeMap<>(
                            Map.of("already-public", (long) content.cells().size())))),
                    List.of(),
                    Optional.empty(),
                    PackageFiles.open(folder, new Findings()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Definitions readFrom(String sha256, Definitions said) {
        var resources = said.resources().stream()
                .map(one -> new SourceResource(
                        one.name(), one.path(), sha256, one.role(), one.coverage(), one.disclosure(), one.rows()))
                .toList();
        return new Definitions(
                said.dataset(),
                said.dimensions(),
                resources,
                said.areas(),
                said.areaVersions(),
                said.changes(),
                said.indicators(),
                said.codeLists(),
                said.places());
    }
}
