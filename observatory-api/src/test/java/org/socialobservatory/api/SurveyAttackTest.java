package org.socialobservatory.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.socialobservatory.api.snapshot.Snapshots;
import org.socialobservatory.ingest.gate.Attacker;
import org.socialobservatory.ingest.publish.Installation;
import org.socialobservatory.ingest.publish.Previews;
import org.socialobservatory.ingest.publish.Progress;
import org.socialobservatory.ingest.publish.Publisher;
import org.socialobservatory.ingest.publish.Readers;
import org.socialobservatory.ingest.publish.Settings;
import org.socialobservatory.ingest.warehouse.Warehouse;
import org.socialobservatory.ontology.finding.FindingRule;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import tools.jackson.databind.JsonNode;

/**
 * Answers of persons are published by the program as it is, corrected and published again. A reader collects every number
 * from every door, of both editions; he knows what adds up, and has a linear programme.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(SurveyAttackTest.Installed.class)
@DirtiesContext
class SurveyAttackTest {

    private static final int MIN_COUNT = 4;
    private static final int MIN_RESPONDENTS = 10;
    private static final List<String> NUMBERS = List.of(
            "value",
            "lower",
            "upper",
            "standardError",
            "sampleSize",
            "effectiveSampleSize",
            "designEffect",
            "degreesOfFreedom",
            "denominator",
            "parentCovariance",
            "reliability");
    private static final String PREFIXES = """
        PREFIX dimension: <http://purl.org/linked-data/sdmx/2009/dimension#>
        PREFIX measure: <http://purl.org/linked-data/sdmx/2009/measure#>
        PREFIX obs: <https://w3id.org/social-observatory/ns#>
        PREFIX qb: <http://purl.org/linked-data/cube#>
        """;

    @TempDir
    private static Path home;

    @LocalServerPort
    private int port;

    @Autowired
    private Installation installation;

    @Autowired
    private Snapshots snapshots;

    private Visitor visitor;

    /** A folder of data as a town has it. */
    @TestConfiguration
    static class Installed {
        @Bean
        Installation installation() {
            return Installation.open(new Settings(home.resolve("data"), Settings.DEFAULT_BASE_IRI, Optional.empty()));
        }

        @Bean(destroyMethod = "")
        Warehouse warehouse(Installation installation) {
            return installation.warehouse();
        }

        @Bean
        Previews previews(Installation installation) {
            return new Previews(installation.folder());
        }
    }

    @BeforeEach
    void visit() {
        visitor = new Visitor(port);
    }

    private Publisher publisher() {
        return new Publisher(installation, Clock.systemUTC(), new Readers() {
            @Override
            public void reload() {
                snapshots.reload();
            }

            @Override
            public OptionalLong sequence() {
                return OptionalLong.empty();
            }
        });
    }

    private void publish(Path folder) {
        var publisher = publisher();
        var proposal = publisher.propose(folder, Progress.SILENT);
        try (var intake = proposal.intake()) {
            assertThat(intake.content()).as(intake.findings().toString()).isPresent();
            publisher.publish(proposal, "agent", Progress.SILENT);
        }
    }

    private void isRefusedFor(FindingRule rule, Path folder) {
        var proposal = publisher().propose(folder, Progress.SILENT);
        try (var intake = proposal.intake()) {
            assertThat(intake.content()).isEmpty();
            assertThat(intake.counts()).containsKey(rule);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"enquete", "registre"})
    void recoversNoWithheldFigureFromAllDoorsAndEditions(String dataset) throws IOException {
        boolean weighted = dataset.equals("enquete");
        var design = weighted ? InventedSurvey.WEIGHTED : InventedSurvey.CENSUS;
        var survey = new InventedSurvey(7);
        publish(survey.write(home.resolve(dataset + "-1"), dataset, design, "first"));
        var first = SurveyFacts.truth(survey.persons(), weighted);
        attack(survey, weighted, dataset, known(dataset, "", first));
        survey.correct();
        var corrected = survey.write(home.resolve(dataset + "-2"), dataset, design, "corrected");
        if (!weighted) {
            // Everybody is in the register: the first edition and what it left unchanged would give the correction
            // away.
            isRefusedFor(FindingRule.DISCLOSURE_UNPROTECTED, corrected);
            return;
        }
        publish(corrected);
        var second = SurveyFacts.truth(survey.persons(), weighted);
        var known = known(dataset, "", second);
        // What he read in the first edition and has not changed, he knows too; here he is told what has not.
        known(dataset, "&edition=1", first).forEach((name, amount) -> {
            if (Math.abs(amount - second.getOrDefault(name, 0.0)) < 1e-6) {
                known.putIfAbsent(name, amount);
            }
        });
        attack(survey, weighted, dataset, known);
        noDoorSaysMore(dataset);
    }

    private List<JsonNode> figures(String dataset, String further) {
        var figures = new ArrayList<JsonNode>();
        visitor.get("/api/observations?dataset=" + dataset + "&sex=*&age=*&limit=100000" + further)
                .json()
                .get("observations")
                .forEach(figures::add);
        assertThat(figures).isNotEmpty();
        return figures;
    }

    /** The amounts that published figures tell, each as it is. */
    private Map<String, Double> known(String dataset, String edition, Map<String, Double> truth) {
        var known = new TreeMap<String, Double>();
        figures(dataset, edition).forEach(figure -> known.putAll(SurveyFacts.of(figure)));
        known.forEach((name, amount) -> {
            if (!name.startsWith("part-vie") && !name.startsWith("part-savoir")) {
                assertThat(amount).as(name).isCloseTo(truth.getOrDefault(name, 0.0), within(1e-6 * (1 + amount)));
            }
        });
        return known;
    }

    private void attack(InventedSurvey survey, boolean weighted, String dataset, Map<String, Double> known) {
        var withheld = new TreeSet<String>();
        for (var figure : figures(dataset, "")) {
            if (figure.get("status").asString().equals("withheld")) {
                withheld.add(figure.get("indicator").asString() + SurveyFacts.place(figure));
            }
        }
        assertThat(withheld).isNotEmpty();
        var truth = SurveyFacts.truth(survey.persons(), weighted);
        var respondents = SurveyFacts.truth(survey.persons(), false);
        var leaves = SurveyFacts.leaves(survey.persons());
        var alone = new Attacker(known, weighted ? 0 : 1, SurveyFacts.sums("persons", true));
        for (var cell : withheld) {
            var place = cell.substring(cell.indexOf(' '));
            var indicator = cell.substring(0, cell.indexOf(' '));
            int persons = respondents.getOrDefault("persons" + place, 0.0).intValue();
            if (indicator.equals("residents")) {
                isUnknown(
                        alone,
                        "persons" + place,
                        truth,
                        weighted
                                ? widthOfSum(persons, true, truth.getOrDefault("persons" + place, 0.0))
                                : widthOfCount(persons, leaves.getOrDefault(place, 1)));
            } else if (indicator.equals("income")) {
                isUnknown(
                        new Attacker(known, 0, SurveyFacts.sums("income", false)),
                        "income" + place,
                        truth,
                        widthOfSum(persons, weighted, truth.getOrDefault("income" + place, 0.0)));
            } else if (!weighted) {
                isUnknownShare(indicator, place, known, truth);
            }
        }
    }

    /** A count of few must be possible from the least that its parts allow to the least that is shown. */
    private static double[] widthOfCount(int persons, int leaves) {
        return persons < MIN_RESPONDENTS
                ? new double[] {persons - leaves, Math.max(0, MIN_COUNT - persons)}
                : new double[] {0, 0};
    }

    private static double[] widthOfSum(int persons, boolean weighted, double sum) {
        double width = weighted && persons < MIN_RESPONDENTS ? 0.1 * sum : 0;
        return new double[] {width, width};
    }

    private void isUnknownShare(String indicator, String place, Map<String, Double> known, Map<String, Double> truth) {
        var quantity = SurveyFacts.quantity(indicator);
        var sums = new ArrayList<Map.Entry<String, List<String>>>();
        if (quantity.equals("readers") || quantity.equals("others")) {
            sums.addAll(SurveyFacts.sums("persons", true));
            sums.addAll(SurveyFacts.sums("readers", true));
            sums.addAll(SurveyFacts.sums("others", true));
            sums.addAll(SurveyFacts.sums("persons", List.of("readers", "others"), true));
        } else if (quantity.equals("mpi") || quantity.startsWith("part-")) {
            sums.addAll(SurveyFacts.poverty());
        } else {
            sums.addAll(SurveyFacts.sums(quantity, false));
        }
        isUnknown(new Attacker(known, 0, sums), quantity + place, truth, new double[] {0, 0});
    }

    /** That an amount could be so much less and so much more than it is, and anything but it in any case. */
    private static void isUnknown(Attacker attacker, String name, Map<String, Double> truth, double[] width) {
        assertThat(attacker.hidden()).as(name + " is told by another figure").contains(name);
        double is = truth.getOrDefault(name, 0.0);
        double least = attacker.least(name);
        double most = attacker.most(name);
        var found = name + " = " + is + " in [" + least + ", " + most + "]";
        double trace = 1e-6 * (1 + Math.abs(is));
        assertThat(most - least).as(found).isGreaterThan(trace);
        assertThat(least).as(found).isLessThanOrEqualTo(Math.max(0, is - width[0]) + trace);
        assertThat(most).as(found).isGreaterThanOrEqualTo(is + width[1] - trace);
    }

    /** Every other door tells what {@code /api/observations} tells, and nothing of what that withholds. */
    private void noDoorSaysMore(String dataset) {
        for (var edition : List.of("1", "2")) {
            var figures = figures(dataset, "&edition=" + edition);
            var said = new TreeMap<String, JsonNode>();
            figures.forEach(figure -> said.put(figure.get("iri").asString(), figure));
            withheldFiguresAreAllAlike(figures);
            graphsSayTheSame(dataset, edition, said);
            tablesSayTheSame(
                    visitor.get("/api/observations?dataset=" + dataset + "&sex=*&age=*&limit=100000&f=csv&edition="
                                    + edition)
                            .body(),
                    said);
            tablesSayTheSame(
                    visitor.get("/datasets/" + dataset + "/editions/" + edition + "/data.csv")
                            .body(),
                    said);
        }
        var difference = visitor.get("/datasets/" + dataset + "/editions/2/difference.csv")
                .body();
        differenceSaysNoMore(difference, figures(dataset, "&edition=1"), figures(dataset, "&edition=2"));
        mapsSayTheSame(dataset);
        proofsSayTheSame(dataset);
    }

    private static void withheldFiguresAreAllAlike(List<JsonNode> figures) {
        for (var figure : figures) {
            if (figure.get("status").asString().equals("withheld")) {
                NUMBERS.forEach(number -> assertThat(figure.get(number).isNull())
                        .as(figure.toString())
                        .isTrue());
            }
        }
    }

    private List<JsonNode> rows(String query) {
        var answer = visitor.get(
                "/sparql?query=" + URLEncoder.encode(PREFIXES + query, StandardCharsets.UTF_8),
                "Accept",
                "application/sparql-results+json");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        var rows = new ArrayList<JsonNode>();
        answer.json().at("/results/bindings").forEach(rows::add);
        return rows;
    }

    private void graphsSayTheSame(String dataset, String edition, Map<String, JsonNode> said) {
        var graph = "<" + Settings.DEFAULT_BASE_IRI + "/graph/dataset/" + dataset
                + (edition.equals("2") ? "" : "/" + edition) + ">";
        var values = new TreeMap<String, Double>();
        rows("SELECT ?cell ?value FROM " + graph + " { ?cell measure:obsValue ?value } ORDER BY ?value")
                .forEach(row -> values.put(
                        row.at("/cell/value").asString(), row.at("/value/value").asDouble()));
        var expected = new TreeMap<String, Double>();
        said.forEach((iri, figure) -> {
            if (!figure.get("value").isNull()) {
                expected.put(iri, figure.get("value").asDouble());
            }
        });
        assertThat(values).isEqualTo(expected);
        var sum = rows("SELECT (COUNT(*) AS ?n) (SUM(?value) AS ?sum) FROM " + graph
                        + " { ?cell measure:obsValue ?value }")
                .getFirst();
        assertThat(sum.at("/n/value").asInt()).isEqualTo(expected.size());
        assertThat(sum.at("/sum/value").asDouble())
                .isCloseTo(
                        expected.values().stream().mapToDouble(value -> value).sum(), within(1e-3));
        var withheld = rows("SELECT ?cell ?p ?o FROM " + graph + " { ?cell a obs:WithheldCell ; ?p ?o }");
        var terms = new TreeSet<String>();
        var reasons = new TreeSet<String>();
        for (var row : withheld) {
            assertThat(Objects.requireNonNull(said.get(row.at("/cell/value").asString()))
                            .get("status")
                            .asString())
                    .isEqualTo("withheld");
            assertThat(row.at("/o/datatype").asString("")).doesNotContain("decimal", "double", "integer");
            var term = row.at("/p/value").asString();
            terms.add(term.substring(Math.max(term.lastIndexOf('#'), term.lastIndexOf('/')) + 1));
            if (term.endsWith("#reason")) {
                reasons.add(row.at("/o/value").asString());
            }
        }
        assertThat(terms).contains("reason", "refArea").doesNotContain("obsValue", "sampleSize", "denominator");
        assertThat(reasons).hasSize(1);
        assertThat(withheld.size() % terms.size())
                .as("every withheld cell says as much")
                .isZero();
    }

    private static void tablesSayTheSame(String csv, Map<String, JsonNode> said) {
        var lines = csv.lines().toList();
        var names = List.of(lines.getFirst().split(",", -1));
        assertThat(lines).hasSize(said.size() + 1);
        for (var line : lines.subList(1, lines.size())) {
            var values = List.of(line.split(",", -1));
            // The breakdown in the address of a figure has commas; it is the last, in quotes.
            if (values.get(names.indexOf("status")).equals("withheld")) {
                NUMBERS.forEach(number ->
                        assertThat(values.get(names.indexOf(number))).as(line).isEmpty());
            }
        }
        assertThat(lines.stream().filter(line -> line.contains("withheld")).count())
                .isEqualTo(said.values().stream()
                        .filter(figure -> figure.get("status").asString().equals("withheld"))
                        .count());
    }

    private static void differenceSaysNoMore(String csv, List<JsonNode> before, List<JsonNode> after) {
        var published = new TreeSet<Double>();
        for (var figures : List.of(before, after)) {
            figures.stream()
                    .filter(figure -> !figure.get("value").isNull())
                    .forEach(figure -> published.add(figure.get("value").asDouble()));
        }
        var lines = csv.lines().toList();
        assertThat(lines).hasSizeGreaterThan(2);
        var names = List.of(lines.getFirst().split(",", -1));
        for (var line : lines.subList(1, lines.size())) {
            var values = List.of(line.split(",", -1));
            for (var name : names) {
                if (name.contains("alue") && !values.get(names.indexOf(name)).isEmpty()) {
                    assertThat(published).as(line).contains(Double.valueOf(values.get(names.indexOf(name))));
                }
            }
        }
    }

    private void mapsSayTheSame(String dataset) {
        for (var indicator : List.of("residents", "readers", "mpi", "mpi-intensity")) {
            var published = new TreeMap<String, Double>();
            var withheld = new TreeSet<String>();
            for (var figure : figures(dataset, "&sex=F&level=quartier&indicator=" + indicator)) {
                if (figure.get("sex").asString().equals("F")
                        && figure.get("age").asString().equals("_T")) {
                    if (figure.get("value").isNull()) {
                        withheld.add(figure.get("area").asString());
                    } else {
                        published.put(
                                figure.get("area").asString(),
                                figure.get("value").asDouble());
                    }
                }
            }
            for (var method : List.of("quantile", "jenks", "equal", "stddev")) {
                var map = visitor.get("/api/choropleth?dataset=" + dataset + "&level=quartier&sex=F&indicator="
                                + indicator + "&method=" + method)
                        .json();
                var shown = new TreeMap<String, Double>();
                map.get("areas").forEach(area -> {
                    if (!area.get("value").isNull()) {
                        shown.put(area.get("code").asString(), area.get("value").asDouble());
                    }
                });
                assertThat(shown).isEqualTo(published);
                assertThat(texts(map.get("withheld"))).isEqualTo(withheld);
                if (!method.equals("stddev") && !published.isEmpty()) {
                    map.get("breaks")
                            .forEach(limit -> assertThat(limit.asDouble())
                                    .isBetween(
                                            published.values().stream()
                                                    .min(Comparator.naturalOrder())
                                                    .orElseThrow(),
                                            published.values().stream()
                                                    .max(Comparator.naturalOrder())
                                                    .orElseThrow()));
                }
            }
        }
    }

    private static Set<String> texts(JsonNode list) {
        var texts = new TreeSet<String>();
        list.forEach(text -> texts.add(text.asString()));
        return texts;
    }

    /** Proofs of withheld figures differ in nothing but their names. */
    private void proofsSayTheSame(String dataset) {
        var fields = new TreeSet<String>();
        int seen = 0;
        for (var figure : figures(dataset, "")) {
            if (figure.get("status").asString().equals("withheld") && seen++ < 60) {
                var path = figure.get("iri").asString().replaceFirst(".*/id/observation", "/figures");
                var page = visitor.get(path, "Accept", "text/html", "Accept-Language", "fr");
                assertThat(page.status()).isEqualTo(200);
                assertThat(page.body()).contains("Non publié");
                var proof = visitor.get(path, "Accept", "application/json").json();
                var shape = new TreeSet<String>();
                numbers("", proof, shape);
                fields.addAll(shape);
                assertThat(shape).as(proof.toString()).isEqualTo(fields);
            }
        }
    }

    /** Where numbers stand in a document, with those that are the same for all withheld figures of an edition. */
    private static void numbers(String at, JsonNode node, Set<String> found) {
        if (node.isNumber()) {
            found.add(at + "=" + node.asString());
        }
        node.propertyStream().forEach(field -> numbers(at + "/" + field.getKey(), field.getValue(), found));
        node.forEach(one -> {
            if (node.isArray()) {
                numbers(at + "[]", one, found);
            }
        });
    }

    @Test
    void noPublicDoorSpeaksOfOnePersonsAnswer() throws IOException {
        var survey = new InventedSurvey(11);
        var folder = survey.write(
                home.resolve("refus"),
                "refus",
                InventedSurvey.WEIGHTED,
                "first",
                "secretid1,nord-1,secretsexe,33,oui,100,0,0,0,30,nor,i1",
                "secretid2,secretzone,femme,33,oui,100,0,0,0,30,nor,i1",
                "secretid3,nord-1,femme,1000000007,oui,100,0,0,0,30,nor,i1",
                "secretid4,nord-1,femme,secretage,oui,100,0,0,0,30,nor,i1");
        publish(folder);
        var token = preview(folder);
        var walk = Walk.from(
                visitor,
                1_500,
                "/",
                "/datasets/refus/editions/1",
                "/datasets/refus/editions/1?f=json",
                "/datasets/refus?f=json",
                "/catalogue.ttl",
                "/sitemap.xml",
                "/feed.atom",
                "/openapi.json",
                "/sparql",
                "/api/search?q=secret",
                "/api/search?q=secretzone",
                "/actuator/health",
                "/actuator/prometheus");
        assertThat(walk.get("/datasets/refus/editions/1")).contains("personnes");
        assertThat(walk).hasSizeGreaterThan(100);
        walk.forEach((path, body) ->
                assertThat(body).as(path).doesNotContain("secretid", "secretsexe", "secretage", "1000000007", token));
        assertThat(walk.get("/datasets/refus/editions/1?f=json")).doesNotContain("secretzone");
        nothingOfThemLiesOutsideTheVault();
    }

    private String preview(Path folder) {
        var publisher = publisher();
        var proposal = publisher.propose(folder, Progress.SILENT);
        try (var _ = proposal.intake()) {
            return publisher.preview(proposal, "agent", Progress.SILENT).token();
        }
    }

    private void nothingOfThemLiesOutsideTheVault() throws IOException {
        var data = installation.folder();
        try (var files = Files.walk(data.root())) {
            for (var file : files.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(data.root().resolve("vault")))
                    .toList()) {
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                        .as(data.root().relativize(file).toString())
                        .doesNotContain("secretid", "secretsexe", "secretage", "1000000007");
            }
        }
    }
}
