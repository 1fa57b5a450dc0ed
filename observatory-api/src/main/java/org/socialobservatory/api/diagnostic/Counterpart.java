package org.socialobservatory.api.diagnostic;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.snapshot.PublishedCell;
import org.socialobservatory.api.snapshot.Snapshot;
import org.socialobservatory.ontology.area.Area;
import org.socialobservatory.ontology.cube.CellKey;
import org.socialobservatory.ontology.period.Period;

/** Finds the figure beside which one is set, and compares the two where they may be. */
final class Counterpart {

    private final Snapshot snapshot;
    private final Indices indices;
    private final @Nullable Area reference;
    private final Kinship kinship;

    /** How the reference lies to the area. */
    private enum Kinship {
        /** It is the area directly above. */
        ABOVE,
        /** It is further above. */
        AROUND,
        /** It is directly below. */
        BELOW,
        INSIDE,
        APART
    }

    Counterpart(Snapshot snapshot, Indices indices, Surroundings surroundings) {
        this.snapshot = snapshot;
        this.indices = indices;
        this.reference = surroundings.reference();
        this.kinship =
                reference == null ? Kinship.APART : kinship(surroundings.area().code(), reference.code());
    }

    private Kinship kinship(String area, String other) {
        var above =
                snapshot.territory().ancestors(area).stream().map(Area::code).toList();
        if (above.contains(other)) {
            return above.getFirst().equals(other) ? Kinship.ABOVE : Kinship.AROUND;
        }
        var over =
                snapshot.territory().ancestors(other).stream().map(Area::code).toList();
        return !over.contains(area) ? Kinship.APART : over.getFirst().equals(area) ? Kinship.BELOW : Kinship.INSIDE;
    }

    /** Sets a figure beside that of the reference. @return the number of the comparison, −1 where there is none */
    int beside(PublishedCell figure, Family family) {
        if (reference == null || indices.isRank(figure)) {
            return -1;
        }
        var other = find(figure, reference.code()).orElse(null);
        var reason = other == null ? Reason.NO_FIGURE : obstacle(figure, other);
        return reason == null && other != null
                ? compared(figure, other, kinship, family)
                : family.refused(figure, other, java.util.Objects.requireNonNull(reason));
    }

    /** The same cell from the same source; else what is said first of that area, best of the same period. */
    private Optional<PublishedCell> find(PublishedCell figure, String area) {
        var key = figure.key();
        var same = figure.dataset().block().find(new CellKey(key.indicator(), key.breakdown(), key.period(), area));
        if (same.isPresent()) {
            return Optional.of(new PublishedCell(figure.dataset(), same.getAsInt()));
        }
        var others = snapshot.figures(key.indicator(), area, figure.run().breakdown());
        return others.stream()
                .filter(other -> other.run().period().equals(figure.run().period()))
                .findFirst()
                .or(() -> others.stream().findFirst());
    }

    private @Nullable Reason obstacle(PublishedCell figure, PublishedCell other) {
        if (!Meaning.of(snapshot.catalogue(), figure.run().indicator()).regardlessOfSize()) {
            return Reason.SIZE;
        }
        if (!figure.run().period().equals(other.run().period())) {
            return Reason.PERIOD;
        }
        if (indices.isIndex(figure) && !sameLevel(figure, other)) {
            return Reason.INDEX;
        }
        return SourceComparison.of(snapshot).obstacle(figure, other).orElse(null);
    }

    private boolean sameLevel(PublishedCell figure, PublishedCell other) {
        return figure.isOfDatasetOf(other) && level(figure).equals(level(other));
    }

    private Optional<String> level(PublishedCell cell) {
        return snapshot.territory().area(cell.area()).map(Area::level);
    }

    /** Sets a figure beside an earlier one of the same area. */
    int since(PublishedCell figure, PublishedCell earlier, Family family) {
        return hindrance(figure, earlier)
                .map(reason -> family.refused(figure, earlier, reason))
                .orElseGet(() -> compared(figure, earlier, Kinship.APART, family));
    }

    /** Whether a figure of the same area is of an earlier time, and one to look back at: an index has no past. */
    boolean isEarlier(PublishedCell figure, PublishedCell other) {
        return other.run().period().last().isBefore(figure.run().period().first())
                && !indices.isIndex(figure)
                && !indices.isRank(figure);
    }

    /** Why an earlier figure of the same area does not say the same of another time; empty where it does. */
    Optional<Reason> hindrance(PublishedCell figure, PublishedCell earlier) {
        return sameOutline(figure.area(), figure.run().period(), earlier.run().period())
                ? SourceComparison.of(snapshot).obstacle(figure, earlier)
                : Optional.of(Reason.BOUNDARY);
    }

    private boolean sameOutline(String area, Period one, Period other) {
        var territory = snapshot.territory();
        return territory.versionAt(area, one).equals(territory.versionAt(area, other));
    }

    private int compared(PublishedCell figure, PublishedCell other, Kinship kin, Family family) {
        var meaning = Meaning.of(snapshot.catalogue(), figure.run().indicator());
        var one = Estimate.of(figure, meaning);
        var two = Estimate.of(other, meaning);
        if (one instanceof Reading.Unreadable(Reason reason)) {
            return family.refused(figure, other, reason);
        }
        if (two instanceof Reading.Unreadable(Reason reason)) {
            return family.refused(figure, other, reason);
        }
        boolean sameSource = figure.isOfDatasetOf(other);
        var difference = difference((Estimate) one, (Estimate) two, sameSource ? kin : Kinship.APART);
        boolean approximate = difference.basis() == Difference.Basis.INDEPENDENT
                && !figure.area().equals(other.area());
        return family.compared(figure, other, difference, meaning.direction(), approximate);
    }

    private static Difference difference(Estimate one, Estimate two, Kinship kin) {
        return switch (kin) {
            case ABOVE -> Difference.within(one, two, true);
            case AROUND -> Difference.within(one, two, false);
            case BELOW -> Difference.within(two, one, true).reversed();
            case INSIDE -> Difference.within(two, one, false).reversed();
            case APART -> Difference.apart(one, two);
        };
    }
}
