package org.socialobservatory.ingest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.socialobservatory.ingest.check.CellCheck;
import org.socialobservatory.ingest.check.MeetingCheck;
import org.socialobservatory.ingest.check.Naming;
import org.socialobservatory.ingest.check.PlaceCheck;
import org.socialobservatory.ingest.check.TerritoryCheck;
import org.socialobservatory.ingest.check.plausibility.Plausibility;
import org.socialobservatory.ingest.composite.Composed;
import org.socialobservatory.ingest.composite.Composition;
import org.socialobservatory.ingest.composite.Described;
import org.socialobservatory.ingest.composite.IndexCheck;
import org.socialobservatory.ingest.composite.Indicators;
import org.socialobservatory.ingest.composite.Setting;
import org.socialobservatory.ingest.gate.Gate;
import org.socialobservatory.ingest.gate.GateReport;
import org.socialobservatory.ingest.gate.candidate.Candidate;
import org.socialobservatory.ingest.gate.candidate.DisclosureRules;
import org.socialobservatory.ingest.gate.candidate.Surroundings;
import org.socialobservatory.ingest.mapping.CellColumns;
import org.socialobservatory.ingest.mapping.IndicatorReader;
import org.socialobservatory.ingest.mapping.Known;
import org.socialobservatory.ingest.mapping.MeetingReader;
import org.socialobservatory.ingest.mapping.ObservationReader;
import org.socialobservatory.ingest.mapping.PlaceStatement;
import org.socialobservatory.ingest.mapping.Published;
import org.socialobservatory.ingest.mapping.RefusedRows;
import org.socialobservatory.ingest.mapping.RowFindings;
import org.socialobservatory.ingest.mapping.StatementReader;
import org.socialobservatory.ingest.mapping.StatementRows;
import org.socialobservatory.ingest.mapping.description.Composites;
import org.socialobservatory.ingest.mapping.description.Meaning;
import org.socialobservatory.ingest.mapping.description.Meaning.Observations;
import org.socialobservatory.ingest.mapping.description.Meaning.Statements;
import org.socialobservatory.ingest.mapping.description.PackageDescription;
import org.socialobservatory.ingest.mapping.description.ResourceDescription;
import org.socialobservatory.ingest.mapping.description.Responses;
import org.socialobservatory.ingest.mapping.description.Role;
import org.socialobservatory.ingest.mapping.description.SampleDesign;
import org.socialobservatory.ingest.mapping.description.Tables;
import org.socialobservatory.ingest.source.Findings;
import org.socialobservatory.ingest.source.PackageFiles;
import org.socialobservatory.ingest.source.Spelling;
import org.socialobservatory.ingest.source.Table;
import org.socialobservatory.ingest.vault.Answers;
import org.socialobservatory.ingest.vault.Staging;
import org.socialobservatory.ingest.vault.Vault;
import org.socialobservatory.ingest.vault.VaultTable;
import org.socialobservatory.ontology.area.Area;
import org.socialobservatory.ontology.area.Territory;
import org.socialobservatory.ontology.cube.Cell;
import org.socialobservatory.ontology.cube.CellKey;
import org.socialobservatory.ontology.cube.CodeList;
import org.socialobservatory.ontology.cube.Concept;
import org.socialobservatory.ontology.edition.Definitions;
import org.socialobservatory.ontology.edition.EditionContent;
import org.socialobservatory.ontology.edition.SourceResource;
import org.socialobservatory.ontology.edition.SourceResource.Coverage;
import org.socialobservatory.ontology.edition.SourceResource.Disclosure;
import org.socialobservatory.ontology.finding.Finding;
import org.socialobservatory.ontology.finding.FindingRule;
import org.socialobservatory.ontology.indicator.Indicator;
import org.socialobservatory.ontology.meeting.Meeting;
import org.socialobservatory.ontology.resource.Place;

/** An edition in the making: what the resources of a package say, put together. */
final class Draft {

    /** So many cells that readers could work out are named; the steward's report has all. */
    private static final int NAMED_CELLS = 5;

