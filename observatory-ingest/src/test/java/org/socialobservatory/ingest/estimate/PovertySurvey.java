package org.socialobservatory.ingest.estimate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.socialobservatory.ingest.estimate.Statistic.Deprivation;
import org.socialobservatory.ingest.estimate.Statistic.Pillar;
import org.socialobservatory.ingest.estimate.design.SurveyDesign;
import org.socialobservatory.ontology.reference.ReferenceFolder;

/** The synthetic household survey of the R package {@code mpitbR}: ten deprivations in three pillars of one weight. */
final class PovertySurvey {

    private PovertySurvey() {}

    /** The figures by area of one column, below all of them together. */
    static Map<String, Estimate> estimates(Path folder, double cutoff, String area) {
        var select = "SELECT CAST(" + area + " AS VARCHAR) AS _area, CAST(stratum AS VARCHAR) AS _stratum, "
                + "CAST(psu AS VARCHAR) AS _cluster, CAST(weight AS DOUBLE) AS _weight, * FROM read_csv('"
                + ReferenceFolder.path("alkire-foster/syn_cdta_t1.csv.gz") + "')";
        var poverty = new Statistic.MultidimensionalPoverty(
                List.of(
                        pillar("health", 1 / 6.0, "d_nutr", "d_cm"),
                        pillar("education", 1 / 6.0, "d_satt", "d_educ"),
                        pillar("living", 1 / 18.0, "d_elct", "d_sani", "d_wtr", "d_hsg", "d_ckfl", "d_asst")),
                cutoff);
        var estimand = new Estimand("mpi", poverty, null, List.of(List.of()), Estimand.Unit.PLAIN);
        var areas = IntStream.rangeClosed(0, 20)
                .mapToObj(Integer::toString)
                .collect(Collectors.toMap(code -> code, _ -> "town"));
        var shown = new HashSet<>(areas.keySet());
        shown.add("town");
        var file = Answers.parquet(folder.resolve("poverty-" + area + cutoff + ".parquet"), select);
        return new Estimator(SurveyDesign.weighted(), new Hierarchy(areas, "town", shown))
                .estimate(file, List.of(estimand)).cells().stream()
                        .collect(Collectors.toMap(
                                cell -> ApiSurvey.name(
                                        cell.key().indicator(),
                                        cell.key().breakdown(),
                                        cell.key().area()),
                                cell -> cell));
    }

    private static Pillar pillar(String code, double weight, String... deprivations) {
        var list = new ArrayList<Deprivation>();
        for (var deprivation : deprivations) {
            list.add(new Deprivation(deprivation, weight, Expression.of(deprivation + " = 1")));
        }
        return new Pillar(code, list);
    }
}
