package org.socialobservatory.api.page.sentence;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.diagnostic.Cluster;
import org.socialobservatory.api.diagnostic.Contrast;
import org.socialobservatory.api.diagnostic.Line;
import org.socialobservatory.api.diagnostic.RankInterval;
import org.socialobservatory.api.diagnostic.Reason;
import org.socialobservatory.api.page.Comparison;
import org.socialobservatory.api.page.Figure;
import org.socialobservatory.api.page.IndicatorText;
import org.socialobservatory.api.page.Visit;
import org.socialobservatory.ontology.Language;
import org.socialobservatory.ontology.Multilingual;
import org.socialobservatory.ontology.cube.Breakdown;
import org.socialobservatory.ontology.indicator.Indicator;
import org.socialobservatory.ontology.period.Period;

/** What is said beside a figure, in a reader's words. */
public final class Remarks {

    /** Who is counted, by the first word of the universe in the base catalogue; others have no noun that could be counted. */
    private static final Map<String, String> NOUNS = Map.of(
            "Personnes", "person",
            "Toute", "person",
            "Actifs", "person",
            "Jeunes", "youth",
            "Enfants", "child",
            "Ménages", "household");

    private final Visit visit;

    public Remarks(Visit visit) {
        this.visit = visit;
    }

    /** A place among others: “between 3rd and 7th of 11”; of an area that could stand anywhere nothing is said. */
    public @Nullable String rank(@Nullable RankInterval rank, IndicatorText indicator) {
        if (rank == null || (rank.from() == 1 && rank.to() == rank.of())) {
            return null;
        }
        var order = indicator.direction() == Indicator.Direction.NONE ? "highest" : "best";
        var wording = visit.wording();
        return rank.from() == rank.to()
                ? wording.say("rank.one." + order, rank.from(), wording.whole(rank.of()), wording.whole(rank.from()))
                : wording.say(
                        "rank.between." + order,
                        rank.from(),
                        wording.whole(rank.of()),
                        wording.whole(rank.from()),
                        rank.to(),
                        wording.whole(rank.to()));
    }

    /** How the figure changed, and since when; null where it is not compared. */
    public @Nullable String change(@Nullable Contrast change) {
        var verdict = Comparison.of(change);
        if (change == null || verdict == null || change.other() == null) {
            return null;
        }
        if (change.reason() != null) {
            return refused(change.other().run().period(), change.reason());
        }
        var earlier = visit.figures().of(change.other());
        return visit.wording()
                .say(
                        "change." + verdict.code(),
                        visit.names().period(change.other().run().period()),
                        earlier.interval() == null ? earlier.text() : earlier.interval());
    }

    private String refused(Period since, Reason reason) {
        return visit.wording()
                .say(
                        "change.refused",
                        visit.names().period(since),
                        visit.wording().say("reason." + reason.code()));
    }

    /** Why a figure is not compared with the one beside, where a reader would expect it. */
    public @Nullable String reason(@Nullable Contrast contrast, @Nullable String reference) {
        if (contrast == null || contrast.reason() == null || contrast.reason() == Reason.SIZE || reference == null) {
            return null;
        }
        var period = contrast.other() == null
                ? ""
                : visit.names().period(contrast.other().run().period());
        return visit.wording().say("reason." + contrast.reason().code(), reference, period);
    }

    /** Whether the value to reach is reached. */
    public @Nullable String target(Line line, IndicatorText indicator) {
        var target = line.target();
        return target == null || line.figure() == null || indicator.direction() == Indicator.Direction.NONE
                ? null
                : visit.wording()
                        .say(
                                "target." + target.standing().code().replace(' ', '-'),
                                visit.figures().write(target.value(), indicator));
    }

    /** What the neighbours have to do with it; null where other neighbours could be like that. */
    public @Nullable String cluster(Optional<Cluster> cluster) {
        return cluster.filter(found -> found.kind() != Cluster.Kind.NOT_SIGNIFICANT)
                .map(found ->
                        visit.wording().say("cluster." + found.kind().code().replace(' ', '-')))
                .orElse(null);
    }

    /** A share as people count, “3 women in 10”; null where it cannot be said so. */
    public @Nullable String outOf(Figure figure, IndicatorText indicator) {
        var noun = counted(figure, indicator);
        return noun == null
                ? null
                : OutOf.of(figure).map(share -> outOf(share, noun)).orElse(null);
    }

    /** The same share in pictures. */
    public @Nullable IconArray icons(Figure figure, IndicatorText indicator) {
        var noun = counted(figure, indicator);
        return noun == null
                ? null
                : OutOf.of(figure).map(share -> IconArray.of(share, noun)).orElse(null);
    }

    /** The word for those of whom a figure is a share; null where it is none, or there is no such word. */
    private @Nullable String counted(Figure figure, IndicatorText indicator) {
        return indicator.unit().equals("percent") && indicator.kind() == Indicator.Kind.PROPORTION
                ? noun(indicator, Breakdown.parse(figure.breakdown()))
                : null;
    }

    String outOf(OutOf share, String noun) {
        var wording = visit.wording();
        var words = wording.say(
                "share." + noun, share.part(), wording.whole(share.part()), share.all(), wording.whole(share.all()));
        return share.about() ? wording.say("share.about", words) : words;
    }

    private @Nullable String noun(IndicatorText indicator, Breakdown breakdown) {
        var universe = visit.snapshot()
                .catalogue()
                .shared(indicator.code())
                .map(Indicator::universe)
                .flatMap((Multilingual text) -> text.exactly(Language.FR))
                .orElse("");
        var noun = NOUNS.get(universe.replaceFirst("\\P{L}.*", ""));
        if (noun == null || breakdown.isTotal()) {
            return noun;
        }
        boolean bySexOnly = breakdown.codes().keySet().equals(java.util.Set.of("sex"));
        // Women are grown up: of the whole population there is no word for the half of it.
        boolean grown = noun.equals("person") && !universe.startsWith("Toute");
        return !bySexOnly || !grown ? null : Objects.equals(breakdown.code("sex"), "F") ? "woman" : "man";
    }
}