    private final PackageDescription description;
    private final Published published;
    private final Findings findings;
    private final List<Opened> opened = new ArrayList<>();
    private final Map<String, CodeList> codeLists = new TreeMap<>();
    private final Map<String, Indicator> indicators = new TreeMap<>();
    private final TerritoryCheck.Stated territory;
    private final List<Place> places;
    private final Known known;
    private final List<Meeting> meetings;
    private final Optional<Staging> staging;
    private final Estimation estimation;
    private final Gate.Passed passed;
    private final Composed composed;
    private final List<RefusedRows> refused = new ArrayList<>();

    /** A resource with its table, if there is one that can be read. */
    private static final class Opened {
        private final ResourceDescription resource;
        private final RowFindings rows;
        private final Optional<? extends Table> table;
        private UnaryOperator<String[]> kept = UnaryOperator.identity();

        Opened(ResourceDescription resource, PackageFiles files, AnswersOrigin answers) {
            var place = Finding.Place.of(resource.name());
            this.resource = resource;
            this.rows = new RowFindings(resource, place);
            this.table = switch (resource.meaning()) {
                case Composites _ -> Optional.empty();
                case Responses _ ->
                    answers instanceof AnswersOrigin.Files
                            ? Tables.openAnswers(resource.file(), resource.dialect(), place, files, rows.findings())
                            : Optional.empty();
                case Observations _, Statements _ ->
                    Tables.open(resource.file(), resource.dialect(), place, files, rows.findings());
            };
        }

        /** The description of a table of answers; empty for any other. */
        Optional<Answers.Described> answers() {
            return resource.meaning() instanceof Responses responses
                    ? Optional.of(new Answers.Described(resource, responses, rows))
                    : Optional.empty();
        }
    }

    private Draft(
            PackageDescription description,
            PackageFiles files,
            Published published,
            AnswersOrigin origin,
            Findings findings) {
        this.description = description;
        this.published = published;
        this.findings = findings;
        description.resources().forEach(resource -> opened.add(new Opened(resource, files, origin)));
        readCodes();
        readIndicators();
        this.territory = readTerritory();
        this.places = readPlaces();
        this.known = new Known(published, territory.areas(), indicators.values(), List.copyOf(codeLists.values()));
        this.meetings = readMeetings();
        var received = readCells();
        this.estimation = new Estimation(
                known,
                published.editions(),
                wholeTerritory(),
                description.dataset().town());
        this.staging = estimate(origin);
        this.passed = gate().pass(candidates(received));
        nameAndSettle();
        reportDisclosure();
        this.composed = compose();
    }

    static Draft of(
            PackageDescription description,
            PackageFiles files,
            Published published,
            AnswersOrigin origin,
            Findings findings) {
        return new Draft(description, files, published, origin, findings);
    }

    private void forEach(Role role, BiConsumer<StatementRows, Opened> reader) {
        for (Opened one : opened) {
            if (one.resource.meaning() instanceof Statements statements
                    && statements.role() == role
                    && one.table.isPresent()) {
                reader.accept(new StatementRows(one.resource, statements, one.table.get(), one.rows), one);
            }
        }
    }

    private void readCodes() {
        var reader = new StatementReader(published.catalogue());
        forEach(Role.CODES, (rows, _) -> {
            var list = reader.codes(rows);
            codeLists.merge(list.scheme(), list, Draft::joined);
        });
    }

    private static CodeList joined(CodeList first, CodeList second) {
        var concepts = new LinkedHashMap<String, Concept>();
        first.concepts().forEach(concept -> concepts.put(concept.code(), concept));
        second.concepts().forEach(concept -> concepts.putIfAbsent(concept.code(), concept));
        return new CodeList(
                first.scheme(), first.labels().completedBy(second.labels()), List.copyOf(concepts.values()));
    }

    private void readIndicators() {
        var reader = new IndicatorReader(published.catalogue());
        forEach(
                Role.INDICATORS,
                (rows, _) ->
                        reader.read(rows).forEach(indicator -> indicators.putIfAbsent(indicator.code(), indicator)));
    }

    private TerritoryCheck.Stated readTerritory() {
        var reader = new StatementReader(published.catalogue());
        var check = new TerritoryCheck(published.territory(), levels(), findings);
        forEach(Role.CHANGES, (rows, one) -> check.changes(reader.changes(rows), one.rows));
        forEach(Role.AREAS, (rows, one) -> check.areas(reader.areas(rows), one.rows));
        return check.stated();
    }

