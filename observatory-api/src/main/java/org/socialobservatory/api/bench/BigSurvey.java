package org.socialobservatory.api.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.duckdb.DuckDBDriver;
import org.socialobservatory.ingest.estimate.Dimension;
import org.socialobservatory.ingest.estimate.Estimand;
import org.socialobservatory.ingest.estimate.Estimates;
import org.socialobservatory.ingest.estimate.Estimator;
import org.socialobservatory.ingest.estimate.Expression;
import org.socialobservatory.ingest.estimate.Hierarchy;
import org.socialobservatory.ingest.estimate.Statistic;
import org.socialobservatory.ingest.estimate.design.SurveyDesign;

/**
 * A survey of a million people that nobody made: 200 clusters in 20 strata and 40 areas, 40 columns; the same every
 * time, since its answers are hashes of their places.
 */
final class BigSurvey {

    static final int AREAS = 40;
    /** Yes-or-no questions and amounts; with what stands in the SQL they make 40 columns. */
    private static final int QUESTIONS = 20;

    private static final int AMOUNTS = 9;
    static final int SHARES = 7;
    static final int MEANS = 3;

    private static final String BAND =
            "CASE WHEN age < 5 THEN 'Y0T4' WHEN age < 15 THEN 'Y5T14' WHEN age < 25 THEN 'Y15T24' "
                    + "WHEN age < 60 THEN 'Y25T59' ELSE 'Y_GE60' END";

    private final Path file;

    private BigSurvey(Path file) {
        this.file = file;
    }

    /** Writes the survey to a Parquet file. */
    static BigSurvey write(Path file) throws IOException {
        var survey = new BigSurvey(file);
        var columns = new StringBuilder();
        for (int question = 0; question < QUESTIONS; question++) {
            columns.append(",\n    hash(i, ")
                    .append(100 + question)
                    .append(") % 10 < ")
                    .append(1 + question % 9)
                    .append(" AS question")
                    .append(question);
        }
        for (int amount = 0; amount < AMOUNTS; amount++) {
            columns.append(",\n    (hash(i, ")
                    .append(200 + amount)
                    .append(") % 100000) / 7.0 AS amount")
                    .append(amount);
        }
        survey.execute(BigIntake.text("big-survey.sql").replace("{columns}", columns), false);
        return survey;
    }

    /** Ten indicators in forty areas by sex and age, with their intervals. */
    Estimates estimate() {
        var parents = IntStream.range(0, AREAS)
                .mapToObj(area -> "area-" + area)
                .collect(Collectors.toMap(area -> area, _ -> "town"));
        var estimated = new HashSet<>(parents.keySet());
        estimated.add("town");
        return new Estimator(SurveyDesign.weighted(), new Hierarchy(parents, "town", estimated))
                .estimate(file, estimands());
    }

    private static List<Estimand> estimands() {
        var sex = new Dimension("sex", Expression.of("sex"));
        var age = new Dimension("age", Expression.of(BAND));
        var breakdowns = List.of(List.<Dimension>of(), List.of(sex), List.of(age), List.of(sex, age));
        var estimands = new ArrayList<Estimand>();
        for (int share = 0; share < SHARES; share++) {
            estimands.add(new Estimand(
                    "share-" + share,
                    new Statistic.Proportion(Expression.of("question" + share)),
                    Expression.of("age >= ?", 5 + share),
                    breakdowns,
                    Estimand.Unit.PERCENT));
        }
        for (int mean = 0; mean < MEANS; mean++) {
            estimands.add(new Estimand(
                    "mean-" + mean,
                    new Statistic.Mean(Expression.of("amount" + mean)),
                    null,
                    breakdowns,
                    Estimand.Unit.PLAIN));
        }
        return estimands;
    }

    /** The same sums by area, sex and age in DuckDB alone, without errors and in no certain order; how many groups. */
    int groupBarely() throws IOException {
        var columns = new StringBuilder();
        var sums = new StringBuilder();
        for (int share = 0; share < SHARES; share++) {
            columns.append(", question").append(share);
            var universe = "age >= " + (5 + share);
            sums.append(", sum(w) FILTER (WHERE ")
                    .append(universe)
                    .append("), sum(w) FILTER (WHERE ")
                    .append(universe)
                    .append(" AND question")
                    .append(share)
                    .append(")");
        }
        for (int mean = 0; mean < MEANS; mean++) {
            columns.append(", amount").append(mean);
            sums.append(", sum(w * amount").append(mean).append(")");
        }
        return execute(
                BigIntake.text("bare-grouping.sql")
                        .replace("{columns}", columns)
                        .replace("{sums}", sums)
                        .replace("{band}", BAND),
                true);
    }

    /** Writes the same answers as a text table, under names that a package would give its columns. */
    void writeCsv(Path csv) throws IOException {
        execute(
                BigIntake.text("big-survey-csv.sql")
                        .replace("{csv}", csv.toString().replace("'", "''")),
                false);
    }

    private int execute(String sql, boolean answers) throws IOException {
        try (var connection = new DuckDBDriver().connect("jdbc:duckdb:", new Properties());
                var statement = connection.createStatement()) {
            statement.execute(sql.replace("{file}", file.toString().replace("'", "''")));
            int rows = 0;
            if (answers) {
                try (var found = statement.getResultSet()) {
                    while (found.next()) {
                        rows++;
                    }
                }
            }
            return rows;
        } catch (SQLException e) {
            throw new IOException("The survey cannot be written or grouped: " + e.getMessage(), e);
        }
    }
}
