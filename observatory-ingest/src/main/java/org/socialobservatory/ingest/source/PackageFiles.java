package org.socialobservatory.ingest.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ontology.finding.Finding.Place;
import org.socialobservatory.ontology.finding.FindingRule;

/**
 * The files of a package, in a folder or in a zip that stays packed: what it holds may be answers of persons, which are
 * never written anywhere as they came. Only files that the package names are read and hashed: what else lies beside
 * them is nobody's to keep.
 */
public final class PackageFiles implements AutoCloseable {

    private static final List<String> DESCRIPTORS = List.of("datapackage.yaml", "datapackage.yml", "datapackage.json");

    private final @Nullable Path root;
    private final @Nullable FileSystem zip;
    private final List<Path> scratches = new ArrayList<>();
    private final SortedMap<String, RawFile> kept = new TreeMap<>();
    private final SortedMap<String, RawFile> taken = new TreeMap<>();

    private PackageFiles(@Nullable Path root, @Nullable FileSystem zip) {
        this.root = root;
        this.zip = zip;
    }

    /** The files of a package that was read before, as they are kept: nothing else of it is there any more. */
    public static PackageFiles kept(Collection<RawFile> files) {
        var again = new PackageFiles(null, null);
        files.forEach(file -> again.kept.put(file.path(), file));
        return again;
    }

