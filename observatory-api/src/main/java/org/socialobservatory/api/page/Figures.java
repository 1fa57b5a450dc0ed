package org.socialobservatory.api.page;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.snapshot.PublishedCell;
import org.socialobservatory.api.snapshot.Snapshot;
import org.socialobservatory.api.snapshot.meeting.Meetings;
import org.socialobservatory.ontology.cube.Numbers;
import org.socialobservatory.ontology.cube.Observed;
import org.socialobservatory.ontology.cube.Reliability;
import org.socialobservatory.ontology.indicator.Indicator.Kind;

/** Says cells in a reader's words. */
public final class Figures {

    /** Pages write two significant digits of the standard error, and never more decimals than this. */
    private static final int MOST_DECIMALS = 4;

    private final Names names;
    private final Wording wording;
    private final Snapshot snapshot;

    Figures(Snapshot snapshot, Names names, Wording wording) {
        this.snapshot = snapshot;
        this.names = names;
        this.wording = wording;
    }

    public Figure of(PublishedCell cell) {
        return switch (cell.observed()) {
            case Observed.Value value -> stated(cell, value);
            case Observed.Withheld _ -> without(cell, wording.say("figure.withheld"));
            case Observed.Missing _ -> without(cell, wording.say("figure.missing"));
        };
    }

    private Figure without(PublishedCell cell, String reason) {
        return figure(cell, null, reason, null, null, null, null, null);
    }

    /**
     * A value in words.
     *
     * @param interval null where it is not known
     */
    public record Said(String text, @Nullable String interval) {}

    /** Says a value with its interval; one that cannot be trusted is not said without it. */
    public Said say(Observed.Value value, IndicatorText indicator) {
        var error = value.uncertainty();
        int decimals = decimals(value.number(), indicator, error.standardError());
        var interval = error.lower() == null || error.upper() == null
                ? null
                : wording.say(
                        "figure.between",
                        wording.number(error.lower(), decimals),
                        inUnit(error.upper(), decimals, indicator));
        return new Said(
                value.reliability() == Reliability.UNRELIABLE
                        ? wording.say("figure.unreliable")
                        : inUnit(value.number(), decimals, indicator),
                interval);
    }

    private Figure stated(PublishedCell cell, Observed.Value value) {
        var said = say(value, names.indicator(cell.key().indicator()));
        var error = value.uncertainty();
        return figure(
                cell,
                value.reliability() == Reliability.UNRELIABLE ? null : value.number(),
                said.text(),
                said.interval(),
                error.lower(),
                error.upper(),
                error.sampleSize() == null ? null : wording.number(error.sampleSize(), 0),
                value.reliability());
    }

    private Figure figure(
            PublishedCell cell,
            @Nullable BigDecimal number,
            String text,
            @Nullable String interval,
            @Nullable BigDecimal lower,
            @Nullable BigDecimal upper,
            @Nullable String sampleSize,
            @Nullable Reliability reliability) {
        var key = cell.key();
        var edition = cell.dataset().edition();
        return new Figure(
                cell.observed().statusName(),
                number,
                text,
                interval,
                lower,
                upper,
                sampleSize,
                reliability == null ? null : reliability.code(),
                cell.coverage().code(),
                key.indicator(),
                key.area(),
                key.period(),
                key.breakdown(),
                edition.dataset(),
                edition.number(),
                contested(cell));
    }

    /** The word of the mark; where the figure is no longer the one that the room saw, it says so. */
    private @Nullable String contested(PublishedCell cell) {
        var meetings = Meetings.of(snapshot);
        if (!meetings.contested(cell.dataset(), cell.cell())) {
            return null;
        }
        return meetings.mark(cell)
                .map(mark -> wording.say(
                        "contested." + meetings.since(mark, cell.dataset()).code(),
                        mark.figure().edition()))
                .orElse(null);
    }

    /** A number as a figure of this indicator is written. */
    public String write(BigDecimal number, IndicatorText indicator) {
        return inUnit(number, decimals(number, indicator, null), indicator);
    }

    private String inUnit(BigDecimal number, int decimals, IndicatorText indicator) {
        return wording.inUnit(number, decimals, indicator.unit(), indicator.unitName());
    }

    /** As many decimals as the standard error bears, fewer than none where it is in tens; without one a percentage has one, a mean at most two. */
    private static int decimals(BigDecimal number, IndicatorText indicator, @Nullable BigDecimal standardError) {
        if (standardError != null && standardError.signum() > 0) {
            int leading = standardError.precision() - standardError.scale() - 1;
            return Math.min(1 - leading, indicator.unit().equals("percent") ? 1 : MOST_DECIMALS);
        }
        if (indicator.unit().equals("percent")) {
            return 1;
        }
        if (indicator.kind() == Kind.COUNT) {
            return 0;
        }
        var rounded = Numbers.canonical(number.setScale(2, RoundingMode.HALF_UP));
        return Math.max(0, rounded.scale());
    }
}
