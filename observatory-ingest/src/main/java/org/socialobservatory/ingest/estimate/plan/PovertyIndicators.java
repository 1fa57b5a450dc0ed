package org.socialobservatory.ingest.estimate.plan;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ingest.estimate.Poverty;
import org.socialobservatory.ingest.mapping.tabulation.Statistic;
import org.socialobservatory.ingest.mapping.tabulation.Statistic.Deprivation;
import org.socialobservatory.ontology.Language;
import org.socialobservatory.ontology.Multilingual;
import org.socialobservatory.ontology.indicator.Indicator;
import org.socialobservatory.ontology.indicator.Indicator.Counted;
import org.socialobservatory.ontology.indicator.Indicator.Direction;
import org.socialobservatory.ontology.indicator.Indicator.Kind;

/** What the figures of an index of multidimensional poverty mean beside the index itself. */
final class PovertyIndicators {

    private static final String PERCENT = "percent";

    private final Indicator index;
    private final List<Indicator> found = new ArrayList<>();

    private PovertyIndicators(Indicator index) {
        this.index = index;
    }

    /** Rate, intensity, and for each deprivation its two headcounts and its part in the index. */
    static List<Indicator> beside(Indicator index, Statistic.Poverty poverty) {
        var indicators = new PovertyIndicators(index);
        indicators.write(poverty);
        return List.copyOf(indicators.found);
    }

    private void write(Statistic.Poverty poverty) {
        boolean shared = "multidimensional-poverty-index".equals(index.code())
                || "multidimensional-poverty-index".equals(index.sameAs());
        add(
                Poverty.headcount(index.code()),
                Multilingual.of("Taux de pauvres", "معدل الفقراء", "Share of the poor"),
                Kind.PROPORTION,
                shared ? "multidimensional-poverty-rate" : null);
        add(
                Poverty.intensity(index.code()),
                Multilingual.of("Intensité de la pauvreté", "شدة الفقر", "Intensity of poverty"),
                Kind.RATIO,
                shared ? "multidimensional-poverty-intensity" : null);
        for (Statistic.Pillar pillar : poverty.pillars()) {
            contribution(pillar.code(), pillar.labels());
            for (Deprivation deprivation : pillar.deprivations()) {
                deprivation(deprivation);
                if (!deprivation.code().equals(pillar.code())) {
                    contribution(deprivation.code(), deprivation.labels());
                }
            }
        }
    }

    private void deprivation(Deprivation deprivation) {
        var code = deprivation.code();
        add(
                Poverty.censoredHeadcount(index.code(), code),
                named("Pauvres et privés : ", "فقراء ومحرومون: ", "Poor and deprived: ", code, deprivation.labels()),
                Kind.PROPORTION,
                null);
        add(
                Poverty.uncensoredHeadcount(index.code(), code),
                named(
                        "Privés, pauvres ou non : ",
                        "محرومون، فقراء أو غير فقراء: ",
                        "Deprived, poor or not: ",
                        code,
                        deprivation.labels()),
                Kind.PROPORTION,
                null);
    }

    private void contribution(String part, Multilingual labels) {
        add(
                Poverty.contribution(index.code(), part),
                named(
                        "Part dans l’indice de pauvreté : ",
                        "الحصة في مؤشر الفقر: ",
                        "Part in the index of poverty: ",
                        part,
                        labels),
                Kind.RATIO,
                null);
    }

    private static Multilingual named(String fr, String ar, String en, String code, Multilingual labels) {
        return Multilingual.of(
                fr + labels.orCode(Language.FR, code),
                ar + labels.orCode(Language.AR, code),
                en + labels.orCode(Language.EN, code));
    }

    private void add(String code, Multilingual labels, Kind kind, @Nullable String sameAs) {
        found.add(new Indicator(
                code,
                labels,
                index.definition(),
                Multilingual.none(),
                index.universe(),
                PERCENT,
                kind,
                Counted.NONE,
                Direction.LOWER,
                index.theme(),
                index.sdg(),
                null,
                sameAs,
                null));
    }
}
