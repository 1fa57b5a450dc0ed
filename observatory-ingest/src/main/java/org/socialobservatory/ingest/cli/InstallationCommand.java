package org.socialobservatory.ingest.cli;

import java.util.Objects;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ingest.publish.Installation;
import org.socialobservatory.ingest.publish.Readers;
import picocli.CommandLine.ParentCommand;

/** A command about an installation. */
abstract class InstallationCommand implements Callable<Integer> {

    @ParentCommand
    private @Nullable ObservatoryCommand program;

    final ObservatoryCommand program() {
        return Objects.requireNonNull(program);
    }

    final Console console() {
        return program().console();
    }

    final Words words() {
        return program().words();
    }

    @Override
    public Integer call() {
        return program().workplace().with(program().settings(), this::run);
    }

    /**
     * Asks whether to go on.
     *
     * @param subject the sentences {@code subject.question}, {@code subject.nobody} and {@code subject.left}
     * @return the exit status of a command that does not go on; empty where it does
     */
    final OptionalInt unconfirmed(String subject) {
        var answer = console().ask(words().say(subject + ".question"));
        if (answer.isEmpty()) {
            console().complain(words().say(subject + ".nobody"));
            return OptionalInt.of(Exit.MISUSE);
        }
        if (!answer.get()) {
            console().say(words().say(subject + ".left"));
            return OptionalInt.of(Exit.REFUSED);
        }
        return OptionalInt.empty();
    }

    /** Carries the command out and returns its exit status. */
    abstract int run(Installation installation, Readers readers);
}
