package org.socialobservatory.api.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** A package like another one, with a tenth of its areas in the table of figures. */
final class Tenth {

    private static final String FACTS = "facts.csv.gz";

    private Tenth() {}

    /** Writes the smaller package and returns how many rows of figures it keeps. */
    static long of(Path whole, Path smaller) throws IOException {
        Files.createDirectories(smaller);
        try (var files = Files.list(whole)) {
            for (Path file : files.toList()) {
                var name = file.getFileName().toString();
                if (!name.equals(FACTS)) {
                    Files.write(smaller.resolve(name), Files.readAllBytes(file));
                }
            }
        }
        return thin(whole.resolve(FACTS), smaller.resolve(FACTS));
    }

    private static long thin(Path from, Path to) throws IOException {
        long kept = 0;
        try (var lines = new java.io.BufferedReader(new InputStreamReader(
                        new GZIPInputStream(Files.newInputStream(from)), StandardCharsets.UTF_8));
                var out = new BufferedWriter(new OutputStreamWriter(
                        new GZIPOutputStream(Files.newOutputStream(to)), StandardCharsets.UTF_8))) {
            out.write(lines.readLine());
            out.newLine();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                var area = line.substring(0, line.indexOf(','));
                if (Math.floorMod(area.hashCode(), 10) == 0) {
                    out.write(line);
                    out.newLine();
                    kept++;
                }
            }
        }
        return kept;
    }

    /** Rows of figures in a package of this form. */
    static long rows(Path packageFolder) throws IOException {
        try (var lines = new java.io.BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(packageFolder.resolve(FACTS))), StandardCharsets.UTF_8))) {
            return lines.lines().count() - 1;
        }
    }
}
