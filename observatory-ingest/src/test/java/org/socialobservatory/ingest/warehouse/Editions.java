package org.socialobservatory.ingest.warehouse;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.socialobservatory.ingest.gate.GateCounts;
import org.socialobservatory.ontology.Language;
import org.socialobservatory.ontology.Multilingual;
import org.socialobservatory.ontology.area.Area;
import org.socialobservatory.ontology.area.AreaVersion;
import org.socialobservatory.ontology.area.TerritorialChange;
import org.socialobservatory.ontology.cube.Cell;
import org.socialobservatory.ontology.cube.CellKey;
import org.socialobservatory.ontology.cube.CodeList;
import org.socialobservatory.ontology.cube.Concept;
import org.socialobservatory.ontology.cube.Dataset;
import org.socialobservatory.ontology.cube.Observed;
import org.socialobservatory.ontology.cube.Reliability;
import org.socialobservatory.ontology.cube.Status;
import org.socialobservatory.ontology.cube.Uncertainty;
import org.socialobservatory.ontology.edition.Definitions;
import org.socialobservatory.ontology.edition.Edition;
import org.socialobservatory.ontology.edition.EditionContent;
import org.socialobservatory.ontology.edition.SourceResource;
import org.socialobservatory.ontology.finding.Finding;
import org.socialobservatory.ontology.finding.FindingRule;
import org.socialobservatory.ontology.indicator.Composite;
import org.socialobservatory.ontology.indicator.Indicator;
import org.socialobservatory.ontology.meeting.Attendance;
import org.socialobservatory.ontology.meeting.Decision;
import org.socialobservatory.ontology.meeting.Meeting;
import org.socialobservatory.ontology.meeting.Priority;
import org.socialobservatory.ontology.meeting.ShownFigure;
import org.socialobservatory.ontology.meeting.Verdict;
import org.socialobservatory.ontology.resource.Place;
import org.socialobservatory.ontology.survey.Computation;
import org.socialobservatory.ontology.survey.Sample;
import org.socialobservatory.ontology.survey.Study;

/** Invented editions, by hand, with something in every table. */
public final class Editions {

    private static final LocalDate FOUNDED = LocalDate.of(2009, 6, 12);

    private Editions() {}

    /** Two quarters, one of them with an awkward outline, and cells of every state. */
    public static EditionContent small(String dataset) {
        return new EditionContent(definitions(dataset), cells());
    }

    /** The same with another value in one cell. */
    public static EditionContent changed(EditionContent content, CellKey key, String number) {
        var cells = content.cells().stream()
                .map(cell -> cell.key().equals(key) ? new Cell(key, value(number), cell.origin()) : cell)
                .toList();
        return new EditionContent(content.definitions(), cells);
    }

    /** As many cells as asked for, of 2,000 areas. */
    public static EditionContent large(String dataset, int size) {
        var areas = IntStream.range(0, 2_000)
                .mapToObj(number -> "%04d".formatted(number))
                .toList();
        var cells = new ArrayList<Cell>(size);
        for (int cell = 0; cell < size; cell++) {
            var indicator = "indicator-%05d".formatted(cell / areas.size());
            var key = new CellKey(indicator, "_T", "2024", areas.get(cell % areas.size()));
            var number = BigDecimal.valueOf(cell * 7L % 100_003, 2);
            cells.add(new Cell(key, Observed.Value.exhaustive(number), new Cell.Origin(0, cell + 2)));
        }
        return new EditionContent(definitions(dataset), cells);
    }

    /** A publication of content as the package with this hash. */
    public static Publication publication(EditionContent content, String packageHash) {
        var edition = new Edition(
                content.definitions().dataset().code(),
                1,
                1,
                Instant.parse("2026-11-22T08:30:15Z"),
                "agent",
                "première publication",
                packageHash,
                ContentHash.of(content),
                content.cells().size(),
                null);
        return new Publication(
                edition,
                content,
                List.of(new KeptFile("chiffres.csv", "a".repeat(64)), new KeptFile("datapackage.yaml", "b".repeat(64))),
                List.of(
                        new Finding(
                                FindingRule.DUPLICATE_ROWS,
                                Finding.Place.of("chiffres").row(17).column("valeur"),
                                "12,5",
                                List.of("3", "6\ttab \\ line\nend")),
                        new Finding(FindingRule.DUPLICATE_ROWS, Finding.Place.PACKAGE, null, List.of("1", "2"))),
                new GateCounts(new TreeMap<>(Map.of("already-public", 5L, "disclosure", 1L))));
    }

