package org.socialobservatory.ingest.vault;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.stream.Stream;

/** Files and folders that only their owner can open, from the moment that they are there. */
final class Locked {

    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");

    private Locked() {}

    /** Makes a folder with those above it; one that is there is locked. */
    static Path folder(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            Files.setPosixFilePermissions(folder, FOLDER);
            return folder;
        }
        FileAttribute<?> locked = PosixFilePermissions.asFileAttribute(FOLDER);
        return Files.createDirectories(folder, locked);
    }

    /** Opens a new file for writing; refuses one that is there. */
    static OutputStream create(Path file) throws IOException {
        return Channels.newOutputStream(FileChannel.open(
                file,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(FILE)));
    }

    /** Locks a file that somebody else's code wrote into a locked folder. */
    static void lock(Path file) throws IOException {
        Files.setPosixFilePermissions(file, FILE);
    }

    /** Makes what was written outlast a loss of power. */
    static void force(Path fileOrFolder) throws IOException {
        try (var channel = FileChannel.open(fileOrFolder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> found = Files.walk(folder)) {
            for (Path path : found.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
