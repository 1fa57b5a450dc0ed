package org.socialobservatory.api.diagnostic;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ontology.indicator.Catalogue;
import org.socialobservatory.ontology.indicator.Indicator;
import org.socialobservatory.ontology.indicator.Indicator.Direction;
import org.socialobservatory.ontology.indicator.Indicator.Kind;

/**
 * What has to be known of an indicator to judge its figures; what a package leaves open comes from the catalogue
 * indicator that it is.
 *
 * @param shownAs code of that catalogue indicator, else its own
 * @param target the value to reach, in the unit
 */
public record Meaning(
        String shownAs,
        String unit,
        Kind kind,
        Direction direction,
        @Nullable BigDecimal target,
        @Nullable String theme) {

    /** An indicator that nobody defined has no direction, and no unit that could mislead. */
    public static Meaning of(Catalogue catalogue, String code) {
        var own = catalogue.indicator(code);
        var leading = catalogue.shared(code).or(() -> own);
        return leading.map(first -> of(first, own.orElse(first)))
                .orElseGet(() -> new Meaning(code, "number", Kind.INDEX, Direction.NONE, null, null));
    }

    private static Meaning of(Indicator first, Indicator own) {
        return new Meaning(
                first.code(),
                own.unit(),
                own.kind(),
                first.direction(),
                // The catalogue's target is in the catalogue's unit.
                first.unit().equals(own.unit()) ? first.target() : own.target(),
                first.theme() == null ? own.theme() : first.theme());
    }

    /** Whether figures of areas of different size can be set beside one another. */
    public boolean regardlessOfSize() {
        return kind != Kind.COUNT && kind != Kind.TOTAL;
    }
}
