package org.socialobservatory.ingest.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.socialobservatory.ingest.publish.BusyFolderException;
import org.socialobservatory.ingest.publish.Installation;
import org.socialobservatory.ingest.publish.Readers;
import org.socialobservatory.ingest.publish.Rebuild;
import org.socialobservatory.ingest.publish.RunningServer;
import org.socialobservatory.ingest.publish.Settings;
import org.socialobservatory.ontology.Language;

/**
 * Commands in the process of who gives them. Where a server has the folder to itself, they are sent to it; where both
 * share a PostgreSQL warehouse, they work beside it and tell it what they have done.
 */
public final class LocalWorkplace implements Workplace {

    private final Console console;
    private final List<String> arguments;
    private final SettingsSource settings;

    /** Reads the settings of an installation. */
    public interface SettingsSource {
        Settings read(Optional<Path> data, Optional<Path> config);
    }

    /** @param arguments the command as it was given, to be sent to a server if need be */
    public LocalWorkplace(Console console, List<String> arguments, SettingsSource settings) {
        this.console = console;
        this.arguments = List.copyOf(arguments);
        this.settings = settings;
    }

    @Override
    public Console console() {
        return console;
    }

    @Override
    public Language language() {
        return Words.spokenIn(System.getenv());
    }

    @Override
    public Path directory() {
        return Path.of("").toAbsolutePath();
    }

    @Override
    public String author() {
        return System.getProperty("user.name", "");
    }

    @Override
    public Settings settings(Optional<Path> data, Optional<Path> config) {
        return settings.read(data, config);
    }

    @Override
    public int with(Settings chosen, Task task) {
        return with(chosen, Installation::open, task);
    }

    @Override
    public int withAnyWarehouse(Settings chosen, Task task) {
        return with(chosen, Rebuild::open, task);
    }

    private int with(Settings chosen, Function<Settings, Installation> open, Task task) {
        Installation opened;
        try {
            opened = open.apply(chosen);
        } catch (BusyFolderException busy) {
            var server = RunningServer.on(chosen.data()).orElseThrow(() -> busy);
            return new ServerBeside(server).carryOut(arguments, directory(), language(), author(), console);
        }
        try (opened) {
            Readers beside = RunningServer.on(chosen.data())
                    .<Readers>map(ServerBeside::new)
                    .orElse(Readers.NONE);
            return task.run(opened, beside);
        }
    }
}
