package org.socialobservatory.api.ogc;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.socialobservatory.api.Fixture;
import org.socialobservatory.api.bench.InventedLand;
import org.socialobservatory.ontology.Language;
import org.socialobservatory.ontology.Multilingual;
import org.socialobservatory.ontology.area.Area;
import org.socialobservatory.ontology.area.AreaVersion;
import org.socialobservatory.ontology.cube.Cell;
import org.socialobservatory.ontology.cube.Observed;
import org.socialobservatory.ontology.edition.Definitions;
import org.socialobservatory.ontology.edition.EditionContent;

/**
 * Quarters of {@link InventedLand} with figures, some of them withheld or missing.
 */
public final class InventedQuarters {

    public static final Envelope LAND = InventedLand.LAND;

    private InventedQuarters() {}

    public static EditionContent content(int quarters, long seed) {
        var outlines = outlines(quarters, seed);
        var areas = new ArrayList<Area>();
        var versions = new ArrayList<AreaVersion>();
        var cells = new ArrayList<Cell>();
        areas.add(new Area("terre", "town", null, Multilingual.of(Language.FR, "Terre")));
        versions.add(new AreaVersion("terre", Fixture.FOUNDED, null, null, false));
        var random = new Random(seed);
        for (int i = 0; i < outlines.size(); i++) {
            var code = String.format("k%05d", i);
            areas.add(new Area(code, "quartier", "terre", Multilingual.of(Language.FR, "Quartier " + i)));
            versions.add(new AreaVersion(code, Fixture.FOUNDED, null, outlines.get(i), false));
            cells.add(Fixture.cell("analphabetisme", "_T", "2024", code, observed(i, random), i + 2));
        }
        var plain = Fixture.definitions("terre");
        return new EditionContent(
                new Definitions(
                        plain.dataset(),
                        plain.dimensions(),
                        plain.resources(),
                        areas,
                        versions,
                        List.of(),
                        plain.indicators(),
                        List.of(),
                        List.of()),
                cells);
    }

    /** Each hundredth is withheld, each two hundredth has none. */
    private static Observed observed(int quarter, Random random) {
        var value = Fixture.value(BigDecimal.valueOf(random.nextInt(1_000), 1).toPlainString());
        return quarter % 100 == 7 ? Observed.Withheld.CELL : quarter % 200 == 9 ? Observed.Missing.CELL : value;
    }

    public static List<Geometry> outlines(int quarters, long seed) {
        return InventedLand.outlines(quarters, seed);
    }
}
