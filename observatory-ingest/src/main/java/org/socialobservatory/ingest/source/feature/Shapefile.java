package org.socialobservatory.ingest.source.feature;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.socialobservatory.ingest.source.Findings;
import org.socialobservatory.ingest.source.PackageFiles;
import org.socialobservatory.ingest.source.RawFile;
import org.socialobservatory.ingest.source.Sheets;
import org.socialobservatory.ingest.source.Spelling;
import org.socialobservatory.ingest.source.Table;
import org.socialobservatory.ingest.source.Zip;
import org.socialobservatory.ontology.finding.Finding.Place;
import org.socialobservatory.ontology.finding.FindingRule;

/** Reads Shapefiles (ESRI Shapefile Technical Description, July 1998), loose or zipped. Heights and measures are dropped. */
public final class Shapefile {

    private static final int FILE_CODE = 9994;
    private static final int HEADER = 100;
    /** Bytes; a Shapefile cannot be larger than 2 GB, and one of this size is no map of a town. */
    private static final long LARGEST = 512L << 20;

    private Shapefile() {}

    /** Opens a Shapefile whose other parts lie beside it in the package. */
    public static Optional<? extends Table> open(
            RawFile shp, @Nullable String encoding, Place place, PackageFiles files, Findings findings) {
        var stem = shp.path().substring(0, shp.path().length() - ".shp".length());
        files.takeIfPresent(stem + ".shx", place, findings);
        try {
            return read(
                    shp.path(),
                    files.onDisk(shp),
                    part(stem, ".dbf", place, files, findings),
                    part(stem, ".prj", place, files, findings),
                    part(stem, ".cpg", place, files, findings),
                    encoding,
                    place,
                    findings);
        } catch (IOException unreadable) {
            findings.add(FindingRule.FILE_DAMAGED, place, null, shp.path());
            return Optional.empty();
        }
    }

    private static @Nullable Path part(String stem, String ending, Place place, PackageFiles files, Findings findings)
            throws IOException {
        var part = files.takeIfPresent(stem + ending, place, findings)
                .or(() -> files.takeIfPresent(stem + ending.toUpperCase(Locale.ROOT), place, findings));
        return part.isPresent() ? files.onDisk(part.get()) : null;
    }

    /**
     * Opens the Shapefile in an archive.
     *
     * @param layer its name where there are several
     */
    public static Optional<? extends Table> unzip(
            RawFile zip,
            @Nullable String encoding,
            @Nullable String layer,
            Place place,
            PackageFiles files,
            Findings findings) {
        try {
            var folder = files.scratch();
            if (!Zip.unpack(files.onDisk(zip), folder, place, findings)) {
                return Optional.empty();
            }
            var shapes = all(folder, ".shp");
            var chosen = shapes.stream()
                    .filter(shape -> layer == null || stem(shape).equals(layer))
                    .toList();
            if (shapes.isEmpty()) {
                findings.add(FindingRule.FORMAT_UNKNOWN, place, zip.path(), zip.path());
                return Optional.empty();
            }
            var names = shapes.stream().map(Shapefile::stem).sorted().toList();
            if (chosen.isEmpty()) {
                var asked = String.valueOf(layer);
                findings.add(FindingRule.SHEET_MISSING, place, layer, asked, Spelling.nearestText(asked, names));
                return Optional.empty();
            }
            var shp = chosen.getFirst();
            Sheets.reportUnread(layer, stem(shp), names, place, findings);
            return read(
                    zip.path(),
                    shp,
                    beside(shp, ".dbf"),
                    beside(shp, ".prj"),
                    beside(shp, ".cpg"),
                    encoding,
                    place,
                    findings);
        } catch (IOException unreadable) {
            findings.add(FindingRule.FILE_DAMAGED, place, null, zip.path());
            return Optional.empty();
        }
    }

    private static String stem(Path file) {
        var name = file.getFileName().toString();
        return name.substring(0, name.lastIndexOf('.'));
    }

