package org.socialobservatory.ingest.describe;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.socialobservatory.ingest.mapping.description.Role;
import org.socialobservatory.ingest.mapping.description.Tables;
import org.socialobservatory.ingest.source.Dialect;
import org.socialobservatory.ingest.source.Findings;
import org.socialobservatory.ingest.source.PackageFiles;
import org.socialobservatory.ontology.Language;
import org.socialobservatory.ontology.finding.Finding;
import org.socialobservatory.ontology.finding.Finding.Place;

/** Drafts the description of a package from its files, so that a person has little left to write. */
public final class Describe {

    private Describe() {}

    /**
     * A draft.
     *
     * @param folder the folder in which it is to stand: all files lie in it
     * @param yaml the text of {@code datapackage.yaml}
     * @param findings files that could not be read
     */
    public record Draft(Path folder, String yaml, List<Finding> findings) {
        public Draft {
            findings = List.copyOf(findings);
        }
    }

    /**
     * Drafts a description.
     *
     * @param given files, or folders of files
     * @param language of the remarks in it
     */
    public static Draft draft(List<Path> given, Language language) {
        var paths = files(given);
        var folder = folder(paths);
        var findings = new Findings();
        try (var files = PackageFiles.open(folder, findings)) {
            var profiles = new ArrayList<FileProfile>();
            for (Path path : paths) {
                var relative = folder.relativize(path).toString().replace('\\', '/');
                files.take(relative, Place.of(relative), findings)
                        .flatMap(file -> Tables.open(file, Dialect.DETECTED, Place.of(relative), files, findings))
                        .ifPresent(table -> profiles.add(FileProfile.of(relative, table)));
            }
            var yaml = new PackageDraft(folder, new Recognition(profiles), language).write();
            return new Draft(folder, yaml, findings.list());
        }
    }

    private static List<Path> files(List<Path> given) {
        var found = new ArrayList<Path>();
        for (Path path : given) {
            var real = path.toAbsolutePath().normalize();
            if (Files.isDirectory(real)) {
                try (var inside = Files.list(real)) {
                    inside.filter(Files::isRegularFile).sorted().forEach(found::add);
                } catch (IOException unreadable) {
                    throw new UncheckedIOException(unreadable);
                }
            } else {
                found.add(real);
            }
        }
        found.removeIf(Describe::isNoData);
        return found.stream().map(Describe::real).distinct().toList();
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException missing) {
            return path;
        }
    }

    /** Descriptions, notes, and the parts of a Shapefile beside its {@code .shp}. */
    private static boolean isNoData(Path path) {
        var name = String.valueOf(path.getFileName());
        return name.startsWith("datapackage.")
                || name.startsWith(".")
                || name.matches("(?i).*\\.(md|txt|pdf|docx?|shx|dbf|prj|cpg|qpj|sbn|sbx|qgz|kml|kmz|xml)");
    }

    private static Path folder(List<Path> files) {
        if (files.isEmpty()) {
            return Path.of("").toAbsolutePath();
        }
        var folder = Objects.requireNonNull(files.getFirst().getParent());
        for (Path file : files) {
            while (!file.startsWith(folder) && folder.getParent() != null) {
                folder = folder.getParent();
            }
        }
        return folder;
    }

    /** The words of the roles that have an example. */
    public static List<String> roles() {
        return java.util.Arrays.stream(Role.values()).map(Role::code).toList();
    }

    /** An empty example of a role; empty where there is no such role. */
    public static Optional<String> example(String role) {
        if (!roles().contains(role)) {
            return Optional.empty();
        }
        try (var in = Describe.class.getResourceAsStream(role + ".yaml")) {
            return Optional.of(new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