    private List<String> levels() {
        return Stream.concat(
                        published.catalogue().codeList("level").stream(),
                        Optional.ofNullable(codeLists.get("level")).stream())
                .flatMap(list -> list.concepts().stream().map(Concept::code))
                .toList();
    }

    private List<Place> readPlaces() {
        var reader = new StatementReader(published.catalogue());
        var statements = new ArrayList<PlaceStatement>();
        forEach(Role.PLACES, (rows, _) -> statements.addAll(reader.places(rows)));
        return statements.isEmpty() ? List.of() : new PlaceCheck(wholeTerritory(), findings).places(statements);
    }

    private List<Meeting> readMeetings() {
        var reader = new MeetingReader(known);
        forEach(Role.MEETINGS, (rows, _) -> reader.read(rows));
        return new MeetingCheck(description.dataset().code(), wholeTerritory(), published, findings)
                .meetings(reader.found());
    }

    private Territory wholeTerritory() {
        var builder = published.territory().extended();
        territory.areas().forEach(builder::state);
        territory.versions().forEach(builder::state);
        return builder.build();
    }

    private List<Cell> readCells() {
        var columns = new CellColumns();
        for (int i = 0; i < opened.size(); i++) {
            var one = opened.get(i);
            if (one.resource.meaning() instanceof Observations observations && one.table.isPresent()) {
                var reader =
                        new ObservationReader(one.resource, observations, i, one.table.get(), known, columns, one.rows);
                one.kept = reader::withoutWithheld;
                reader.read();
            }
        }
        return new CellCheck(
                        columns,
                        known,
                        description.resources(),
                        opened.stream().map(one -> one.rows).toList())
                .cells();
    }

    /** Estimates from the answers of persons, if there are any; those that arrive go into the staging of the vault. */
    private Optional<Staging> estimate(AnswersOrigin origin) {
        return switch (origin) {
            case AnswersOrigin.Files files -> arrive(files.vault());
            case AnswersOrigin.Kept kept -> {
                var described =
                        opened.stream().flatMap(one -> one.answers().stream()).toList();
                estimate(Answers.kept(described, kept.answers()));
                yield Optional.empty();
            }
        };
    }

    private Optional<Staging> arrive(Vault vault) {
        var sources = new ArrayList<Answers.Source>();
        for (Opened one : opened) {
            one.answers()
                    .ifPresent(described ->
                            one.table.ifPresent(table -> sources.add(new Answers.Source(described, table))));
        }
        if (sources.isEmpty()) {
            return Optional.empty();
        }
        var place = vault.stage();
        try {
            estimate(Answers.read(sources, description.dataset().code(), known, wholeTerritory(), place));
            return Optional.of(place);
        } catch (RuntimeException | Error failure) {
            place.close();
            throw failure;
        }
    }

    private void estimate(Answers answers) {
        for (int i = 0; i < opened.size(); i++) {
            estimate(answers, i);
        }
    }

    private void estimate(Answers answers, int resource) {
        var one = opened.get(resource);
        if (one.resource.meaning() instanceof Responses responses) {
            one.kept = answers.withoutPersonal(one.resource.name());
            estimation.decide(one.resource.name(), responses, answers, one.rows);
        }
        if (one.rows.findings().stops()) {
            return;
        }
        answers.tables().stream()
                .filter(table -> table.resource().equals(one.resource.name()))
                .forEach(table -> {
                    if (one.table.isPresent()) {
                        look(table, answers, one.rows);
                    } else {
                        one.rows.countRows(table.rows());
                    }
                    estimation.estimate(table, answers, resource, one.rows);
                });
    }

    /** Signs that answers are not what people said. */
    private static void look(VaultTable table, Answers answers, RowFindings rows) {
        var age = table.responses().tabulation().dimensions().get("age");
        Plausibility.check(
                table.location(),
                table.variables(),
                answers.questionnaire(table.resource()),
                age == null ? null : age.variable(),
                table.responses().personal().person(),
                rows.place(),
                rows.findings());
    }

