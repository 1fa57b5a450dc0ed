package org.socialobservatory.ingest.cli;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Says what {@code --help} says, of the program or of one command. */
@Command(name = "help")
final class HelpCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @ParentCommand
    private @Nullable ObservatoryCommand program;

    @Parameters(index = "0", arity = "0..1", paramLabel = "COMMAND", descriptionKey = "parameter.command")
    private @Nullable String about;

    @Override
    public Integer call() {
        var own = Objects.requireNonNull(spec);
        var all = own.parent().commandLine();
        var asked = about == null ? all : all.getSubcommands().get(about);
        if (asked == null) {
            throw new ParameterException(
                    own.commandLine(),
                    Objects.requireNonNull(program).words().say("usage.unknown", Objects.requireNonNull(about)));
        }
        asked.usage(asked.getOut());
        return Exit.DONE;
    }
}
