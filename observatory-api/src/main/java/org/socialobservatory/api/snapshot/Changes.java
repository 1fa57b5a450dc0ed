package org.socialobservatory.api.snapshot;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.snapshot.Block.Run;

/** What one edition of a dataset says otherwise than another, cell by cell in canonical order. */
public final class Changes {

    private final @Nullable PublishedDataset former;
    private final PublishedDataset later;
    private final Reader reader;

    private Changes(@Nullable PublishedDataset former, PublishedDataset later, Reader reader) {
        this.former = former;
        this.later = later;
        this.reader = reader;
    }

    /** Takes the changes one by one. */
    @FunctionalInterface
    public interface Reader {

        /**
         * A cell that differs; never are both null.
         *
         * @param before null for an added cell
         * @param after null for one that is gone
         */
        void change(@Nullable PublishedCell before, @Nullable PublishedCell after);
    }

    /**
     * Hands over every cell that differs.
     *
     * @param former null before the first edition: then every cell is added
     */
    public static void between(@Nullable PublishedDataset former, PublishedDataset later, Reader reader) {
        new Changes(former, later, reader).runs();
    }

    /** Both blocks stand in canonical order: one pass over both. */
    private void runs() {
        var before = former == null ? List.<Run>of() : former.block().runs();
        var after = later.block().runs();
        int one = 0;
        int other = 0;
        while (one < before.size() || other < after.size()) {
            int order =
                    one == before.size() ? 1 : other == after.size() ? -1 : compare(before.get(one), after.get(other));
            cells(order <= 0 ? before.get(one++) : null, order >= 0 ? after.get(other++) : null);
        }
    }

    private static int compare(Run one, Run other) {
        int byIndicator = one.indicator().compareTo(other.indicator());
        if (byIndicator != 0) {
            return byIndicator;
        }
        int byBreakdown = one.breakdown().toString().compareTo(other.breakdown().toString());
        return byBreakdown != 0
                ? byBreakdown
                : one.period().code().compareTo(other.period().code());
    }

    private void cells(@Nullable Run before, @Nullable Run after) {
        int one = before == null ? 0 : before.from();
        int oneEnd = before == null ? 0 : before.to();
        int other = after == null ? 0 : after.from();
        int otherEnd = after == null ? 0 : after.to();
        while (one < oneEnd || other < otherEnd) {
            var was = one == oneEnd || former == null ? null : new PublishedCell(former, one);
            var is = other == otherEnd ? null : new PublishedCell(later, other);
            int order = was == null ? 1 : is == null ? -1 : was.area().compareTo(is.area());
            cell(order <= 0 ? was : null, order >= 0 ? is : null);
            one += order <= 0 ? 1 : 0;
            other += order >= 0 ? 1 : 0;
        }
    }

    private void cell(@Nullable PublishedCell was, @Nullable PublishedCell is) {
        if (was == null || is == null || !was.observed().equals(is.observed())) {
            reader.change(was, is);
        }
    }
}
