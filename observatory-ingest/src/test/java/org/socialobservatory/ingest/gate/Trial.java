package org.socialobservatory.ingest.gate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.socialobservatory.ingest.gate.audit.Audit;
import org.socialobservatory.ingest.gate.candidate.Candidate;
import org.socialobservatory.ingest.gate.candidate.Contributors;
import org.socialobservatory.ingest.gate.candidate.DisclosureRules;
import org.socialobservatory.ingest.gate.candidate.Reason;
import org.socialobservatory.ingest.gate.candidate.Surroundings;
import org.socialobservatory.ingest.gate.candidate.Verdicts;
import org.socialobservatory.ingest.gate.candidate.WeightedSum;
import org.socialobservatory.ingest.gate.facts.PublicFacts;
import org.socialobservatory.ingest.gate.movement.Withholding;
import org.socialobservatory.ontology.Multilingual;
import org.socialobservatory.ontology.area.Area;
import org.socialobservatory.ontology.area.Territory;
import org.socialobservatory.ontology.cube.Cell;
import org.socialobservatory.ontology.cube.CellKey;
import org.socialobservatory.ontology.cube.Observed;
import org.socialobservatory.ontology.cube.Reliability;
import org.socialobservatory.ontology.cube.Status;
import org.socialobservatory.ontology.cube.Uncertainty;
import org.socialobservatory.ontology.edition.SourceResource.Coverage;
import org.socialobservatory.ontology.edition.SourceResource.Disclosure;
import org.socialobservatory.ontology.indicator.Indicator;
import org.socialobservatory.ontology.indicator.Indicator.Counted;
import org.socialobservatory.ontology.indicator.Indicator.Kind;

/** A small table that asks to be published. */
final class Trial {

    static final DisclosureRules CENSUS = new DisclosureRules(Coverage.EXHAUSTIVE, Disclosure.APPLY, 4, false, 10);
    static final DisclosureRules PUBLIC =
            new DisclosureRules(Coverage.EXHAUSTIVE, Disclosure.ALREADY_PUBLIC, 4, false, 10);
    static final DisclosureRules SURVEY = new DisclosureRules(Coverage.SAMPLE, Disclosure.APPLY, 4, false, 10);

    private final Territory.Builder territory = Territory.empty().extended();
    private final Map<String, Indicator> indicators = new TreeMap<>();
    private final List<DisclosureRules> rules = new ArrayList<>();
    private final List<WeightedSum> sums = new ArrayList<>();
    private final TreeMap<CellKey, Candidate> candidates = new TreeMap<>();
    private Surroundings.Earlier earlier = Surroundings.Earlier.NONE;

    Trial(DisclosureRules first, DisclosureRules... others) {
        rules.add(first);
        rules.addAll(List.of(others));
        indicator("people", Kind.COUNT, Counted.PERSONS, "persons");
    }

    Trial indicator(String code, Kind kind, Counted counts, String unit) {
        var none = Multilingual.none();
        indicators.put(
                code,
                new Indicator(
                        code,
                        none,
                        none,
                        none,
                        none,
                        unit,
                        kind,
                        counts,
                        Indicator.Direction.NONE,
                        null,
                        null,
                        null,
                        null,
                        null));
        return this;
    }

    Trial town(String town, String... quarters) {
        territory.state(new Area(town, "town", null, Multilingual.none()));
        for (var quarter : quarters) {
            territory.state(new Area(quarter, "quartier", town, Multilingual.none()));
        }
        return this;
    }

    Trial area(String code, String level, String within) {
        territory.state(new Area(code, level, within, Multilingual.none()));
        return this;
    }

    Trial after(Surroundings.Earlier editions) {
        earlier = editions;
        return this;
    }

    Trial sum(WeightedSum sum) {
        sums.add(sum);
        return this;
    }

    static CellKey key(String indicator, String area, String breakdown) {
        return new CellKey(indicator, breakdown, "2024", area);
    }

    /** A count of people. */
    Trial people(String area, String breakdown, long number) {
        return cell(key("people", area, breakdown), (double) number, Uncertainty.NONE, Contributors.UNKNOWN, 0);
    }

    Trial cell(CellKey key, double number, Uncertainty uncertainty, Contributors contributors, int resource) {
        var value = new Observed.Value(BigDecimal.valueOf(number), Status.NORMAL, uncertainty, Reliability.RELIABLE);
        candidates.put(key, new Candidate(new Cell(key, value, new Cell.Origin(resource, 1)), contributors));
        return this;
    }

    /** A cell that the source withholds. */
    Trial secret(CellKey key) {
        candidates.put(key, Candidate.received(new Cell(key, Observed.Withheld.CELL, new Cell.Origin(0, 1))));
        return this;
    }

    static Uncertainty sized(double sampleSize, double denominator) {
        return new Uncertainty(
                null,
                null,
                null,
                BigDecimal.valueOf(sampleSize),
                null,
                null,
                null,
                BigDecimal.valueOf(denominator),
                null);
    }

    static Contributors persons(long persons) {
        return new Contributors(persons, null, null, false, null, null);
    }

    List<Candidate> candidates() {
        return List.copyOf(candidates.values());
    }

    Surroundings surroundings() {
        return new Surroundings(rules, indicators::get, territory.build(), List.of(), sums, earlier);
    }

    Gate.Passed pass() {
        return new Gate(surroundings()).pass(candidates());
    }

    /** The withheld cells as {@code indicator/area/breakdown}, with the report's promise kept. */
    Set<String> withheld() {
        var passed = pass();
        if (!passed.report().holds()) {
            throw new AssertionError("Not protected: " + passed.report());
        }
        if (passed.report().fewestRespondents() > passed.report().respondentsHidden()) {
            throw new AssertionError("Hides fewer than any way must: " + passed.report());
        }
        var withheld = new TreeSet<String>();
        for (var cell : passed.cells()) {
            if (cell.observed() instanceof Observed.Withheld) {
                withheld.add(String.join(
                        "/",
                        cell.key().indicator(),
                        cell.key().area(),
                        cell.key().breakdown()));
            }
        }
        return withheld;
    }

    /** What a reader can find out of each of some cells, if just these are withheld. */
    Map<CellKey, double[]> intervals(List<CellKey> hidden) {
        var verdicts = new Verdicts(candidates());
        var positions = new TreeMap<CellKey, Integer>();
        for (int i = 0; i < verdicts.size(); i++) {
            if (hidden.contains(verdicts.cell(i).key())) {
                verdicts.withhold(i, Reason.SECONDARY);
                positions.put(verdicts.cell(i).key(), i);
            }
        }
        var facts = new PublicFacts(surroundings(), verdicts);
        var audit = new Audit(facts.tableau(), new Withholding(surroundings(), verdicts, facts), List.of());
        var intervals = new TreeMap<CellKey, double[]>();
        positions.forEach((key, position) -> {
            var variable = facts.variable(position);
            if (variable != null) {
                intervals.put(key, audit.interval(variable));
            }
        });
        return intervals;
    }
}