    /** All that asks to be published, in canonical order; what a table of figures and the answers both give is a fault. */
    private List<Candidate> candidates(List<Cell> received) {
        if (estimation.candidates().isEmpty()) {
            return received.stream().map(Candidate::received).toList();
        }
        var candidates = new TreeMap<CellKey, Candidate>();
        received.forEach(cell -> candidates.put(cell.key(), Candidate.received(cell)));
        for (Candidate estimated : estimation.candidates()) {
            var key = estimated.cell().key();
            if (candidates.putIfAbsent(key, estimated) != null) {
                findings.add(
                        FindingRule.CELL_GIVEN_TWICE,
                        Finding.Place.PACKAGE.column(key.indicator()),
                        key.area(),
                        key.indicator(),
                        key.area(),
                        key.period(),
                        key.breakdown());
            }
        }
        return List.copyOf(candidates.values());
    }

    private Gate gate() {
        var rules = opened.stream().map(one -> rules(one.resource.meaning())).toList();
        var dataset = description.dataset().code();
        return new Gate(new Surroundings(
                rules,
                code -> Optional.ofNullable(estimation.indicators().get(code))
                        .or(() -> known.indicator(code))
                        .orElseThrow(),
                wholeTerritory(),
                Stream.concat(published.catalogue().codeLists().stream(), codeLists.values().stream())
                        .toList(),
                estimation.sums(),
                reader -> published.editions().cells(dataset, reader)));
    }

    private static DisclosureRules rules(Meaning meaning) {
        return switch (meaning) {
            case Observations observations ->
                rules(observations.coverage(), observations.disclosure(), observations.thresholds(), false);
            case Responses responses -> rules(coverage(responses), Disclosure.APPLY, responses.thresholds(), true);
            case Statements _, Composites _ -> new DisclosureRules(Coverage.EXHAUSTIVE, Disclosure.APPLY, 0, false, 0);
        };
    }

    private static DisclosureRules rules(
            Coverage coverage, Disclosure disclosure, Meaning.Thresholds thresholds, boolean restKnown) {
        return new DisclosureRules(
                coverage,
                disclosure,
                thresholds.minCount(),
                thresholds.suppressZero(),
                thresholds.minRespondents(),
                restKnown);
    }

    /** Indices are composed of what the gate has let through, once it is known that there will be an edition. */
    private Composed compose() {
        var described = new ArrayList<Described>();
        for (int i = 0; i < opened.size(); i++) {
            if (opened.get(i).resource.meaning() instanceof Composites composites) {
                for (var index : composites.indices()) {
                    described.add(new Described(i, index));
                }
            }
        }
        var setting = new Setting(
                description.dataset().code(),
                description.dataset().town(),
                new Indicators(estimation.indicators(), known),
                wholeTerritory());
        IndexCheck.check(described, setting.indicators(), findings);
        if (described.isEmpty() || findings.stops()) {
            return Composed.NOTHING;
        }
        var own = new ArrayList<>(indicators.values());
        own.addAll(estimation.indicators().values());
        return Composition.of(described, setting, own, passed.cells(), published, findings);
    }

    private static Coverage coverage(Responses responses) {
        return responses.design().kind() == SampleDesign.Kind.CENSUS ? Coverage.EXHAUSTIVE : Coverage.SAMPLE;
    }

    /** What concerns the package as a whole, then what its resources found, in their order. */
    private void nameAndSettle() {
        var town = description.dataset().town();
        if (town != null && known.area(town).isEmpty()) {
            var codes = territory.areas().stream().map(Area::code).toList();
            findings.add(
                    FindingRule.AREA_UNKNOWN,
                    Finding.Place.PACKAGE.column("town"),
                    town,
                    town,
                    Spelling.nearestText(town, codes));
        }
        names();
        for (String dimension : known.unlisted()) {
            var codes = known.foundCodes().stream()
                    .filter(list -> list.scheme().equals(dimension))
                    .flatMap(list -> list.concepts().stream().map(Concept::code))
                    .limit(10)
                    .toList();
            findings.add(
                    FindingRule.DIMENSION_WITHOUT_LIST,
                    Finding.Place.PACKAGE,
                    null,
                    dimension,
                    String.join(", ", codes));
        }
        for (Opened one : opened) {
            if (one.table.isPresent()
                    && one.rows.rows() == 0
                    && !one.rows.findings().stops()) {
                var path = one.resource.file().path();
                one.rows.findings().add(FindingRule.TABLE_WITHOUT_ROWS, one.rows.place(), null, path);
            }
            var rows = one.rows.settle(findings);
            if (!rows.isEmpty() && one.table.isPresent()) {
                refused.add(RefusedRows.read(one.resource.name(), one.table.get(), rows, one.kept));
            }
        }
    }

