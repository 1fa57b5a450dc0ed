package org.socialobservatory.ingest.composite;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ontology.Multilingual;
import org.socialobservatory.ontology.cube.Observed;
import org.socialobservatory.ontology.cube.Reliability;
import org.socialobservatory.ontology.cube.Status;
import org.socialobservatory.ontology.cube.Uncertainty;
import org.socialobservatory.ontology.indicator.Indicator;
import org.socialobservatory.ontology.indicator.Indicator.Counted;
import org.socialobservatory.ontology.indicator.Indicator.Direction;
import org.socialobservatory.ontology.indicator.Indicator.Kind;

/** Published figures made for tests, and the indicators that they are of. */
final class Figures {

    static final Indicator SHARE = indicator(Kind.PROPORTION, "percent");
    static final Indicator MEAN = indicator(Kind.MEAN, "number");

    private Figures() {}

    private static Indicator indicator(Kind kind, String unit) {
        var none = Multilingual.none();
        return new Indicator(
                "made", none, none, none, none, unit, kind, Counted.NONE, Direction.NONE, null, null, null, null, null);
    }

    static Observed.Value value(
            BigDecimal number, @Nullable BigDecimal error, @Nullable BigDecimal lower, @Nullable BigDecimal upper) {
        return new Observed.Value(
                number,
                Status.NORMAL,
                new Uncertainty(error, lower, upper, null, null, null, null, null, null),
                Reliability.RELIABLE);
    }
}
