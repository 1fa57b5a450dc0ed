package org.socialobservatory.ingest.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ingest.publish.Difference;
import org.socialobservatory.ingest.publish.Preview;
import org.socialobservatory.ingest.publish.Proposal;
import org.socialobservatory.ingest.publish.Publisher;
import org.socialobservatory.ingest.publish.RunningServer;
import org.socialobservatory.ontology.cube.Numbers;
import org.socialobservatory.ontology.cube.Observed;
import org.socialobservatory.ontology.edition.Edition;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Publishes a package as the next edition of its dataset, after its difference from the last one was shown. */
@Command(name = "publish")
final class PublishCommand extends PackageCommand {

    @Option(names = "--yes", descriptionKey = "option.yes")
    private boolean yes;

    @Option(names = "--preview", descriptionKey = "option.preview")
    private boolean preview;

    @Override
    int accepted(Proposal proposal, Publisher publisher) {
        if (proposal.isPublishedAlready()) {
            var edition = proposal.former().orElseThrow();
            console().say(words().say("publish.same", edition.dataset(), edition.number()));
            return Exit.DONE;
        }
        difference(proposal.difference()).forEach(console()::say);
        var meetings = proposal.meetings();
        if (!meetings.isNone()) {
            console().say(words().say("difference.meetings", meetings.added(), meetings.changed(), meetings.kept()));
        }
        if (preview) {
            return preview(proposal, publisher);
        }
        return confirmed(proposal, publisher);
    }

    private int preview(Proposal proposal, Publisher publisher) {
        Preview shown;
        try (var bar = console().progress(words())) {
            shown = publisher.preview(proposal, program().workplace().author(), bar);
        }
        var server = RunningServer.on(program().settings().data());
        var origin = server.map(running -> "http://localhost:" + running.port()).orElse("");
        console().say(words().say("publish.preview", origin + shown.path()));
        if (server.isEmpty()) {
            console().say(words().say("publish.preview-unserved"));
        }
        return Exit.DONE;
    }

    private int confirmed(Proposal proposal, Publisher publisher) {
        var ended = yes ? OptionalInt.empty() : unconfirmed("publish");
        if (ended.isPresent()) {
            return ended.getAsInt();
        }
        Edition edition;
        try (var bar = console().progress(words())) {
            edition = publisher.publish(proposal, program().workplace().author(), bar);
        }
        console()
                .say(words().say(
                                "publish.done",
                                edition.dataset(),
                                edition.number(),
                                edition.cells(),
                                edition.contentHash()));
        return Exit.DONE;
    }

    private List<String> difference(Difference difference) {
        var lines = new ArrayList<String>();
        lines.add(words().say("difference.sum", difference.added(), difference.changed(), difference.gone()));
        for (var change : difference.largest()) {
            lines.add("  "
                    + String.join(
                            "/",
                            change.key().indicator(),
                            change.key().area(),
                            change.key().period(),
                            change.key().breakdown())
                    + ": " + said(change.before()) + " → " + said(change.after()));
        }
        return lines;
    }

    private String said(@Nullable Observed observed) {
        return switch (observed) {
            case null -> "";
            case Observed.Value value -> Numbers.text(value.number());
            case Observed.Withheld _ -> words().say("cell.withheld");
            case Observed.Missing _ -> words().say("cell.missing");
        };
    }
}
