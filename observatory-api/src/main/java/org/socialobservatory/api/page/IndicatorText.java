package org.socialobservatory.api.page;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ontology.indicator.Indicator;
import org.socialobservatory.ontology.indicator.Indicator.Direction;
import org.socialobservatory.ontology.indicator.Indicator.Kind;

/**
 * An indicator in the words of one language.
 *
 * @param code the code asked for
 * @param shownAs code of the catalogue indicator that it is, else its own
 * @param unit code of the unit
 * @param theme code of the theme, if any
 * @param sdg goal or target of sustainable development, such as {@code 4.6}
 */
public record IndicatorText(
        String code,
        String shownAs,
        String label,
        @Nullable String definition,
        @Nullable String formula,
        @Nullable String universe,
        String unit,
        String unitName,
        Kind kind,
        Direction direction,
        @Nullable String theme,
        @Nullable String sdg,
        @Nullable BigDecimal target,
        @Nullable String closeTo) {

    /** @param leading whose words and meaning come first; an indicator that nobody defined is its code */
    static IndicatorText of(Names names, String code, Optional<Indicator> leading, Optional<Indicator> own) {
        if (leading.isEmpty()) {
            return new IndicatorText(
                    code,
                    code,
                    code,
                    null,
                    null,
                    null,
                    "number",
                    "",
                    Kind.INDEX,
                    Direction.NONE,
                    null,
                    null,
                    null,
                    null);
        }
        var first = leading.get();
        var second = own.orElse(first);
        return new IndicatorText(
                code,
                first.code(),
                names.of(first.labels().completedBy(second.labels()), code),
                names.of(first.definition().completedBy(second.definition())),
                names.of(first.formula().completedBy(second.formula())),
                names.of(first.universe().completedBy(second.universe())),
                second.unit(),
                names.code("unit", second.unit()),
                second.kind(),
                first.direction(),
                first.theme() == null ? second.theme() : first.theme(),
                first.sdg() == null ? second.sdg() : first.sdg(),
                first.target(),
                second.closeTo());
    }

    /** Whether figures of areas of different size can be set beside one another. */
    public boolean comparable() {
        return kind != Kind.COUNT && kind != Kind.TOTAL;
    }
}
