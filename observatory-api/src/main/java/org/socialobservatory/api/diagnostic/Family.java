package org.socialobservatory.api.diagnostic;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.snapshot.PublishedCell;
import org.socialobservatory.ontology.indicator.Indicator.Direction;

/**
 * The comparisons of one kind on one sheet, which are judged together. Those that are refused and those between exact
 * figures are no tests and do not count among them.
 */
final class Family {

    private final List<Member> members = new ArrayList<>();

    /** A comparison before it is judged. */
    private record Member(Contrast contrast, Direction direction) {}

    /** Takes a comparison that is not made; the number tells its place in {@link #judged()}. */
    int refused(PublishedCell figure, @Nullable PublishedCell other, Reason reason) {
        return add(new Member(Contrast.refused(figure, other, reason), Direction.NONE));
    }

    /** Takes a comparison that is made; the number tells its place in {@link #judged()}. */
    int compared(
            PublishedCell figure,
            PublishedCell other,
            Difference difference,
            Direction direction,
            boolean approximate) {
        var open = new Contrast(figure, other, difference, Double.NaN, Verdict.NO_CLEAR_DIFFERENCE, null, approximate);
        return add(new Member(open, direction));
    }

    private int add(Member member) {
        members.add(member);
        return members.size() - 1;
    }

    /** All of them, in the order in which they were added. */
    List<Contrast> judged() {
        var p = members.stream()
                .filter(Family::isTested)
                .mapToDouble(member -> difference(member).p())
                .toArray();
        var adjusted = BenjaminiHochberg.adjusted(p);
        var judged = new ArrayList<Contrast>();
        int test = 0;
        for (var member : members) {
            judged.add(
                    member.contrast.difference() == null
                            ? member.contrast
                            : judged(member, isTested(member) ? adjusted[test++] : Double.NaN));
        }
        return judged;
    }

    private static boolean isTested(Member member) {
        return member.contrast.difference() != null && difference(member).isTested();
    }

    private static Difference difference(Member member) {
        return java.util.Objects.requireNonNull(member.contrast.difference());
    }

    private static Contrast judged(Member member, double adjusted) {
        var open = member.contrast;
        var difference = difference(member);
        boolean established =
                Double.isNaN(adjusted) ? difference.estimate().signum() != 0 : adjusted <= BenjaminiHochberg.LEVEL;
        return new Contrast(
                open.figure(),
                open.other(),
                difference,
                adjusted,
                established
                        ? Verdict.of(difference.estimate().signum(), member.direction)
                        : Verdict.NO_CLEAR_DIFFERENCE,
                null,
                open.approximate());
    }
}
