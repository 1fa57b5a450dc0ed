package org.socialobservatory.api;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.socialobservatory.ontology.Language;
import org.socialobservatory.ontology.Multilingual;
import org.socialobservatory.ontology.area.Area;
import org.socialobservatory.ontology.area.AreaVersion;
import org.socialobservatory.ontology.cube.Breakdown;
import org.socialobservatory.ontology.cube.Cell;
import org.socialobservatory.ontology.cube.CellKey;
import org.socialobservatory.ontology.cube.Dataset;
import org.socialobservatory.ontology.cube.Observed;
import org.socialobservatory.ontology.cube.Reliability;
import org.socialobservatory.ontology.cube.Status;
import org.socialobservatory.ontology.cube.Uncertainty;
import org.socialobservatory.ontology.edition.Definitions;
import org.socialobservatory.ontology.edition.EditionContent;
import org.socialobservatory.ontology.edition.SourceResource;
import org.socialobservatory.ontology.indicator.Indicator;
import org.socialobservatory.ontology.resource.Place;

/**
 * An invented town of four square quarters, by hand: one quarter without outline, one cell withheld, one missing, one
 * figure with an interval, two periods, figures by sex.
 */
public final class Fixture {

    public static final LocalDate FOUNDED = LocalDate.of(2015, 9, 1);

    private Fixture() {}

    /** The dataset {@code essai}: illiteracy (own code {@code analphabetisme}) and households. */
    public static EditionContent content() {
        return new EditionContent(definitions("essai"), cells());
    }

    public static Definitions definitions(String dataset) {
        return new Definitions(
                new Dataset(
                        dataset,
                        Multilingual.of("Essai (fictif)", "تجربة (وهمية)", "Trial (fictitious)"),
                        "ville",
                        new Dataset.Publisher("editeur", Multilingual.of(Language.FR, "L’éditeur")),
                        List.of(new Dataset.License("CC-BY-4.0", null, null)),
                        List.of(new Dataset.Citation("Invented for tests", null)),
                        true),
                List.of("sex"),
                List.of(new SourceResource(
                        "chiffres",
                        "chiffres.csv",
                        "a".repeat(64),
                        "observations",
                        SourceResource.Coverage.EXHAUSTIVE,
                        SourceResource.Disclosure.APPLY,
                        20)),
                areas(),
                versions(),
                List.of(),
                List.of(
                        indicator("analphabetisme", "percent", Indicator.Kind.PROPORTION, "illiteracy-rate"),
                        indicator("menages", "households", Indicator.Kind.COUNT, null)),
                List.of(),
                List.of(new Place(
                        "poste-1",
                        "health-post",
                        Multilingual.of("Poste de santé", "مركز صحي", "Health post"),
                        "q1",
                        new GeometryFactory().createPoint(new Coordinate(-6.795, 34.005)),
                        Map.of("telephone", "<b>0</b>"))));
    }

    private static List<Area> areas() {
        return List.of(
                new Area("pays", "country", null, Multilingual.of("Pays", "بلد", "Country")),
                new Area("q1", "arrondissement", "ville", Multilingual.of("Quartier Un", "الحي الأول", "Quarter One")),
                new Area(
                        "q2",
                        "arrondissement",
                        "ville",
                        Multilingual.of("Quartier Deux", "الحي الثاني", "Quarter Two")),
                new Area("q3", "arrondissement", "ville", Multilingual.of(Language.FR, "L’Étang <script>")),
                new Area("q4", "arrondissement", "ville", Multilingual.of("Sans tracé", "بلا حدود", "No outline")),
                new Area("ville", "town", "pays", Multilingual.of("Ville", "مدينة", "Town")));
    }

    private static List<AreaVersion> versions() {
        return List.of(
                version("pays", null),
                version("q1", square(-6.80, 34.00)),
                version("q2", square(-6.79, 34.00)),
                version("q3", square(-6.80, 34.01)),
                version("q4", null),
                version("ville", null));
    }

    private static AreaVersion version(String area, @Nullable Geometry outline) {
        return new AreaVersion(area, FOUNDED, null, outline, outline != null);
    }

    private static Geometry square(double west, double south) {
        return new GeometryFactory()
                .toGeometry(new Envelope(west, west + 0.01, south, south + 0.01))
                .norm();
    }

    private static Indicator indicator(String code, String unit, Indicator.Kind kind, @Nullable String sameAs) {
        return new Indicator(
                code,
                Multilingual.of(Language.FR, code),
                Multilingual.none(),
                Multilingual.none(),
                Multilingual.none(),
                unit,
                kind,
                kind == Indicator.Kind.COUNT ? Indicator.Counted.HOUSEHOLDS : Indicator.Counted.NONE,
                Indicator.Direction.NONE,
                null,
                null,
                null,
                sameAs,
                null);
    }

    private static List<Cell> cells() {
        var cells = new ArrayList<Cell>();
        var rates = Map.of("ville", "20.5", "q1", "12.5", "q2", "31", "q3", "22.25");
        rates.forEach((area, rate) -> {
            cells.add(cell("analphabetisme", "_T", "2024", area, value(rate), 2));
            cells.add(cell("analphabetisme", "_T", "2014", area, value("40"), 3));
            cells.add(cell("menages", "_T", "2024", area, value("1200"), 4));
        });
        cells.add(cell("analphabetisme", "sex=F", "2024", "ville", value("28"), 5));
        cells.add(cell("analphabetisme", "sex=F", "2024", "q1", value("18.75"), 6));
        cells.add(cell("analphabetisme", "sex=F", "2024", "q2", uncertain("41.5", "35", "48"), 7));
        cells.add(cell("analphabetisme", "sex=F", "2024", "q3", Observed.Withheld.CELL, 8));
        cells.add(cell("analphabetisme", "sex=F", "2024", "q4", Observed.Missing.CELL, 9));
        return cells;
    }

    public static Cell cell(
            String indicator, String breakdown, String period, String area, Observed observed, int row) {
        return new Cell(
                new CellKey(indicator, Breakdown.parse(breakdown).toString(), period, area),
                observed,
                new Cell.Origin(0, row));
    }

    public static Observed value(String number) {
        return Observed.Value.exhaustive(new BigDecimal(number));
    }

    private static Observed uncertain(String number, String lower, String upper) {
        return new Observed.Value(
                new BigDecimal(number),
                Status.ESTIMATED,
                new Uncertainty(
                        new BigDecimal("3.2"),
                        new BigDecimal(lower),
                        new BigDecimal(upper),
                        new BigDecimal("220"),
                        new BigDecimal("180.5"),
                        new BigDecimal("1.22"),
                        new BigDecimal("19"),
                        new BigDecimal("5400"),
                        null),
                Reliability.CAUTION);
    }
}
