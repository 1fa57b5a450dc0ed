package org.socialobservatory.ingest.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ingest.publish.Settings;
import org.socialobservatory.ontology.Language;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The program, and the options that all its commands take. */
@Command(name = "observatory")
public final class ObservatoryCommand implements Callable<Integer> {

    private final Workplace workplace;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--data", paramLabel = "DIR", scope = ScopeType.INHERIT, descriptionKey = "option.data")
    private @Nullable Path data;

    @Option(names = "--config", paramLabel = "FILE", scope = ScopeType.INHERIT, descriptionKey = "option.config")
    private @Nullable Path config;

    @Option(names = "--lang", paramLabel = "fr|ar|en", scope = ScopeType.INHERIT, descriptionKey = "option.lang")
    private @Nullable Language language;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            descriptionKey = "option.help")
    @SuppressWarnings("UnusedVariable") // read by picocli
    private boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            descriptionKey = "option.version")
    @SuppressWarnings("UnusedVariable") // read by picocli
    private boolean version;

    ObservatoryCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    Workplace workplace() {
        return workplace;
    }

    public Console console() {
        return workplace.console();
    }

    public Settings settings() {
        var chosen = Optional.ofNullable(config).map(this::resolve);
        if (chosen.isPresent() && !Files.isRegularFile(chosen.get())) {
            throw new CommandLine.ParameterException(
                    Objects.requireNonNull(spec).commandLine(), words().say("config.absent", chosen.get()));
        }
        return workplace.settings(Optional.ofNullable(data).map(this::resolve), chosen);
    }

    /** The file of further settings, if one is given. */
    public Optional<Path> config() {
        return Optional.ofNullable(config).map(this::resolve);
    }

    /** A path of the command as who gives it means it. */
    public Path resolve(Path given) {
        return workplace.directory().resolve(given).normalize();
    }

    public Words words() {
        return Words.in(language == null ? workplace.language() : language);
    }

    /** Without a command there is nothing to do. */
    @Override
    public Integer call() {
        console().complain(words().say("no-command"));
        return Exit.MISUSE;
    }
}
