package org.socialobservatory.program;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Figures that were estimated from answers, at every door: the same value, interval and verdict. A withheld one shows
 * its key and its reason.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SameEstimateTest {

    private static final String SURVEY = "sale-enquete-menages-fictive";
    private static final String TOWN = "4441010";
    private static final List<String> DIMENSIONS = List.of("age", "disability", "sex");
    /** Predicates of a cell that say which it is and why it shows nothing. */
    private static final List<String> KEY_AND_REASON =
            List.of("indicator", "refArea", "refPeriod", "sex", "age", "disability", "type", "dataset", "reason");

    @TempDir
    private static Path folder;

    private BuiltServer server;
    private JsonNode observations;
    /** What the pages of areas show of the survey, by its path; where there is a census they show its parts. */
    private final Map<String, JsonNode> onPages = new HashMap<>();

    /**
     * What a door says of a cell; texts of numbers, empty where there is none.
     *
     * @param verdict reliability, or that it is withheld
     */
    private record Said(String value, String lower, String upper, String verdict) {

        static final Said WITHHELD = new Said("", "", "", "withheld");

        static Said of(JsonNode node, String value) {
            return new Said(
                    text(node.get(value)),
                    text(node.get("lower")),
                    text(node.get("upper")),
                    text(node.get("reliability")));
        }
    }

    private static String text(@Nullable JsonNode node) {
        return node == null || node.isNull() ? "" : node.asString();
    }

    /** A cell, by what asks for it. */
    private record Asked(String indicator, String area, String period, String parameters, String breakdown) {

        static Asked of(JsonNode observation) {
            var codes = new TreeMap<String, String>();
            DIMENSIONS.forEach(
                    dimension -> codes.put(dimension, observation.get(dimension).asString()));
            codes.values().removeIf(code -> code.equals("T") || code.equals("_T"));
            var parameters = new StringBuilder();
            codes.forEach((dimension, code) ->
                    parameters.append('&').append(dimension).append('=').append(code));
            var breakdown = codes.isEmpty() ? "_T" : parameters.substring(1).replace('&', ',');
            return new Asked(
                    observation.get("indicator").asString(),
                    observation.get("area").asString(),
                    observation.get("period").asString(),
                    parameters.toString(),
                    breakdown);
        }

        String path() {
            return String.join("/", SURVEY, indicator, area, period, breakdown);
        }
    }

    @BeforeAll
    void serveTheDemonstration() throws Exception {
        server = new BuiltProgram(folder.resolve("data")).serve("--demo");
        observations = server.json("/api/observations?dataset=" + SURVEY
                        + "&level=arrondissement&sex=*&age=*&disability=*&limit=100000")
                .get("observations");
        for (var area : observations
                .valueStream()
                .map(one -> one.get("area").asString())
                .collect(toSet())) {
            gather(server.json("/areas/" + area + "?f=json&lang=fr"));
        }
    }

    /** Everything in a page that is a figure. */
    private void gather(JsonNode node) {
        if (node.isObject() && node.has("coverage") && node.has("breakdown")) {
            var path = Stream.of("dataset", "indicator", "area", "period", "breakdown")
                    .map(part -> node.get(part).asString())
                    .collect(joining("/"));
            onPages.put(path, node);
        }
        node.forEach(child -> gather(Objects.requireNonNull(child)));
    }

    @AfterAll
    void endWithACleanLog() {
        server.close();
        assertThat(server.complaints()).isEmpty();
    }

    /** The first and the last cell of each verdict, of those that pages of areas show. */
    @TestFactory
    Stream<DynamicTest> everyDoorSaysTheSame() {
        return Stream.of("reliable", "caution", "unreliable", "withheld").flatMap(verdict -> {
            var cells = observations
                    .valueStream()
                    .filter(one -> verdict.equals(verdict(one)))
                    .filter(one -> onPages.containsKey(Asked.of(one).path()))
                    .toList();
            assertThat(cells).as(verdict).hasSizeGreaterThan(1);
            return Stream.of(cells.getFirst(), cells.getLast())
                    .map(cell -> DynamicTest.dynamicTest(
                            verdict + ": " + Asked.of(cell).path(), () -> sameEverywhere(cell)));
        });
    }

    private static String verdict(JsonNode observation) {
        return observation.get("status").asString().equals("withheld")
                ? "withheld"
                : observation.get("reliability").asString();
    }

    private void sameEverywhere(JsonNode observation) throws Exception {
        var asked = Asked.of(observation);
        boolean withheld = verdict(observation).equals("withheld");
        var said = withheld ? Said.WITHHELD : Said.of(observation, "value");
        assertThat(inCsv(
                        asked,
                        "/api/observations?f=csv&dataset=" + SURVEY + "&indicator=" + asked.indicator() + "&area="
                                + asked.area() + asked.parameters()))
                .isEqualTo(said);
        assertThat(inCsv(asked, "/datasets/" + SURVEY + "/editions/1/data.csv")).isEqualTo(said);
        assertThat(inSparql(observation.get("iri").asString())).isEqualTo(said);
        assertThat(onTheMap(asked)).isEqualTo(said);
        assertThat(inOgc(asked)).isEqualTo(withheld ? new Said("", "", "", "") : said);
        onItsProof(asked, said);
        onThePageOfItsArea(asked, said);
    }

    private Said inCsv(Asked asked, String path) throws Exception {
        var lines = server.text(path, "Accept", "text/csv").lines().toList();
        var columns = List.of(lines.getFirst().split(","));
        var cells = lines.stream()
                .filter(line -> line.replace("\"", "").endsWith("/" + asked.path()))
                .toList();
        assertThat(cells).as(path).hasSize(1);
        // Only the name at the end, which may have a comma, is ever quoted.
        var values = List.of(cells.getFirst().split(","));
        if (values.get(columns.indexOf("status")).equals("withheld")) {
            assertThat(values.subList(columns.indexOf("value"), columns.indexOf("status")))
                    .allMatch(String::isEmpty);
            return Said.WITHHELD;
        }
        return new Said(
                values.get(columns.indexOf("value")),
                values.get(columns.indexOf("lower")),
                values.get(columns.indexOf("upper")),
                values.get(columns.indexOf("reliability")));
    }

    private Said inSparql(String iri) throws Exception {
        var query = "SELECT ?property ?value { <" + iri + "> ?property ?value }";
        var found = new TreeMap<String, String>();
        server.text("/sparql?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8), "Accept", "text/csv")
                .lines()
                .skip(1)
                .forEach(line -> found.put(
                        line.substring(0, line.indexOf(',')).replaceFirst(".*[#/]", ""),
                        line.substring(line.indexOf(',') + 1)));
        if (found.getOrDefault("type", "").endsWith("WithheldCell")) {
            assertThat(found).containsOnlyKeys(KEY_AND_REASON);
            return Said.WITHHELD;
        }
        return new Said(
                found.getOrDefault("obsValue", ""),
                found.getOrDefault("confidenceLower", ""),
                found.getOrDefault("confidenceUpper", ""),
                found.getOrDefault("reliability", "").replaceFirst(".*/", ""));
    }

    private Said onTheMap(Asked asked) throws Exception {
        var map = server.json("/api/choropleth?level=arrondissement&within=" + TOWN + "&dataset=" + SURVEY
                + "&indicator=" + asked.indicator() + "&period=" + asked.period() + asked.parameters());
        var drawn = map.get("areas")
                .valueStream()
                .filter(area -> area.get("code").asString().equals(asked.area()))
                .map(area -> Said.of(area, "value"))
                .findFirst();
        boolean withheld = map.get("withheld")
                .valueStream()
                .anyMatch(code -> code.asString().equals(asked.area()));
        assertThat(withheld).isEqualTo(drawn.isEmpty());
        return drawn.orElse(Said.WITHHELD);
    }

    private Said inOgc(Asked asked) throws Exception {
        var properties = server.json("/ogc/collections/areas-arrondissement/items/" + asked.area() + "?f=json&dataset="
                        + SURVEY + "&properties=" + asked.indicator() + "&period=" + asked.period()
                        + asked.parameters())
                .get("properties");
        var name = asked.indicator().replace('-', '_');
        return new Said(
                text(properties.get(name)),
                text(properties.get(name + "_lower")),
                text(properties.get(name + "_upper")),
                text(properties.get(name + "_reliability")));
    }

    private void onItsProof(Asked asked, Said said) throws Exception {
        var proof = server.json("/figures/" + asked.path() + "?f=json&lang=fr");
        var figure = proof.get("figure");
        if (said.equals(Said.WITHHELD)) {
            assertThat(figure.get("state").asString()).isEqualTo("withheld");
            for (String nothing : List.of("number", "interval", "lower", "upper", "sampleSize", "reliability")) {
                assertThat(figure.get(nothing).isNull()).as(nothing).isTrue();
            }
            for (String nothing : List.of("exact", "reliability", "trusted", "source", "method")) {
                assertThat(proof.get(nothing).isNull()).as(nothing).isTrue();
            }
            return;
        }
        assertThat(Said.of(figure, "number")).isEqualTo(shown(said));
        assertThat(proof.get("trusted").get("reason").asString()).isNotBlank();
        assertThat(proof.get("trusted").get("facts").size()).isPositive();
        assertThat(proof.get("method").get("sample").get("responses").asInt()).isGreaterThan(3_000);
    }

    /** A page writes no number that is too uncertain to stand without its interval. */
    private static Said shown(Said said) {
        return said.verdict().equals("unreliable") ? new Said("", said.lower(), said.upper(), said.verdict()) : said;
    }

    private void onThePageOfItsArea(Asked asked, Said said) throws Exception {
        var figure = Objects.requireNonNull(onPages.get(asked.path()));
        var page = server.text("/areas/" + asked.area() + "?lang=fr", "Accept", "text/html");
        var line = page.substring(page.indexOf("/figures/" + asked.path()));
        if (said.equals(Said.WITHHELD)) {
            assertThat(figure.get("state").asString()).isEqualTo("withheld");
            assertThat(Said.of(figure, "number")).isEqualTo(new Said("", "", "", ""));
            assertThat(line.substring(0, line.indexOf("</a>"))).contains("Non publié");
            return;
        }
        assertThat(Said.of(figure, "number")).isEqualTo(shown(said));
        assertThat(line.substring(0, line.indexOf("</a>")))
                .contains(figure.get("text").asString());
        assertThat(line.substring(0, line.indexOf("</td>")))
                .contains(figure.get("interval").asString());
    }

    @Test
    void showsTheCensusFirstAndTheSurveyAsItsAlternative() throws Exception {
        var women = "indicator=illiteracy-rate&level=arrondissement&within=" + TOWN + "&sex=F";
        assertThat(server.json("/api/choropleth?" + women).get("dataset").asString())
                .isEqualTo("sale-recensement-2024");
        assertThat(server.json("/api/choropleth?" + women + "&period=2025")
                        .get("dataset")
                        .asString())
                .isEqualTo(SURVEY);
        var rows = server.json("/areas/44410109?f=json&lang=fr")
                .get("themes")
                .valueStream()
                .flatMap(theme -> theme.get("rows").valueStream())
                .filter(row -> row.get("indicator").get("code").asString().equals("illiteracy-rate"))
                .toList();
        assertThat(rows).singleElement().satisfies(row -> {
            assertThat(row.get("figure").get("dataset").asString()).isEqualTo("sale-recensement-2024");
            assertThat(row.get("alternatives").get(0).get("dataset").asString()).isEqualTo(SURVEY);
        });
    }
}