    private static List<Path> all(Path folder, String ending) throws IOException {
        try (var walk = Files.walk(folder)) {
            return walk.filter(file -> {
                        var name = file.getFileName().toString();
                        return name.toLowerCase(Locale.ROOT).endsWith(ending) && !name.startsWith(".");
                    })
                    .sorted()
                    .toList();
        }
    }

    private static @Nullable Path beside(Path shp, String ending) throws IOException {
        return all(Objects.requireNonNull(shp.getParent()), ending).stream()
                .filter(file -> stem(file).equalsIgnoreCase(stem(shp)))
                .findFirst()
                .orElse(null);
    }

    private static Optional<FeatureTable> read(
            String path,
            Path shp,
            @Nullable Path dbf,
            @Nullable Path prj,
            @Nullable Path cpg,
            @Nullable String encoding,
            Place place,
            Findings findings) {
        if (dbf == null) {
            var missing = path.replaceAll("\\.[^.]*$", ".dbf");
            findings.add(FindingRule.FILE_MISSING, place, missing, missing, "—");
            return Optional.empty();
        }
        try {
            var charset = encoding != null || cpg == null ? encoding : text(cpg);
            var records = Dbf.read(dbf, charset, place, findings);
            if (records.isEmpty()) {
                return Optional.empty();
            }
            var shapes = shapes(shp);
            if (shapes.size() != records.get().rows().size()) {
                findings.add(FindingRule.FILE_TRUNCATED, place, null, path);
                return Optional.empty();
            }
            var reference = prj == null ? null : text(prj);
            return Optional.of(table(place, records.get(), shapes, reference));
        } catch (Truncated cut) {
            findings.add(FindingRule.FILE_TRUNCATED, place, null, path);
        } catch (IOException | RuntimeException damaged) {
            findings.add(FindingRule.FILE_DAMAGED, place, null, path);
        }
        return Optional.empty();
    }

    /** The text of a small part; some programs put a byte order mark before it. */
    private static String text(Path part) throws IOException {
        return Files.readString(part, StandardCharsets.ISO_8859_1)
                .replaceFirst("^\u00EF\u00BB\u00BF", "")
                .strip();
    }

    private static FeatureTable table(
            Place place, Dbf records, List<Optional<Geometry>> shapes, @Nullable String reference) {
        var features = new ArrayList<FeatureTable.Feature>();
        for (int i = 0; i < shapes.size(); i++) {
            var row = records.rows().get(i);
            if (row.isPresent()) {
                features.add(new FeatureTable.Feature(
                        i + 1L, row.get(), shapes.get(i).orElse(null)));
            }
        }
        return new FeatureTable(place, records.columns(), reference, features);
    }

    private static List<Optional<Geometry>> shapes(Path shp) throws IOException {
        if (Files.size(shp) > LARGEST) {
            throw new IOException("too large");
        }
        var bytes = ByteBuffer.wrap(Files.readAllBytes(shp));
        if (bytes.remaining() < HEADER || bytes.getInt(0) != FILE_CODE) {
            throw new IOException("not a Shapefile");
        }
        long length = 2L * bytes.getInt(24);
        if (length > bytes.limit()) {
            throw new Truncated();
        }
        var shapes = new ArrayList<Optional<Geometry>>();
        bytes.position(HEADER);
        while (bytes.position() + 8 <= length) {
            int content = 2 * bytes.order(ByteOrder.BIG_ENDIAN).getInt(bytes.position() + 4);
            int from = bytes.position() + 8;
            if (content < 4 || from + content > bytes.limit()) {
                throw new Truncated();
            }
            shapes.add(Shapes.read(bytes.slice(from, content).order(ByteOrder.LITTLE_ENDIAN)));
            bytes.position(from + content);
        }
        return shapes;
    }

    /** A file that ends before what it announces. */
    static final class Truncated extends IOException {
        Truncated() {
            super("truncated");
        }
    }
}
