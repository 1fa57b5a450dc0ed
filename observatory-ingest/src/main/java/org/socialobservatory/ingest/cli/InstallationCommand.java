package org.socialobservatory.ingest.cli;

import java.util.Objects;
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

    /** Carries the command out and returns its exit status. */
    abstract int run(Installation installation, Readers readers);
}
