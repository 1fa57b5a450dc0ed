package org.socialobservatory.ingest.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ontology.finding.Finding.Place;
import org.socialobservatory.ontology.finding.FindingRule;

/** Opens and unpacks archives that somebody else made: nothing leaves the folder, nothing grows without end. */
public final class Zip {

    private static final int MOST_ENTRIES = 10_000;
    /** Bytes that all entries together may unpack to. */
    private static final long LARGEST = 4L << 30;
    /** Text packs to a tenth or a fiftieth; only a bomb packs to less than a two-hundredth. */
    private static final int HIGHEST_RATIO = 200;
    /** Bytes below which a high ratio harms nobody. */
    private static final long HARMLESS = 32L << 20;

    private static final long MEGABYTE = 1_000_000;
    /** Windows writes the names of French files in this, other systems in UTF-8. */
    private static final String DOS = "IBM850";

    private Zip() {}

    /** Where the bytes of an entry go. */
    private interface Destination {
        OutputStream of(Path target) throws IOException;
    }

    /** Unpacks an archive into an empty folder; false, with a finding, where it cannot be trusted or read. */
    public static boolean unpack(Path zip, Path folder, Place place, Findings findings) {
        return walk(zip, folder, place, findings, target -> {
            Files.createDirectories(target.getParent());
            return Files.newOutputStream(target, StandardOpenOption.CREATE_NEW);
        });
    }

    /**
     * Opens an archive so that its files can be read where they are, after all of them were read once and found
     * harmless; empty, with a finding, where it cannot be trusted or read.
     */
    public static Optional<FileSystem> open(Path zip, Place place, Findings findings) {
        var files = new HashSet<Path>();
        var folders = new HashSet<Path>();
        boolean harmless = walk(zip, Path.of("").toAbsolutePath(), place, findings, target -> {
            for (var above = target.getParent(); above != null && folders.add(above); above = above.getParent()) {
                refuseBoth(above, files);
            }
            refuseBoth(target, folders);
            refuseBoth(target, files);
            files.add(target);
            return OutputStream.nullOutputStream();
        });
        if (!harmless) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    FileSystems.newFileSystem(zip, Map.of("accessMode", "readOnly", "encoding", encoding(zip))));
        } catch (IOException damaged) {
            findings.add(
                    FindingRule.FILE_DAMAGED, place, null, zip.getFileName().toString());
            return Optional.empty();
        }
    }

    private static void refuseBoth(Path name, Set<Path> taken) throws FileAlreadyExistsException {
        if (taken.contains(name)) {
            throw new FileAlreadyExistsException(name.getFileName().toString());
        }
    }

    private static boolean walk(Path zip, Path folder, Place place, Findings findings, Destination destination) {
        try (var archive = new ZipFile(zip.toFile(), Charset.forName(encoding(zip)))) {
            if (archive.size() > MOST_ENTRIES) {
                findings.add(
                        FindingRule.ARCHIVE_TOO_MANY_FILES,
                        place,
                        null,
                        zip.getFileName().toString(),
                        Integer.toString(archive.size()),
                        Integer.toString(MOST_ENTRIES));
                return false;
            }
            long total = 0;
            long most = most(Files.size(zip));
            for (ZipEntry entry : Collections.list(archive.entries())) {
                var target = target(folder, entry.getName());
                if (target == null) {
                    findings.add(FindingRule.PATH_OUTSIDE, place, entry.getName(), entry.getName());
                    return false;
                }
                if (!entry.isDirectory()) {
                    try (var out = destination.of(target)) {
                        total += copy(archive, entry, out, LARGEST - total);
                    }
                    // Entries may share their packed bytes, so that none of them alone is out of proportion.
                    if (total > most) {
                        throw new TooLarge(total, most);
                    }
                }
            }
            return true;
        } catch (TooLarge bomb) {
            findings.add(
                    FindingRule.ARCHIVE_TOO_LARGE,
                    place,
                    null,
                    zip.getFileName().toString(),
                    bomb.size(),
                    bomb.limit());
            return false;
        } catch (IOException damaged) {
            findings.add(
                    FindingRule.FILE_DAMAGED, place, null, zip.getFileName().toString());
            return false;
        }
    }

    /** How the names of the entries are written. */
    private static String encoding(Path zip) throws IOException {
        try (var _ = new ZipFile(zip.toFile())) {
            return StandardCharsets.UTF_8.name();
        } catch (ZipException perhapsItsNames) {
            if (Charset.isSupported(DOS)) {
                return DOS;
            }
            throw perhapsItsNames;
        }
    }

    private static @Nullable Path target(Path folder, String name) {
        try {
            var target = folder.resolve(name);
            boolean inside = !name.contains("\\")
                    && target.normalize().startsWith(folder)
                    && target.normalize().equals(target);
            return inside ? target : null;
        } catch (InvalidPathException notAPath) {
            return null;
        }
    }

    private static long copy(ZipFile archive, ZipEntry entry, OutputStream out, long room) throws IOException {
        long most = Math.min(room, most(entry.getCompressedSize()));
        long written = 0;
        var buffer = new byte[1 << 16];
        try (InputStream in = archive.getInputStream(entry)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                written += read;
                if (written > most) {
                    throw new TooLarge(LARGEST - room + written, LARGEST - room + most);
                }
                out.write(buffer, 0, read);
            }
        }
        return written;
    }

    /** Bytes that so many packed ones may unpack to. */
    static long most(long packed) {
        return Math.max(HARMLESS, packed * HIGHEST_RATIO);
    }

    /** An archive that unpacks to more than it may. */
    static final class TooLarge extends IOException {
        private final long size;
        private final long limit;

        /** @param size bytes unpacked when that was seen; there may be more */
        TooLarge(long size, long limit) {
            super(size + " bytes unpacked, at most " + limit);
            this.size = size;
            this.limit = limit;
        }

        /** In whole megabytes, rounded away from the limit. */
        String size() {
            return Long.toString(Math.ceilDiv(size, MEGABYTE));
        }

        String limit() {
            return Long.toString(limit / MEGABYTE);
        }
    }
}
