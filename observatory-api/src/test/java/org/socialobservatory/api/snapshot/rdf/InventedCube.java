package org.socialobservatory.api.snapshot.rdf;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.socialobservatory.api.Fixture;
import org.socialobservatory.ontology.Language;
import org.socialobservatory.ontology.Multilingual;
import org.socialobservatory.ontology.cube.Breakdown;
import org.socialobservatory.ontology.cube.Cell;
import org.socialobservatory.ontology.cube.CodeList;
import org.socialobservatory.ontology.cube.Concept;
import org.socialobservatory.ontology.cube.Observed;
import org.socialobservatory.ontology.cube.Reliability;
import org.socialobservatory.ontology.cube.Status;
import org.socialobservatory.ontology.cube.Uncertainty;
import org.socialobservatory.ontology.edition.Definitions;
import org.socialobservatory.ontology.edition.EditionContent;

/** Small cubes with everything that a cube may have, drawn from a seed. */
final class InventedCube {

    private static final List<String> AREAS = List.of("pays", "q1", "q2", "q3", "q4", "ville");
    private static final List<String> PERIODS = List.of("2014", "2024", "2024-S1", "2016-03--2016-12");
    /** The last dimension is the package's own, and so is one code of age. */
    private static final Map<String, List<String>> CODES = new TreeMap<>(Map.of(
            "sex", List.of("F", "M"),
            "age", List.of("Y0T4", "Y15T24", "Y_GE60", "Y7T9"),
            "urbanisation", List.of("U", "R"),
            "tenure", List.of("owner", "tenant")));

    private final Random random;

    private InventedCube(Random random) {
        this.random = random;
    }

    static EditionContent of(String dataset, long seed, int cells) {
        return new InventedCube(new Random(seed)).content(dataset, cells);
    }

    private EditionContent content(String dataset, int size) {
        var cells = new TreeMap<String, Cell>();
        for (int drawn = 0; drawn < size; drawn++) {
            var cell = Fixture.cell(
                    pick(List.of("analphabetisme", "menages", "illiteracy-rate")),
                    breakdown().toString(),
                    pick(PERIODS),
                    pick(AREAS),
                    observed(),
                    drawn + 2);
            cells.put(cell.key().toString(), cell);
        }
        return new EditionContent(definitions(dataset), new ArrayList<>(cells.values()));
    }

    private static Definitions definitions(String dataset) {
        var base = Fixture.definitions(dataset);
        return new Definitions(
                base.dataset(),
                List.copyOf(CODES.keySet()),
                base.resources(),
                base.areas(),
                base.areaVersions(),
                base.changes(),
                base.indicators(),
                List.of(new CodeList(
                        "tenure",
                        Multilingual.of(Language.FR, "Statut d’occupation"),
                        List.of(new Concept("owner", Multilingual.of(Language.FR, "Propriétaire"), null)))),
                base.places());
    }

    private Breakdown breakdown() {
        var codes = new TreeMap<String, String>();
        CODES.forEach((dimension, list) -> {
            if (random.nextInt(3) == 0) {
                codes.put(dimension, pick(list));
            }
        });
        return Breakdown.of(codes);
    }

    private Observed observed() {
        return switch (random.nextInt(8)) {
            case 0 -> Observed.Withheld.CELL;
            case 1 -> Observed.Missing.CELL;
            case 2, 3 ->
                new Observed.Value(
                        number(),
                        pick(List.of(Status.values())),
                        new Uncertainty(number(), number(), number(), null, null, null, null, number(), null),
                        pick(List.of(Reliability.values())));
            default -> Observed.Value.exhaustive(number());
        };
    }

    private BigDecimal number() {
        return BigDecimal.valueOf(random.nextInt(200) - 20L, random.nextInt(4) - 1);
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
