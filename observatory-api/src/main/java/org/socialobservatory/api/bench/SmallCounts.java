package org.socialobservatory.api.bench;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.socialobservatory.ingest.gate.Gate;
import org.socialobservatory.ingest.gate.candidate.Candidate;
import org.socialobservatory.ingest.gate.candidate.DisclosureRules;
import org.socialobservatory.ingest.gate.candidate.Surroundings;
import org.socialobservatory.ontology.Multilingual;
import org.socialobservatory.ontology.area.Area;
import org.socialobservatory.ontology.area.Territory;
import org.socialobservatory.ontology.cube.Cell;
import org.socialobservatory.ontology.cube.CellKey;
import org.socialobservatory.ontology.cube.Observed;
import org.socialobservatory.ontology.edition.SourceResource.Coverage;
import org.socialobservatory.ontology.edition.SourceResource.Disclosure;
import org.socialobservatory.ontology.indicator.Indicator;

/**
 * An invented census that keeps the gate busy: people of a country, 5 towns, 30 arrondissements and 630 quarters by sex
 * and age, all totals made, one cell in twenty a small count.
 */
final class SmallCounts {

    private static final long SEED = 20_260_101;
    private static final int TOWNS = 5;
    private static final int ARRONDISSEMENTS = 6;
    private static final int QUARTERS = 21;
    /** People of a cell of a middling quarter. */
    private static final double MIDDLING = 20;

    private final Random random = new Random(SEED);
    private final Territory territory = territory();
    private final TreeMap<CellKey, Long> counts = new TreeMap<>();

    SmallCounts() {
        for (var area : territory.areas()) {
            if (area.level().equals("quartier")) {
                fill(area);
            }
        }
    }

    private static Territory territory() {
        var builder = Territory.empty().extended();
        builder.state(new Area("country", "country", null, Multilingual.none()));
        for (int town = 0; town < TOWNS; town++) {
            builder.state(new Area("t" + town, "town", "country", Multilingual.none()));
            for (int part = 0; part < ARRONDISSEMENTS; part++) {
                var arrondissement = "t" + town + "a" + part;
                builder.state(new Area(arrondissement, "arrondissement", "t" + town, Multilingual.none()));
                for (int quarter = 0; quarter < QUARTERS; quarter++) {
                    builder.state(
                            new Area(arrondissement + "q" + quarter, "quartier", arrondissement, Multilingual.none()));
                }
            }
        }
        return builder.build();
    }

    private void fill(Area quarter) {
        double size = MIDDLING * Math.exp(random.nextGaussian());
        for (var sex : List.of("sex=F", "sex=M")) {
            for (var age : List.of("age=Y0T14", "age=Y15T24", "age=Y25T59", "age=Y_GE60")) {
                long people = Math.round(size * Math.exp(0.8 * random.nextGaussian()));
                for (var breakdown : List.of("_T", sex, age, age + "," + sex)) {
                    count(breakdown, quarter.code(), people);
                    territory.ancestors(quarter.code()).forEach(above -> count(breakdown, above.code(), people));
                }
            }
        }
    }

    private void count(String breakdown, String area, long people) {
        counts.merge(new CellKey("people", breakdown, "2024", area), people, Long::sum);
    }

    int cells() {
        return counts.size();
    }

    /** Seconds that the gate takes from the candidates to the report; fails where it lets something through. */
    double seconds() {
        var candidates = new ArrayList<Candidate>();
        counts.forEach((key, people) -> candidates.add(Candidate.received(
                new Cell(key, Observed.Value.exhaustive(BigDecimal.valueOf(people)), new Cell.Origin(0, 1)))));
        var rules = new DisclosureRules(Coverage.EXHAUSTIVE, Disclosure.APPLY, 4, false, 10);
        var surroundings = new Surroundings(
                List.of(rules), _ -> people(), territory, List.of(), List.of(), Surroundings.Earlier.NONE);
        long begin = System.nanoTime();
        var report = new Gate(surroundings).pass(candidates).report();
        double seconds = (System.nanoTime() - begin) / 1e9;
        if (!report.holds() || report.withheld().isEmpty()) {
            throw new IllegalStateException("The gate did not hold, so nothing was measured: " + report.unprotected());
        }
        return seconds;
    }

    private static Indicator people() {
        var none = Multilingual.none();
        return new Indicator(
                "people",
                none,
                none,
                none,
                none,
                "persons",
                Indicator.Kind.COUNT,
                Indicator.Counted.PERSONS,
                Indicator.Direction.NONE,
                null,
                null,
                null,
                null,
                null);
    }
}