    public static Definitions definitions(String dataset) {
        return new Definitions(
                new Dataset(
                        dataset,
                        Multilingual.of("Essai « fictif »", "تجربة خيالية", "A fictitious 'trial'"),
                        "ville",
                        new Dataset.Publisher("editeur", Multilingual.of(Language.FR, "L’éditeur")),
                        List.of(new Dataset.License("CC-BY-4.0", null, "https://example.org/licence")),
                        List.of(new Dataset.Citation("Invented \"for\" tests", null)),
                        true),
                List.of("age", "sex"),
                List.of(
                        resource("chiffres", SourceResource.Coverage.SAMPLE, SourceResource.Disclosure.APPLY),
                        resource("deja", SourceResource.Coverage.EXHAUSTIVE, SourceResource.Disclosure.ALREADY_PUBLIC)),
                List.of(
                        new Area("q1", "arrondissement", "ville", Multilingual.of(Language.AR, "الحي الأول")),
                        new Area("q2", "arrondissement", "ville", Multilingual.none()),
                        new Area("ville", "town", null, Multilingual.of("Ville", "مدينة", "Town"))),
                List.of(
                        new AreaVersion("q1", FOUNDED, null, awkward(), true),
                        new AreaVersion("q2", null, LocalDate.of(2030, 12, 31), null, false)),
                List.of(new TerritorialChange("q1", "q2", FOUNDED, "transfer", new BigDecimal("0.25"))),
                List.of(new Indicator(
                        "analphabetisme",
                        Multilingual.of("Analphabétisme", "الأمية", "Illiteracy"),
                        Multilingual.of(Language.FR, "Part de…"),
                        Multilingual.of(Language.EN, "a / b"),
                        Multilingual.none(),
                        "percent",
                        Indicator.Kind.PROPORTION,
                        Indicator.Counted.PERSONS,
                        Indicator.Direction.LOWER,
                        "education",
                        "4.6",
                        new BigDecimal("12.5"),
                        "illiteracy-rate",
                        null)),
                List.of(
                        new CodeList(
                                "age",
                                Multilingual.of(Language.FR, "Âge"),
                                List.of(
                                        new Concept("Y_GE15", Multilingual.of(Language.EN, "15 and over"), null),
                                        new Concept("Y15T24", Multilingual.none(), "Y_GE15"))),
                        new CodeList("vide", Multilingual.none(), List.of())),
                List.of(new Place(
                        "poste-1",
                        "health-post",
                        Multilingual.of(Language.FR, "Poste\tde santé"),
                        "q1",
                        shape("POINT (-6.795 34.005)"),
                        Map.of("téléphone", "<b>\\0</b>\n"))),
                List.of(new Study(
                        "menages",
                        "b".repeat(64),
                        "household",
                        null,
                        new Sample(
                                "weighted",
                                3000,
                                2,
                                40,
                                true,
                                "adjust",
                                List.of("Nord « 1 »"),
                                null,
                                List.of("sexe × âge")),
                        List.of(new Computation(
                                "analphabetisme",
                                "proportion",
                                "age >= 15",
                                new TreeMap<>(Map.of("condition", "lit = 'non'")),
                                List.of("age", "lit"))))));
    }

