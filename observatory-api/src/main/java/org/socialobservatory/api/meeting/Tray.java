package org.socialobservatory.api.meeting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.socialobservatory.api.problem.ApiProblem.Refused;
import org.socialobservatory.api.problem.ProblemRule;
import org.socialobservatory.ingest.warehouse.EditionFile;

/**
 * The meetings that browsers have sent, each in a file named by its identity and for the owner of the folder only, until
 * somebody has read them. A file is there whole or not at all.
 */
public final class Tray {

    /** Where an installation keeps it. */
    public static final String FOLDER = "meetings";
    /** Bytes of one meeting. */
    static final int LARGEST = 256 << 10;
    /** More meetings wait for somebody to read them before others are taken. */
    private static final int MOST = 2_000;

    private static final String ENDING = ".json";
    /** An identity in its one form (RFC 9562 §4), so that one meeting has one file. */
    private static final Pattern IDENTITY =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private final Path folder;
    private final int most;

    /** @param folder made when the first meeting comes */
    public Tray(Path folder) {
        this(folder, MOST);
    }

    Tray(Path folder, int most) {
        this.folder = folder;
        this.most = most;
    }

    /** The identity that a text is; empty for any other. */
    static Optional<UUID> identity(String text) {
        return IDENTITY.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }

    /**
     * Keeps a meeting, unless the one that is kept is as new.
     *
     * @return what is kept now
     */
    synchronized KeptMeeting keep(KeptMeeting meeting) {
        var former = find(meeting.id());
        if (former.isPresent()
                && former.get().sent().revision() >= meeting.sent().revision()) {
            return former.get();
        }
        try {
            Files.createDirectories(folder, ownerOnly("rwx------"));
            if (former.isEmpty() && count() >= most) {
                throw new Refused(ProblemRule.TRAY_FULL);
            }
            var file = file(meeting.id());
            var unfinished = file.resolveSibling(file.getFileName() + EditionFile.UNFINISHED);
            Files.deleteIfExists(unfinished);
            Files.createFile(unfinished, ownerOnly("rw-------"));
            Files.write(unfinished, MeetingJson.bytes(MeetingJson.write(meeting)));
            EditionFile.finish(unfinished, file);
            return meeting;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileAttribute<?> ownerOnly(String permissions) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
    }

    private Path file(UUID id) {
        return folder.resolve(id + ENDING);
    }

    private long count() throws IOException {
        try (var files = Files.list(folder)) {
            return files.count();
        }
    }

    /** The meeting of an identity. What is no file of the tray is passed over, wherever a link there may lead. */
    Optional<KeptMeeting> find(UUID id) {
        var file = file(id);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        try {
            return Optional.of(MeetingJson.readKept(Files.readAllBytes(file), id));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All meetings, in the order of their identities. */
    public List<KeptMeeting> all() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ENDING))
                    .flatMap(name -> identity(name.substring(0, name.length() - ENDING.length())).stream())
                    .sorted()
                    .flatMap(id -> find(id).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
