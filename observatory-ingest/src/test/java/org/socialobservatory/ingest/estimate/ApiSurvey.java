package org.socialobservatory.ingest.estimate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.socialobservatory.ingest.estimate.design.SurveyDesign;
import org.socialobservatory.ontology.reference.ReferenceFolder;

/** The survey of Californian schools: its designs as R's {@code survey} names them, and what is asked of them. */
final class ApiSurvey {

    static final Dimension STYPE = new Dimension("stype", Expression.of("stype"));
    static final Dimension WIDE = new Dimension("wide", Expression.of("\"sch.wide\""));
    static final List<List<Dimension>> BREAKDOWNS =
            List.of(List.of(), List.of(STYPE), List.of(WIDE), List.of(STYPE, WIDE));

    private ApiSurvey() {}

    /** The columns of a design, by its name in R. */
    static String columns(String design) {
        var fpc = design.endsWith("_nf") ? "" : ", CAST(fpc AS DOUBLE) AS _fpc";
        return switch (design.replace("_nf", "")) {
            case "dsrs" -> "SELECT *, pw AS _weight" + fpc + " FROM " + csv("apisrs");
            case "dstrat" -> "SELECT *, pw AS _weight, stype AS _stratum" + fpc + " FROM " + csv("apistrat");
            case "dclus1" ->
                "SELECT *, pw AS _weight, CAST(dnum AS VARCHAR) AS _cluster" + fpc + " FROM " + csv("apiclus1");
            default -> throw new IllegalArgumentException(design);
        };
    }

    static String csv(String name) {
        return "read_csv('" + ReferenceFolder.path("survey/" + name + ".csv")
                + "', auto_type_candidates = ['BIGINT', 'DOUBLE', 'VARCHAR'], sample_size = -1)";
    }

    static Map<String, Estimate> estimates(Path folder, String name, String select, SurveyDesign design) {
        return estimates(Answers.parquet(folder.resolve(name + ".parquet"), select), design, Answers.town());
    }

    /** By indicator, breakdown and area. */
    static Map<String, Estimate> estimates(Path file, SurveyDesign design, Hierarchy areas) {
        return new Estimator(design, areas)
                .estimate(file, estimands()).cells().stream()
                        .collect(Collectors.toMap(
                                cell -> name(
                                        cell.key().indicator(),
                                        cell.key().breakdown(),
                                        cell.key().area()),
                                cell -> cell));
    }

    static String name(String indicator, String breakdown, String area) {
        return indicator + " " + breakdown + " " + area;
    }

    /** One hierarchy with the schools of a kind below all. */
    static Hierarchy below(String... areas) {
        var parents = List.of(areas).stream().collect(Collectors.toMap(area -> area, _ -> "town"));
        var all = new HashSet<>(Set.of(areas));
        all.add("town");
        return new Hierarchy(parents, "town", all);
    }

    private static List<Estimand> estimands() {
        var list = new ArrayList<Estimand>();
        for (var number : List.of("api00", "api99", "enroll", "acs.46", "acs.core")) {
            add(list, "mean-" + number, new Statistic.Mean(quoted(number)));
            add(list, "total-" + number, new Statistic.Total(quoted(number)));
        }
        add(list, "ratio", new Statistic.Ratio(quoted("api.stu"), quoted("enroll")));
        for (var code : List.of("stypeE", "stypeH", "stypeM", "sch.wideNo", "sch.wideYes", "awardsNo", "awardsYes")) {
            var variable = code.replaceFirst("(Yes|No|[EHM])$", "");
            var condition = Expression.of('"' + variable + "\" = ?", code.substring(variable.length()));
            add(list, "share-" + code, new Statistic.Proportion(condition));
            add(list, "count-" + code, new Statistic.Count(condition));
        }
        for (var condition : List.of("api00>900", "api00<900", "api00<=900", "api00>850", "acs.core>26")) {
            var sql = condition.replaceFirst("^([a-z0-9.]+?)([<>])", "\"$1\" $2");
            add(
                    list,
                    "share-" + condition.replaceAll("[<>=]+", "~") + sign(condition),
                    new Statistic.Proportion(Expression.of(sql)));
        }
        for (double p : new double[] {0.0001, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9}) {
            add(list, "q" + p, new Statistic.Quantile(quoted("api00"), p));
        }
        return list;
    }

    /** Conditions are no codes: {@code api00<=900} becomes {@code api00~900.le}. */
    static String sign(String condition) {
        return condition.contains("<=") ? ".le" : condition.contains("<") ? ".lt" : ".gt";
    }

    private static Expression quoted(String column) {
        return Expression.of('"' + column + '"');
    }

    private static void add(List<Estimand> list, String indicator, Statistic statistic) {
        list.add(new Estimand(indicator, statistic, null, BREAKDOWNS, Estimand.Unit.PLAIN));
    }
}
