package org.socialobservatory.ingest.mapping.description;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ingest.source.Dialect;
import org.socialobservatory.ingest.source.RawFile;
import org.socialobservatory.ontology.finding.FindingRule;

/**
 * A resource of a package: a file, how it is written and what it means.
 *
 * @param marks how its numbers are written, where a field does not say otherwise
 * @param crs reference system of its geometries where the package declares it; it wins over the file's own
 * @param tolerance how many rows may break a rule and be left out
 */
public record ResourceDescription(
        String name,
        RawFile file,
        Dialect dialect,
        Schema schema,
        Schema.NumberMarks marks,
        @Nullable String crs,
        Map<FindingRule, Allowance> tolerance,
        Meaning meaning) {
    public ResourceDescription {
        tolerance = Map.copyOf(tolerance);
    }

    /** Rules that concern single rows, which can be left out without the others meaning something else. */
    static final Set<FindingRule> TOLERABLE = Set.of(
            FindingRule.ROW_RAGGED,
            FindingRule.FORMULA_ERROR,
            FindingRule.CODE_MISSING,
            FindingRule.CODE_MALFORMED,
            FindingRule.CODE_UNMAPPED,
            FindingRule.CODE_UNKNOWN,
            FindingRule.CODE_REPEATED,
            FindingRule.AREA_UNKNOWN,
            FindingRule.INDICATOR_UNKNOWN,
            FindingRule.TYPE_WRONG,
            FindingRule.CONSTRAINT_BROKEN,
            FindingRule.NUMBER_MALFORMED,
            FindingRule.DECIMAL_MARK_WRONG,
            FindingRule.DATE_MALFORMED,
            FindingRule.PERIOD_MALFORMED,
            FindingRule.TWO_VALUES,
            FindingRule.VALUE_CONTRADICTS_STATUS,
            FindingRule.PERCENT_OUTSIDE,
            FindingRule.COUNT_NEGATIVE,
            FindingRule.UNCERTAINTY_IMPOSSIBLE,
            FindingRule.GEOMETRY_MALFORMED,
            FindingRule.WEIGHT_NOT_POSITIVE,
            FindingRule.DESIGN_MISSING,
            FindingRule.ANSWER_TWICE,
            FindingRule.ANSWER_WITHOUT_PARENT);

    /**
     * A number of rows or a share of all rows.
     *
     * @param rows so many, or
     * @param percent so many of a hundred
     */
    public record Allowance(@Nullable Long rows, @Nullable BigDecimal percent) {

        /** Whether so many refused rows of so many are allowed. */
        public boolean allows(long refused, long of) {
            return rows != null
                    ? refused <= rows
                    : percent != null
                            && BigDecimal.valueOf(refused)
                                            .multiply(BigDecimal.valueOf(100))
                                            .compareTo(percent.multiply(BigDecimal.valueOf(of)))
                                    <= 0;
        }
    }
}
