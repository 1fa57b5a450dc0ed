package org.socialobservatory.ingest.estimate;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.socialobservatory.ingest.estimate.ReferenceRows.Answer;
import org.socialobservatory.ingest.estimate.design.SurveyDesign;
import org.socialobservatory.ontology.cube.Breakdown;
import org.socialobservatory.ontology.reference.ReferenceData;

/** What R's {@code survey} answers about the schools of California, row by row. */
@ReferenceData
class SurveyReferenceTest {

    private static final List<String> NUMBERS = List.of("api00", "api99", "enroll");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final Map<String, Map<String, Estimate>> designs = new HashMap<>();

    @Test
    void agreesWithREveryRowThatTheRulesCover() {
        ReferenceRows.compare(
                "survey/reference.csv",
                "reference",
                row -> String.join(
                        " ",
                        row.getField("case"),
                        row.getField("variable"),
                        row.getField("domain"),
                        row.getField("statistic")),
                this::answer);
    }

    private @Nullable Answer answer(NamedCsvRecord row) {
        var statistic = row.getField("statistic");
        var variable = row.getField("variable");
        return switch (row.getField("estimator")) {
            case "svymean", "svyby.mean" -> ofKind(row, isNumber(variable) ? "mean-" : "share-", statistic);
            case "svytotal", "svyby.total" -> ofKind(row, isNumber(variable) ? "total-" : "count-", statistic);
            case "svyratio" -> of(estimate(row, "ratio"), statistic, false);
            case "svyciprop" -> proportion(row, statistic);
            case "svyquantile" -> quantile(row, statistic);
            default -> null;
        };
    }

    private @Nullable Answer ofKind(NamedCsvRecord row, String kind, String statistic) {
        var variable = row.getField("variable");
        if (statistic.equals("degf")) {
            return of(estimate(row, kind + variable.replaceFirst("\\+.*", "")), statistic, false);
        }
        if (variable.contains("|") || variable.contains("+")) {
            return null;
        }
        boolean interval = statistic.startsWith("ci95") && kind.equals("share-");
        boolean effect = statistic.equals("deff") && !kind.equals("mean-") && !kind.equals("share-");
        return interval || effect
                ? null
                : of(
                        estimate(row, kind + variable),
                        statistic,
                        row.getField("case").contains("deffrep"));
    }

    private static boolean isNumber(String variable) {
        return NUMBERS.contains(variable.replaceFirst("[+|].*", ""));
    }

    private static @Nullable Answer of(Estimate estimate, String statistic, boolean withReplacement) {
        var known = estimate.uncertainty();
        double value = number(estimate.value());
        double error = number(known.standardError());
        return switch (statistic) {
            case "estimate" -> Answer.of(value);
            case "se" -> Answer.error(error, value);
            case "cv" -> Answer.error(error / value, 1);
            case "ci95_low_t_degf" -> Answer.of(number(known.lower()));
            case "ci95_high_t_degf" -> Answer.of(number(known.upper()));
            case "degf" -> Answer.of(number(known.degreesOfFreedom()));
            case "deff" -> effect(estimate, withReplacement);
            default -> null;
        };
    }

    /** R's {@code deff=TRUE} compares with sampling without replacement. */
    private static Answer effect(Estimate estimate, boolean withReplacement) {
        double effect = number(estimate.uncertainty().designEffect());
        double fraction = estimate.behind().persons() / estimate.behind().population();
        return Answer.error(withReplacement ? effect : effect / (1 - fraction), 1);
    }

    private @Nullable Answer proportion(NamedCsvRecord row, String statistic) {
        var estimate = estimate(
                row,
                switch (row.getField("variable")) {
                    case "sch.wide==Yes" -> "share-sch.wideYes";
                    case "stype==E" -> "share-stypeE";
                    case "awards==Yes" -> "share-awardsYes";
                    default -> "share-api00~900.gt";
                });
        double value = number(estimate.value());
        return switch (statistic) {
            case "logit_ci95_low" -> ours(value, estimate.uncertainty().lower());
            case "logit_ci95_high" -> ours(value, estimate.uncertainty().upper());
            default ->
                statistic.endsWith("_estimate") && !statistic.startsWith("likelihood")
                        ? ours(value, estimate.value())
                        : null;
        };
    }

    /** At 0 and 1 R's numbers are artefacts of its logistic regression. */
    private static @Nullable Answer ours(double share, @Nullable BigDecimal number) {
        return share == 0 || share == 1 ? null : Answer.of(number(number));
    }

    private @Nullable Answer quantile(NamedCsvRecord row, String statistic) {
        var parts = statistic.split("_", 4);
        if (parts.length < 4 || !parts[1].equals("math") || !parts[2].equals("mean")) {
            return null;
        }
        var estimate = estimate(row, parts[0]);
        return switch (parts[3]) {
            case "estimate" -> Answer.of(number(estimate.value()));
            case "se" -> Answer.of(number(estimate.uncertainty().standardError()));
            case "ci95_low" -> Answer.of(number(estimate.uncertainty().lower()));
            case "ci95_high" -> Answer.of(number(estimate.uncertainty().upper()));
            default -> null;
        };
    }

    private Estimate estimate(NamedCsvRecord row, String indicator) {
        var design = row.getField("design");
        var estimates = designs.computeIfAbsent(
                design, name -> ApiSurvey.estimates(folder, name, ApiSurvey.columns(name), SurveyDesign.weighted()));
        var breakdown = breakdown(row.getField("domain"));
        return Objects.requireNonNull(
                estimates.get(ApiSurvey.name(indicator, breakdown, "town")), () -> indicator + " " + breakdown);
    }

    /** {@code stype=E&sch.wide=No} in our words. */
    private static String breakdown(String domain) {
        var codes = new TreeMap<String, String>();
        for (var part : domain.split("&", -1)) {
            if (!part.isEmpty()) {
                int equals = part.indexOf('=');
                codes.put(part.substring(0, equals).replace("sch.", ""), part.substring(equals + 1));
            }
        }
        return Breakdown.of(codes).toString();
    }

    private static double number(@Nullable BigDecimal number) {
        return number == null ? Double.NaN : number.doubleValue();
    }
}
