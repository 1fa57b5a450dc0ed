package org.socialobservatory.api;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.meeting.KeptMeeting;
import org.socialobservatory.api.meeting.MeetingPackage;
import org.socialobservatory.api.meeting.Tray;
import org.socialobservatory.ingest.cli.Exit;
import org.socialobservatory.ingest.cli.ObservatoryCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/**
 * Writes the meetings of the tray as one package, for somebody to read and {@code publish}: those that have ended, or those
 * that are named. It only reads the tray, also beside a running server.
 */
@Command(name = "meetings")
final class MeetingsCommand implements Callable<Integer> {

    @ParentCommand
    private @Nullable ObservatoryCommand program;

    @Parameters(arity = "0..*", paramLabel = "UUID", descriptionKey = "option.meetings")
    private List<String> named = List.of();

    @Option(names = "--out", paramLabel = "FILE", descriptionKey = "option.meetings.out")
    private @Nullable Path out;

    private ObservatoryCommand program() {
        return Objects.requireNonNull(program);
    }

    @Override
    public Integer call() throws IOException {
        var all = new Tray(program().settings().data().resolve(Tray.FOLDER)).all();
        for (String name : named) {
            if (all.stream().noneMatch(meeting -> meeting.id().toString().equals(name))) {
                program().console().complain(program().words().say("meetings.unknown", name));
                return Exit.REFUSED;
            }
        }
        var chosen = all.stream().filter(this::isChosen).toList();
        all.stream()
                .filter(meeting -> !isChosen(meeting))
                .forEach(meeting -> program().console().say(program().words().say("meetings.left", meeting.line())));
        if (chosen.isEmpty()) {
            program().console().say(program().words().say("meetings.none"));
            return Exit.DONE;
        }
        var file = program().resolve(out == null ? Path.of("meetings.zip") : out);
        var unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        try {
            try (var zip = Files.newOutputStream(unfinished)) {
                MeetingPackage.write(chosen, zip);
            }
            Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(unfinished);
        }
        chosen.forEach(meeting -> program().console().say(meeting.line()));
        program().console().say(program().words().say("meetings.done", chosen.size(), file));
        return Exit.DONE;
    }

    private boolean isChosen(KeptMeeting meeting) {
        return named.isEmpty() ? meeting.ended() : named.contains(meeting.id().toString());
    }
}
