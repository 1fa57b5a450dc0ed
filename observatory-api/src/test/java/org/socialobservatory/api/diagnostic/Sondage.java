package org.socialobservatory.api.diagnostic;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.jena.sys.JenaSystem;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.FakeWarehouse;
import org.socialobservatory.api.Fixture;
import org.socialobservatory.api.snapshot.Snapshot;
import org.socialobservatory.api.snapshot.Snapshots;
import org.socialobservatory.ontology.Iris;
import org.socialobservatory.ontology.Vocabulary;
import org.socialobservatory.ontology.area.AreaVersion;
import org.socialobservatory.ontology.cube.Cell;
import org.socialobservatory.ontology.cube.Observed;
import org.socialobservatory.ontology.cube.Reliability;
import org.socialobservatory.ontology.cube.Status;
import org.socialobservatory.ontology.cube.Uncertainty;
import org.socialobservatory.ontology.edition.Definitions;
import org.socialobservatory.ontology.edition.EditionContent;
import org.socialobservatory.ontology.edition.SourceResource;
import org.socialobservatory.ontology.edition.SourceResource.Coverage;

/** An invented sample survey of the town of {@link Fixture}, with numbers that can be reckoned by hand. */
public final class Sondage {

    private Sondage() {}

    /** Figures that are worse, better, withheld and too uncertain. */
    public static EditionContent content() {
        return content("sondage", Coverage.SAMPLE, cells());
    }

    /** The same, of a town in which a quarter was given another outline on a day. */
    static EditionContent redrawn(String quarter, LocalDate day) {
        var plain = Fixture.definitions("sondage");
        var versions = plain.areaVersions().stream()
                .flatMap(version -> version.area().equals(quarter)
                        ? Stream.of(
                                new AreaVersion(quarter, null, day.minusDays(1), version.outline(), false),
                                new AreaVersion(
                                        quarter,
                                        day,
                                        null,
                                        Objects.requireNonNull(version.outline())
                                                .convexHull(),
                                        false))
                        : Stream.of(version))
                .toList();
        return content(plain, versions, Coverage.SAMPLE, cells());
    }

    public static EditionContent content(String dataset, Coverage coverage, List<Cell> cells) {
        var plain = Fixture.definitions(dataset);
        return content(plain, plain.areaVersions(), coverage, cells);
    }

    private static EditionContent content(
            Definitions plain, List<AreaVersion> versions, Coverage coverage, List<Cell> cells) {
        var file = plain.resources().getFirst();
        return new EditionContent(
                new Definitions(
                        plain.dataset(),
                        plain.dimensions(),
                        List.of(new SourceResource(
                                file.name(),
                                file.path(),
                                file.sha256(),
                                file.role(),
                                coverage,
                                file.disclosure(),
                                file.rows())),
                        plain.areas(),
                        versions,
                        plain.changes(),
                        plain.indicators(),
                        plain.codeLists(),
                        List.of()),
                cells);
    }

    /** What is published after some editions, one after the other. */
    public static Snapshot snapshot(EditionContent... contents) {
        JenaSystem.init();
        var warehouse = new FakeWarehouse();
        for (var content : contents) {
            warehouse.publish(content, List.of());
        }
        var snapshots = new Snapshots(warehouse, new Iris("http://localhost:8080"), Vocabulary.load());
        snapshots.start();
        return snapshots.current();
    }

    private static List<Cell> cells() {
        var cells = new ArrayList<Cell>();
        cells.add(figure("illiteracy-rate", "2025", "ville", estimate("20", "1", 40, "10000", null)));
        cells.add(figure("illiteracy-rate", "2025", "q1", estimate("30", "3", 10, "2000", "1.2")));
        cells.add(figure("illiteracy-rate", "2025", "q2", estimate("21", "2.5", 12, "3000", "0.9")));
        cells.add(figure("illiteracy-rate", "2025", "q3", Observed.Withheld.CELL));
        cells.add(figure("illiteracy-rate", "2025", "q4", unreliable("40", "15")));
        cells.add(figure("illiteracy-rate", "2020", "q1", estimate("45", "3", 12, "1900", "1")));
        cells.add(figure("illiteracy-rate", "2020", "q2", Observed.Withheld.CELL));
        cells.add(figure("school-enrolment-rate", "2025", "ville", estimate("95", "0.8", 40, "900", null)));
        cells.add(figure("school-enrolment-rate", "2025", "q1", estimate("90", "2", 10, "180", "0.5")));
        cells.add(figure("unemployment-rate", "2025", "ville", estimate("12", "1", 40, null, null)));
        cells.add(figure("unemployment-rate", "2025", "q1", estimate("15", "1.4", 10, null, null)));
        cells.add(figure("households", "2025", "ville", estimate("9000", "100", 40, null, null)));
        cells.add(figure("households", "2025", "q1", estimate("1200", "50", 10, null, null)));
        cells.add(figure("unmet-care-rate", "2025", "q1", estimate("8", "1", 10, null, null)));
        return cells;
    }

    public static Cell figure(String indicator, String period, String area, Observed observed) {
        return Fixture.cell(indicator, "_T", period, area, observed, 1);
    }

    /** Reliable, with an interval of about two standard errors to either side. */
    public static Observed estimate(
            String number, String error, int degrees, @Nullable String base, @Nullable String covariance) {
        var value = new BigDecimal(number);
        var half = new BigDecimal(error).multiply(BigDecimal.TWO);
        return new Observed.Value(
                value,
                Status.NORMAL,
                new Uncertainty(
                        new BigDecimal(error),
                        value.subtract(half),
                        value.add(half),
                        BigDecimal.valueOf(200),
                        null,
                        null,
                        BigDecimal.valueOf(degrees),
                        base == null ? null : new BigDecimal(base),
                        covariance == null ? null : new BigDecimal(covariance)),
                Reliability.RELIABLE);
    }

    public static Observed unreliable(String number, String error) {
        var value = (Observed.Value) estimate(number, error, 3, null, null);
        return new Observed.Value(value.number(), value.status(), value.uncertainty(), Reliability.UNRELIABLE);
    }
}
