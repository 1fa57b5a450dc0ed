package org.socialobservatory.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.admin.Readiness;
import org.socialobservatory.api.admin.SnapshotReaders;
import org.socialobservatory.ingest.cli.Exit;
import org.socialobservatory.ingest.cli.ObservatoryCommand;
import org.socialobservatory.ingest.publish.Installation;
import org.socialobservatory.ingest.publish.Progress;
import org.socialobservatory.ingest.publish.Publisher;
import org.socialobservatory.ingest.publish.RunningServer;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Serves an installation until the process is told to end. */
@Command(name = "serve")
final class ServeCommand implements Callable<Integer> {

    /** Who publishes the demonstration. */
    private static final String AUTHOR = "demonstration";

    @ParentCommand
    private @Nullable ObservatoryCommand program;

    @Option(names = "--demo", descriptionKey = "option.demo")
    private boolean demo;

    @Option(names = "--port", paramLabel = "N", descriptionKey = "option.port")
    private @Nullable Integer port;

    private ObservatoryCommand program() {
        return Objects.requireNonNull(program);
    }

    @Override
    public Integer call() throws InterruptedException {
        var settings = program().settings();
        var other = RunningServer.on(settings.data()).filter(RunningServer::answers);
        if (other.isPresent()) {
            var address = "http://localhost:" + other.get().port();
            program()
                    .console()
                    .complain(program()
                            .words()
                            .say(
                                    "serve.running",
                                    settings.data(),
                                    address,
                                    other.get().pid()));
            return Exit.FAILURE;
        }
        var ended = new CountDownLatch(1);
        var installation = Installation.open(settings);
        try {
            var context = Server.start(program(), installation, port, ended::countDown);
            var refused = demo ? publishDemonstration(context, installation) : List.<String>of();
            if (!refused.isEmpty()) {
                refused.forEach(program().console()::complain);
                context.close();
                return Exit.FAILURE;
            }
            context.getBean(Readiness.class).declare();
            program()
                    .console()
                    .say("ready: http://localhost:" + context.getEnvironment().getProperty("local.server.port"));
        } catch (RuntimeException failure) {
            installation.close();
            var taken = portInUse(failure);
            if (taken == null) {
                throw failure;
            }
            program().console().complain(program().words().say("serve.busy-port", taken.getPort()));
            return Exit.FAILURE;
        }
        ended.await();
        return Exit.DONE;
    }

    /** Publishes the demonstration where nothing is published yet, and returns why it could not be. */
    private List<String> publishDemonstration(ConfigurableApplicationContext context, Installation installation) {
        if (!installation.warehouse().editions().isEmpty()) {
            return List.of();
        }
        var publisher = new Publisher(installation, Clock.systemUTC(), context.getBean(SnapshotReaders.class));
        var words = program().words();
        try {
            var folder = Files.createTempDirectory("observatory-demonstration");
            try {
                for (var one : Demonstration.layOut(folder)) {
                    try (var proposal = publisher.propose(one, Progress.SILENT)) {
                        if (!proposal.isAcceptable()) {
                            return reasons(
                                    proposal.intake().findings(), words.say("serve.demonstration"), words.language());
                        }
                        publisher.publish(proposal, AUTHOR, Progress.SILENT);
                    }
                }
            } finally {
                remove(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.of();
    }

    private static List<String> reasons(
            List<org.socialobservatory.ontology.finding.Finding> findings,
            String first,
            org.socialobservatory.ontology.Language language) {
        var lines = new ArrayList<>(List.of(first));
        findings.forEach(finding -> lines.add(finding.sentence(language)));
        return lines;
    }

    private static void remove(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static @Nullable PortInUseException portInUse(@Nullable Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PortInUseException taken) {
                return taken;
            }
        }
        return null;
    }
}
