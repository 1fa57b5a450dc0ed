package org.socialobservatory.api;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.voice.Voices;
import org.socialobservatory.ingest.cli.Exit;
import org.socialobservatory.ingest.cli.ObservatoryCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/**
 * Takes recordings of sentences, each called by the name that {@code /areas/{code}/voices} gives. A running server plays
 * them at once.
 */
@Command(name = "voices")
final class VoicesCommand implements Callable<Integer> {

    @ParentCommand
    private @Nullable ObservatoryCommand program;

    @Parameters(arity = "1..*", paramLabel = "FILE", descriptionKey = "option.recordings")
    private List<Path> files = List.of();

    @Override
    public Integer call() {
        var command = Objects.requireNonNull(program);
        var voices = new Voices(command.settings().data());
        int taken = 0;
        for (var file : files) {
            var refusal = voices.add(command.resolve(file));
            if (refusal.isPresent()) {
                var key = "voices."
                        + refusal.get().name().toLowerCase(Locale.ROOT).replace('_', '-');
                command.console().complain(command.words().say(key, file));
            } else {
                taken++;
            }
        }
        command.console().say(command.words().say("voices.done", taken));
        return taken == files.size() ? Exit.DONE : Exit.REFUSED;
    }
}
