package org.socialobservatory.api.snapshot.rdf;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.snapshot.Block;
import org.socialobservatory.api.snapshot.Block.Run;
import org.socialobservatory.api.snapshot.PublishedDataset;
import org.socialobservatory.api.snapshot.UncertaintyPart;
import org.socialobservatory.api.snapshot.rdf.description.Names;
import org.socialobservatory.api.snapshot.rdf.description.StructureDescription;
import org.socialobservatory.api.snapshot.rdf.description.Terms;
import org.socialobservatory.ontology.Iris;
import org.socialobservatory.ontology.area.Territory;
import org.socialobservatory.ontology.cube.Reliability;
import org.socialobservatory.ontology.cube.Status;
import org.socialobservatory.ontology.indicator.Catalogue;

/**
 * The cells of a block as RDF, made while they are read. A cell with a value is a {@code qb:Observation}; one that is
 * withheld or missing stands outside the cube, for an observation without its measure would break IC-14: it has the
 * dimensions, {@code obs:dataset} and no number.
 */
final class Cube {

    private final Block block;
    private final String observations;
    /** What precedes and follows the area in the IRIs of a run's cells. */
    private final String[] heads;

    private final String[] tails;
    private final Map<Node, Column> columns = new LinkedHashMap<>();

    Cube(PublishedDataset published, Names names, Territory territory, Catalogue catalogue) {
        block = published.block();
        observations = names.observations(published.code());
        heads = new String[block.runs().size()];
        tails = new String[block.runs().size()];
        for (Run run : block.runs()) {
            heads[run.index()] = observations + run.indicator() + "/";
            tails[run.index()] = "/" + run.period().code() + "/" + run.breakdown();
        }
        if (block.size() > 0) {
            dimensions(published, names);
            states(published.code(), names);
            values(names, territory, catalogue);
        }
    }

    private void add(Column column) {
        columns.put(column.predicate(), column);
    }

    private void dimensions(PublishedDataset published, Names names) {
        add(new Column.OfRun(Terms.INDICATOR, block, false, run -> names.indicator(run.indicator())));
        add(new Column.OfArea(Terms.REF_AREA, block, names::area));
        add(new Column.OfRun(
                Terms.REF_PERIOD, block, false, run -> names.period(run.period().code())));
        for (String dimension : published.dimensions()) {
            add(new Column.OfRun(
                    names.dimension(dimension),
                    block,
                    false,
                    run -> names.concept(dimension, run.breakdown().code(dimension))));
        }
    }

    private void states(String code, Names names) {
        var dataset = names.dataset(code);
        var reason = concept("reason", "disclosure");
        var missing = concept("status", "M");
        var statuses = new HashMap<Status, Node>();
        for (Status status : Status.values()) {
            statuses.put(status, concept("status", status.notation()));
        }
        var reliabilities = new HashMap<Reliability, Node>();
        for (Reliability reliability : Reliability.values()) {
            reliabilities.put(reliability, concept("reliability", reliability.code()));
        }
        state(Terms.TYPE, cell -> {
            if (block.isValue(cell)) {
                return Terms.OBSERVATION;
            }
            return block.isWithheld(cell) ? Terms.WITHHELD_CELL : Terms.MISSING_CELL;
        });
        state(Terms.IN_DATA_SET, cell -> block.isValue(cell) ? dataset : null);
        state(Terms.OF_DATASET, cell -> block.isValue(cell) ? null : dataset);
        state(Terms.REASON, cell -> block.isWithheld(cell) ? reason : null);
        state(Terms.OBS_STATUS, cell -> {
            if (block.isValue(cell)) {
                return statuses.get(block.status(cell));
            }
            return block.isWithheld(cell) ? null : missing;
        });
        state(Terms.RELIABILITY, cell -> block.isValue(cell) ? reliabilities.get(block.reliability(cell)) : null);
    }

    private void state(Node predicate, IntFunction<@Nullable Node> objects) {
        add(new Column.OfState(predicate, block, objects));
    }

    private static Node concept(String scheme, String code) {
        return NodeFactory.createURI(Iris.sharedCode(scheme, code));
    }

    private void values(Names names, Territory territory, Catalogue catalogue) {
        add(Column.OfNumber.value(Terms.OBS_VALUE, block));
        add(new Column.OfRun(
                Terms.UNIT_MEASURE,
                block,
                true,
                run -> catalogue
                        .indicator(run.indicator())
                        .map(indicator -> names.unit(indicator.unit()))
                        .orElse(null)));
        var versions = new HashMap<String, @Nullable Node[]>();
        add(new Column.OfAreaAndPeriod(
                Terms.AREA_VERSION,
                block,
                run -> versions.computeIfAbsent(run.period().code(), _ -> versionsAt(run, names, territory))));
        for (var part : UncertaintyPart.values()) {
            if (block.has(part)) {
                add(Column.OfNumber.uncertainty(StructureDescription.property(part), block, part));
            }
        }
    }

    private @Nullable Node[] versionsAt(Run run, Names names, Territory territory) {
        return block.areas().stream()
                .map(area -> territory
                        .versionAt(area, run.period())
                        .map(names::areaVersion)
                        .orElse(null))
                .toArray(Node[]::new);
    }

    Block block() {
        return block;
    }

    boolean isEmpty() {
        return block.size() == 0;
    }

    @Nullable
    Column column(Node predicate) {
        return columns.get(predicate);
    }

    /** The node of a cell; a plain IRI, made anew at each call. */
    Node subject(int cell, Run run) {
        return NodeFactory.createURI(heads[run.index()].concat(block.area(cell)).concat(tails[run.index()]));
    }

    /** The cell that a node names, negative where it names none. */
    int cell(Node subject) {
        if (!subject.isURI()) {
            return -1;
        }
        var iri = subject.getURI();
        if (!iri.startsWith(observations)) {
            return -1;
        }
        int area = iri.indexOf('/', observations.length()) + 1;
        int period = area == 0 ? 0 : iri.indexOf('/', area) + 1;
        int breakdown = period == 0 ? 0 : iri.indexOf('/', period) + 1;
        if (breakdown == 0) {
            return -1;
        }
        var run = block.run(
                iri.substring(observations.length(), area - 1),
                iri.substring(breakdown),
                iri.substring(period, breakdown - 1));
        return run == null
                ? -1
                : block.find(run, block.areaIndexOf(iri.substring(area, period - 1)))
                        .orElse(-1);
    }

    /** The column of a predicate, or all. */
    List<Column> columns(Node predicate) {
        if (!predicate.isConcrete()) {
            return List.copyOf(columns.values());
        }
        var column = columns.get(predicate);
        return column == null ? List.of() : List.of(column);
    }
}
