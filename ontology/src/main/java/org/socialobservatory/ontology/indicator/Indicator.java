package org.socialobservatory.ontology.indicator;

import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ontology.Codes;
import org.socialobservatory.ontology.Multilingual;
import org.socialobservatory.ontology.Term;

/**
 * A defined statistic.
 *
 * @param unit code in the scheme {@code unit}
 * @param counts what a count counts; decides the disclosure rule
 * @param theme code of a theme of the base catalogue, if known
 * @param sdg code of a goal or target of sustainable development, such as {@code 4.6}
 * @param target the value to reach, in the unit
 * @param sameAs code of the catalogue indicator that this one is
 * @param closeTo code of a catalogue indicator that is shown beside and never compared
 */
@Term("obs:Indicator")
public record Indicator(
        String code,
        Multilingual labels,
        Multilingual definition,
        Multilingual formula,
        Multilingual universe,
        String unit,
        Kind kind,
        Counted counts,
        Direction direction,
        @Nullable String theme,
        @Nullable String sdg,
        @Nullable BigDecimal target,
        @Nullable String sameAs,
        @Nullable String closeTo) {

    public Indicator {
        Codes.require(code);
        Codes.require(unit);
    }

    /** The form of the statistic. */
    public enum Kind {
        PROPORTION,
        MEAN,
        RATIO,
        TOTAL,
        COUNT,
        QUANTILE,
        INDEX;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What a figure counts. */
    public enum Counted {
        PERSONS,
        HOUSEHOLDS,
        NONE;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Which way is better. */
    public enum Direction {
        HIGHER,
        LOWER,
        NONE;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
