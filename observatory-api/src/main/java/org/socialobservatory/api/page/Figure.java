package org.socialobservatory.api.page;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A published cell as a page says it.
 *
 * @param state normal, estimated, provisional, withheld or missing
 * @param number null where the cell has none, and where the figure is too unreliable to stand without its interval
 * @param text the figure in its unit, or why there is none
 * @param interval “between … and …”, where the interval is known
 * @param sampleSize respondents behind the figure, as written
 * @param reliability reliable, caution or unreliable; null without a number
 * @param indicator code under which the figure was published
 * @param period code of the period
 * @param breakdown in its text form
 * @param contested that a meeting said it is not so, and about which edition; null where none did
 */
public record Figure(
        String state,
        @Nullable BigDecimal number,
        String text,
        @Nullable String interval,
        @Nullable BigDecimal lower,
        @Nullable BigDecimal upper,
        @Nullable String sampleSize,
        @Nullable String reliability,
        String coverage,
        String indicator,
        String area,
        String period,
        String breakdown,
        String dataset,
        int edition,
        @Nullable String contested) {

    /** Where its proof stands, below the address of this program; codes need no escaping. */
    public String proof() {
        return "/figures/" + dataset + "/" + indicator + "/" + area + "/" + period + "/" + breakdown;
    }

    /** What sets the figure apart from one that can be read as it stands: withheld, missing or unreliable. */
    public @Nullable String mark() {
        return !stated() ? state : "unreliable".equals(reliability) ? reliability : null;
    }

    public boolean withheld() {
        return state.equals("withheld");
    }

    public boolean missing() {
        return state.equals("missing");
    }

    /** Whether the figure says a number at all, if only as an interval. */
    public boolean stated() {
        return !withheld() && !missing();
    }

    public boolean exhaustive() {
        return coverage.equals("exhaustive");
    }
}