    /** Opens a folder, a zip, or the folder of a description; what cannot be opened is an empty package. */
    public static PackageFiles open(Path given, Findings findings) {
        try {
            if (Files.isDirectory(given)) {
                return new PackageFiles(given.toRealPath(), null);
            }
            if (DESCRIPTORS.contains(given.getFileName().toString()) && Files.isRegularFile(given)) {
                return new PackageFiles(given.toRealPath().getParent(), null);
            }
            if (given.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".zip")
                    && Files.isRegularFile(given)) {
                return inside(given, findings);
            }
        } catch (IOException unreadable) {
            findings.add(FindingRule.PACKAGE_UNREADABLE, Place.PACKAGE, null, String.valueOf(given.getFileName()));
            return new PackageFiles(null, null);
        }
        findings.add(FindingRule.PACKAGE_UNREADABLE, Place.PACKAGE, null, String.valueOf(given.getFileName()));
        return new PackageFiles(null, null);
    }

    private static PackageFiles inside(Path given, Findings findings) throws IOException {
        var zip = Zip.open(given, Place.PACKAGE, findings);
        return zip.isPresent()
                ? new PackageFiles(inner(zip.get().getPath("/")), zip.get())
                : new PackageFiles(null, null);
    }

    /** A zip of one folder is the package in that folder. */
    private static Path inner(Path folder) throws IOException {
        try (var children = Files.list(folder)) {
            var visible = children.filter(child -> !isHidden(child)).toList();
            return visible.size() == 1 && Files.isDirectory(visible.getFirst()) ? visible.getFirst() : folder;
        }
    }

    private static boolean isHidden(Path path) {
        var name = path.getFileName().toString();
        return name.startsWith(".") || name.equals("__MACOSX") || name.equals("Thumbs.db");
    }

    /** The description of the package, taken. */
    public Optional<RawFile> descriptor(Findings findings) {
        for (String name : DESCRIPTORS) {
            if (isThere(name)) {
                return take(name, Place.PACKAGE, findings);
            }
        }
        if (root != null) {
            findings.add(FindingRule.DESCRIPTOR_MISSING, Place.PACKAGE, null);
        }
        return Optional.empty();
    }

    private boolean isThere(String path) {
        return kept.containsKey(path) || (root != null && Files.exists(root.resolve(path)));
    }

    /**
     * Takes a file that the package names.
     *
     * @param path relative to the package, with slashes
     * @param place where the package names it
     */
    public Optional<RawFile> take(String path, Place place, Findings findings) {
        var known = taken.get(path);
        if (known != null) {
            return Optional.of(known);
        }
        var before = kept.get(path);
        if (before != null) {
            taken.put(path, before);
            return Optional.of(before);
        }
        try {
            return locate(path, place, findings).map(location -> keep(path, location));
        } catch (UncheckedIOException unreadable) {
            findings.add(FindingRule.FILE_DAMAGED, place, path, path);
            return Optional.empty();
        }
    }

    /** Takes a file that belongs to another one, such as the {@code .prj} of a Shapefile, where there is one. */
    public Optional<RawFile> takeIfPresent(String path, Place place, Findings findings) {
        return isThere(path) ? take(path, place, findings) : Optional.empty();
    }

    private RawFile keep(String path, Path location) {
        try {
            var file = new RawFile(path, sha256(location), Files.size(location), location);
            taken.put(path, file);
            return file;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private Optional<Path> locate(String path, Place place, Findings findings) {
        if (root == null) {
            return Optional.empty();
        }
        try {
            var resolved = root.resolve(path);
            boolean inside = !path.isBlank()
                    && !path.contains("\\")
                    && !path.contains(":")
                    && !Path.of(path).isAbsolute()
                    && resolved.normalize().equals(resolved)
                    && resolved.startsWith(root);
            if (!inside) {
                findings.add(FindingRule.PATH_OUTSIDE, place, path, path);
                return Optional.empty();
            }
            if (!Files.isRegularFile(resolved)) {
                findings.add(FindingRule.FILE_MISSING, place, path, path, Spelling.nearestText(path, all()));
                return Optional.empty();
            }
            if (!resolved.toRealPath().equals(resolved)) {
                findings.add(FindingRule.PATH_OUTSIDE, place, path, path);
                return Optional.empty();
            }
            return Optional.of(resolved);
        } catch (InvalidPathException | IOException notAPath) {
            findings.add(FindingRule.PATH_OUTSIDE, place, path, path);
            return Optional.empty();
        }
    }

    /** The paths of all files in the folder that are not hidden, in order. */
    public List<String> all() {
        var found = new ArrayList<>(kept.keySet());
        if (root == null) {
            return found;
        }
        try (var walk = Files.walk(root, 8)) {
            walk.filter(path -> Files.isRegularFile(path) && visible(path))
                    .limit(10_000)
                    .forEach(path -> found.add(root.relativize(path).toString().replace('\\', '/')));
        } catch (IOException | UncheckedIOException unreadable) {
            return found;
        }
        found.sort(null);
        return found;
    }

    private boolean visible(Path path) {
        for (Path step : Objects.requireNonNull(root).relativize(path)) {
            if (isHidden(step)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Where a file lies on the disk, for those who cannot read it from its beginning; from a zip it is copied there. Not
     * for answers of persons.
     */
    public Path onDisk(RawFile file) throws IOException {
        if (file.onDisk()) {
            return file.location();
        }
        var name = file.location().getFileName().toString();
        return Files.copy(file.location(), scratch().resolve(name));
    }

    /** A folder for what is unpacked on the way; gone when the package is closed. */
    public Path scratch() throws IOException {
        var folder = Files.createTempDirectory("observatory-part-").toRealPath();
        scratches.add(folder);
        return folder;
    }

    /** The files taken so far, in order of path. */
    public List<RawFile> taken() {
        return List.copyOf(taken.values());
    }

    /** Sha-256 over path and sha-256 of the files taken, in order of path. */
    public String hash() {
        var digest = digest();
        taken.values()
                .forEach(file ->
                        digest.update((file.path() + "\0" + file.sha256() + "\n").getBytes(StandardCharsets.UTF_8)));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static String sha256(Path file) throws IOException {
        var digest = digest();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            var buffer = new byte[1 << 16];
            while (in.read(buffer) >= 0) {
                // the digest sees every byte
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }

    @Override
    public void close() {
        for (Path folder : scratches) {
            try {
                delete(folder);
            } catch (IOException left) {
                throw new UncheckedIOException(left);
            }
        }
        scratches.clear();
        if (zip != null) {
            try {
                zip.close();
            } catch (IOException left) {
                throw new UncheckedIOException(left);
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path emptied, @Nullable IOException failure) throws IOException {
                Files.delete(emptied);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