    private void names() {
        var title = new Naming();
        title.see(description.dataset().code(), description.dataset().title());
        title.report(Finding.Place.PACKAGE.column("title"), findings);
        var areas = new Naming();
        territory
                .areas()
                .forEach(area -> areas.see(
                        area.code(),
                        area.names()
                                .completedBy(published
                                        .territory()
                                        .area(area.code())
                                        .map(Area::names)
                                        .orElse(org.socialobservatory.ontology.Multilingual.none()))));
        areas.report(Finding.Place.PACKAGE.column("areas"), findings);
        var defined = new Naming();
        indicators.values().forEach(indicator -> defined.see(indicator.code(), indicator.labels()));
        defined.report(Finding.Place.PACKAGE.column("indicators"), findings);
        var located = new Naming();
        places.forEach(place -> located.see(place.code(), place.names()));
        located.report(Finding.Place.PACKAGE.column("places"), findings);
        var held = new Naming();
        meetings.forEach(meeting -> held.see(meeting.code(), meeting.name()));
        held.report(Finding.Place.PACKAGE.column("meetings"), findings);
        for (CodeList list : codeLists.values()) {
            var codes = new Naming();
            list.concepts().forEach(concept -> codes.see(concept.code(), concept.labels()));
            codes.report(Finding.Place.PACKAGE.column(list.scheme()), findings);
        }
    }

    EditionContent content() {
        var dimensions = new TreeSet<>(estimation.dimensions());
        var resources = new ArrayList<SourceResource>();
        for (Opened one : opened) {
            var coverage = Coverage.EXHAUSTIVE;
            var disclosure = Disclosure.APPLY;
            if (one.resource.meaning() instanceof Observations observations) {
                observations
                        .measures()
                        .forEach(
                                measure -> dimensions.addAll(measure.breakdown().keySet()));
                coverage = observations.coverage();
                disclosure = observations.disclosure();
            } else if (one.resource.meaning() instanceof Responses responses) {
                coverage = coverage(responses);
            } else if (one.resource.meaning() instanceof Composites) {
                coverage = Coverage.MODEL;
            }
            resources.add(new SourceResource(
                    one.resource.name(),
                    one.resource.file().path(),
                    one.resource.file().sha256(),
                    role(one.resource.meaning()),
                    coverage,
                    disclosure,
                    one.rows.rows()));
        }
        known.foundCodes().forEach(list -> codeLists.merge(list.scheme(), list, Draft::joined));
        var defined = new TreeMap<>(estimation.indicators());
        composed.indicators().forEach(indicator -> defined.put(indicator.code(), indicator));
        defined.putAll(indicators);
        var definitions = new Definitions(
                description.dataset(),
                List.copyOf(dimensions),
                resources,
                territory.areas(),
                territory.versions(),
                territory.changes(),
                List.copyOf(defined.values()),
                List.copyOf(codeLists.values()),
                places.stream().sorted(Comparator.comparing(Place::code)).toList(),
                estimation.studies(),
                composed.composites(),
                meetings);
        return new EditionContent(definitions, composed.with(passed.cells()));
    }

    /** Where readers could work out what is withheld, there is no edition. */
    private void reportDisclosure() {
        if (findings.stops()) {
            return;
        }
        disclosure(FindingRule.DISCLOSURE_UNPROTECTED, passed.report().unprotected());
        disclosure(FindingRule.DISCLOSURE_EARLIER, passed.report().shownEarlier());
    }

    private void disclosure(FindingRule rule, List<CellKey> keys) {
        if (!keys.isEmpty()) {
            var named = keys.stream()
                    .limit(NAMED_CELLS)
                    .map(key -> String.join("/", key.indicator(), key.area(), key.period(), key.breakdown()))
                    .collect(Collectors.joining(", "));
            findings.add(rule, Finding.Place.PACKAGE, null, String.valueOf(keys.size()), named);
        }
    }

    private static String role(Meaning meaning) {
        return meaning.role().code();
    }

    GateReport gateReport() {
        return passed.report();
    }

    /** The answers on their way into the vault. */
    Optional<Staging> staging() {
        return staging;
    }

    List<RefusedRows> refused() {
        return refused;
    }
}