    /** The same content with an index of areas. */
    static EditionContent withIndex(EditionContent content) {
        var said = content.definitions();
        var component = new Composite.Component(
                "analphabetisme",
                "sex=F",
                Indicator.Direction.LOWER,
                new BigDecimal("0.333333333333333"),
                "2024",
                new Composite.Source("recensement", 2, "c".repeat(64)));
        var composite = new Composite(
                "fragilite",
                Composite.Normalisation.MIN_MAX,
                Composite.Aggregation.GEOMETRIC,
                1000,
                List.of(component));
        return new EditionContent(
                new Definitions(
                        said.dataset(),
                        said.dimensions(),
                        said.resources(),
                        said.areas(),
                        said.areaVersions(),
                        said.changes(),
                        said.indicators(),
                        said.codeLists(),
                        said.places(),
                        said.studies(),
                        List.of(composite)),
                content.cells());
    }

    /** The same content with a meeting that spoke of a cell. */
    static EditionContent withMeeting(EditionContent content) {
        var said = content.definitions();
        var figure = "essai/analphabetisme/q1/2024/_T";
        var meeting = new Meeting(
                "q1-2025-03",
                Multilingual.of(Language.AR, "اجتماع الحي"),
                "q1",
                LocalDate.of(2025, 3, 14),
                Language.AR,
                "Maison <de> quartier",
                List.of(new Attendance("F", "Y15T24", 12), new Attendance("T", "_T", 40)),
                List.of(new ShownFigure(figure, 1, Verdict.CONTESTED, "<b>أكثر</b> من ذلك", null)),
                List.of(new Priority("Éclairage", 9)),
                List.of(new Decision("d1", "Compter", 12, null, LocalDate.of(2025, 9, 1), null, List.of(figure))),
                Map.of("animateur", "A. B."));
        return new EditionContent(
                new Definitions(
                        said.dataset(),
                        said.dimensions(),
                        said.resources(),
                        said.areas(),
                        said.areaVersions(),
                        said.changes(),
                        said.indicators(),
                        said.codeLists(),
                        said.places(),
                        said.studies(),
                        said.composites(),
                        List.of(meeting)),
                content.cells());
    }

    private static SourceResource resource(
            String name, SourceResource.Coverage coverage, SourceResource.Disclosure disclosure) {
        return new SourceResource(name, name + ".csv", "a".repeat(64), "observations", coverage, disclosure, 20);
    }

    /** Two parts, a hole, and coordinates that have no short binary form. */
    private static Geometry awkward() {
        return CanonicalGeometry.of(shape("MULTIPOLYGON (((-6.82345671 34.03123457, -6.80000001 34.03, -6.8 34.06,"
                + " -6.82345671 34.03123457), (-6.809 34.035, -6.805 34.035, -6.805 34.039, -6.809 34.035)),"
                + " ((-6.7 34.1, -6.69999999 34.1, -6.7 34.10000001, -6.7 34.1)))"));
    }

    static Geometry shape(String wkt) {
        try {
            return new WKTReader().read(wkt);
        } catch (ParseException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static List<Cell> cells() {
        return Stream.of(
                        cell("_T", "2024", "q1", value("12.5"), 0),
                        cell("_T", "2024", "ville", value("123456789012345"), 0),
                        cell("_T", "2014", "ville", value("0.000000123456789012345"), 0),
                        cell("sex=F", "2024", "q1", Observed.Withheld.CELL, 1),
                        cell("sex=F", "2024", "q2", Observed.Missing.CELL, 1),
                        cell("age=Y15T24,sex=F", "2024", "ville", uncertain(), 1))
                .sorted(Comparator.comparing(Cell::key))
                .toList();
    }

    private static Cell cell(String breakdown, String period, String area, Observed observed, int resource) {
        return new Cell(new CellKey("analphabetisme", breakdown, period, area), observed, new Cell.Origin(resource, 7));
    }

    static Observed value(String number) {
        return Observed.Value.exhaustive(new BigDecimal(number));
    }

    private static Observed uncertain() {
        return new Observed.Value(
                new BigDecimal("-41.7"),
                Status.PROVISIONAL,
                new Uncertainty(
                        new BigDecimal("3.2"),
                        new BigDecimal("-48.1"),
                        new BigDecimal("-35"),
                        new BigDecimal("220"),
                        new BigDecimal("180.123456789012"),
                        null,
                        new BigDecimal("19"),
                        new BigDecimal("5400"),
                        new BigDecimal("1e-12")),
                Reliability.CAUTION);
    }
}
