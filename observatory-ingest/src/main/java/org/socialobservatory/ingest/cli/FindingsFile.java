package org.socialobservatory.ingest.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.socialobservatory.ingest.FindingReport;
import org.socialobservatory.ingest.Intake;

/** All findings of a package as a table, CSV or, where the name of the file says so, JSON. */
final class FindingsFile {

    private FindingsFile() {}

    static void write(Path file, Intake intake) {
        var name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        try (var out = Files.newBufferedWriter(file)) {
            if (name.endsWith(".json")) {
                FindingReport.json(intake.findings(), intake.counts(), out);
            } else {
                FindingReport.csv(intake.findings(), out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
