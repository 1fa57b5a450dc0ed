package org.socialobservatory.api.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;

/** The same figures by R's package {@code survey}, where both are installed. */
final class SvyBy {

    private SvyBy() {}

    /** Seconds that {@code svyby} takes; empty where there is no R that could do it. */
    static OptionalDouble seconds(Path persons, Path work) throws IOException, InterruptedException {
        var script = Files.writeString(work.resolve("big-survey.R"), BigIntake.text("big-survey.R"));
        if (!isInstalled(work)) {
            return OptionalDouble.empty();
        }
        var out = work.resolve("big-survey.out");
        int status = start(out, "Rscript", script.toString(), persons.toString());
        var said = Files.readString(out, StandardCharsets.UTF_8).strip();
        if (status != 0) {
            throw new IOException("R ended with status " + status + ": " + said);
        }
        return OptionalDouble.of(Double.parseDouble(said));
    }

    private static boolean isInstalled(Path work) throws InterruptedException {
        try {
            return start(work.resolve("version.out"), "Rscript", "-e", "library(survey)") == 0;
        } catch (IOException thereIsNone) {
            return false;
        }
    }

    private static int start(Path out, String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
