package org.socialobservatory.api.cube;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.snapshot.PublishedDataset;
import org.socialobservatory.api.snapshot.Snapshot;
import org.socialobservatory.api.snapshot.meeting.Meetings;
import org.socialobservatory.ontology.cube.Observed;
import org.socialobservatory.ontology.cube.Uncertainty;
import org.socialobservatory.ontology.indicator.Indicator;

/**
 * A cell as every form of the data tells it: the same names in the same order. A cell that is withheld or missing tells
 * its key and its status.
 */
public final class ObservationRow {

    private static final List<String> KEY = List.of("dataset", "edition", "indicator", "area", "period");
    private static final List<String> REST = List.of(
            "value",
            "unit",
            "lower",
            "upper",
            "standardError",
            "sampleSize",
            "effectiveSampleSize",
            "designEffect",
            "degreesOfFreedom",
            "denominator",
            "parentCovariance",
            "reliability",
            "status",
            "contested",
            "iri");

    private static final Set<String> TEXTS = Set.of("unit", "reliability", "status", "contested", "iri");

    private final Snapshot snapshot;
    private final Meetings meetings;
    private final SortedSet<String> dimensions;
    private final Map<String, @Nullable String> units = new HashMap<>();

    public ObservationRow(Snapshot snapshot, Collection<PublishedDataset> datasets) {
        this.snapshot = snapshot;
        this.meetings = Meetings.of(snapshot);
        this.dimensions = dimensions(datasets);
    }

    /** Takes the fields of a cell one after the other, in the order of {@link #names()}; null where there is nothing. */
    public interface Fields {
        void text(String name, @Nullable String text);

        void number(String name, @Nullable BigDecimal number);

        void flag(String name, boolean holds);
    }

    /** The breakdown dimensions of some datasets together. */
    public static SortedSet<String> dimensions(Collection<PublishedDataset> datasets) {
        var names = new TreeSet<>(PublishedDataset.DECLARED);
        datasets.forEach(dataset -> names.addAll(dataset.dimensions()));
        return names;
    }

    /** The names of what tells one cell from another. */
    List<String> dimensionNames() {
        var names = new ArrayList<>(KEY);
        names.remove("edition");
        names.addAll(dimensions);
        return names;
    }

    /** Whether a field holds a published number. */
    public static boolean isNumber(String name) {
        return REST.contains(name) && !TEXTS.contains(name);
    }

    public List<String> names() {
        var names = new ArrayList<>(KEY);
        names.addAll(dimensions);
        names.addAll(REST);
        return names;
    }

    public void write(PublishedDataset dataset, int cell, Fields fields) {
        var run = dataset.block().runOf(cell);
        fields.text("dataset", dataset.code());
        fields.number("edition", BigDecimal.valueOf(dataset.edition().number()));
        fields.text("indicator", run.indicator());
        fields.text("area", dataset.block().area(cell));
        fields.text("period", run.period().code());
        for (String dimension : dimensions) {
            fields.text(dimension, run.breakdown().code(dimension));
        }
        var observed = dataset.block().observed(cell);
        figure(observed, run.indicator(), fields);
        fields.text("status", observed.statusName());
        fields.flag("contested", meetings.contested(dataset, cell));
        fields.text(
                "iri",
                snapshot.iris().observation(dataset.code(), dataset.block().key(cell)));
    }

    private void figure(Observed observed, String indicator, Fields fields) {
        var value = observed instanceof Observed.Value published ? published : null;
        var uncertainty = value == null ? Uncertainty.NONE : value.uncertainty();
        fields.number("value", value == null ? null : value.number());
        fields.text("unit", value == null ? null : unit(indicator));
        fields.number("lower", uncertainty.lower());
        fields.number("upper", uncertainty.upper());
        fields.number("standardError", uncertainty.standardError());
        fields.number("sampleSize", uncertainty.sampleSize());
        fields.number("effectiveSampleSize", uncertainty.effectiveSampleSize());
        fields.number("designEffect", uncertainty.designEffect());
        fields.number("degreesOfFreedom", uncertainty.degreesOfFreedom());
        fields.number("denominator", uncertainty.denominator());
        fields.number("parentCovariance", uncertainty.parentCovariance());
        fields.text("reliability", value == null ? null : value.reliability().code());
    }

    private @Nullable String unit(String indicator) {
        return units.computeIfAbsent(
                indicator,
                code -> snapshot.catalogue()
                        .indicator(code)
                        .map(Indicator::unit)
                        .orElse(null));
    }
}
