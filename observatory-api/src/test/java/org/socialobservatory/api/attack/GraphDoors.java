package org.socialobservatory.api.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.socialobservatory.api.Visitor;
import org.socialobservatory.ingest.publish.Settings;
import tools.jackson.databind.JsonNode;

/** Figures as linked data: queries, what they count and sort, descriptions of things, and what the endpoint says of itself. */
record GraphDoors(Visitor visitor, String base, String dataset) {

    private static final String PREFIXES = """
        PREFIX measure: <http://purl.org/linked-data/sdmx/2009/measure#>
        PREFIX obs: <https://w3id.org/social-observatory/ns#>
        """;

    private static final Map<String, String> TERMS = Map.ofEntries(
            Map.entry("obsValue", "value"),
            Map.entry("confidenceLower", "lower"),
            Map.entry("confidenceUpper", "upper"),
            Map.entry("standardError", "standardError"),
            Map.entry("sampleSize", "sampleSize"),
            Map.entry("effectiveSampleSize", "effectiveSampleSize"),
            Map.entry("designEffect", "designEffect"),
            Map.entry("degreesOfFreedom", "degreesOfFreedom"),
            Map.entry("denominator", "denominator"),
            Map.entry("parentCovariance", "parentCovariance"));

    private static final Pattern COUNTED = Pattern.compile("void#triples> \"(\\d+)\"");

    /** @param newest whether the edition is the one that its dataset's graph shows */
    void hold(String edition, boolean newest, Told told) {
        var graph = "<" + Settings.DEFAULT_BASE_IRI + "/graph/dataset/" + dataset + (newest ? "" : "/" + edition) + ">";
        numbers(graph, told);
        order(graph, told);
        withheld(graph, told);
        if (newest) {
            descriptions(told);
            counts();
        }
    }

    private List<JsonNode> rows(String query) {
        var path = base + "/sparql?query=" + URLEncoder.encode(PREFIXES + query, StandardCharsets.UTF_8);
        var answer = visitor.get(path, "Accept", "application/sparql-results+json");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        var rows = new ArrayList<JsonNode>();
        answer.json().at("/results/bindings").forEach(rows::add);
        return rows;
    }

    private static String local(String iri) {
        return iri.substring(Math.max(iri.lastIndexOf('#'), iri.lastIndexOf('/')) + 1);
    }

    /** All numbers that any cell has, and there are no others. */
    private void numbers(String graph, Told told) {
        var found = new TreeMap<String, String>();
        for (var row :
                rows("SELECT ?cell ?p ?o FROM " + graph + " { ?cell obs:indicator ?i ; ?p ?o FILTER isNumeric(?o) }")) {
            var name = TERMS.get(local(row.at("/p/value").asString()));
            assertThat(name).as(row.toString()).isNotNull();
            found.put(
                    Told.key(row.at("/cell/value").asString()) + " " + name,
                    Told.plain(row.at("/o/value").asString()));
        }
        var expected = new TreeMap<String, String>();
        told.figures()
                .keySet()
                .forEach(key -> TERMS.values().forEach(name -> {
                    if (!told.said(key, name).isEmpty()) {
                        expected.put(key + " " + name, told.said(key, name));
                    }
                }));
        assertThat(found).as(graph).isEqualTo(expected);
    }

    /** Sorting, filtering, counting and adding up speak of published values only. */
    private void order(String graph, Told told) {
        var values = new ArrayList<BigDecimal>();
        told.figures().keySet().stream()
                .map(key -> told.said(key, "value"))
                .filter(value -> !value.isEmpty())
                .map(BigDecimal::new)
                .sorted()
                .forEach(values::add);
        var sorted = new ArrayList<BigDecimal>();
        rows("SELECT ?value FROM " + graph + " { ?cell measure:obsValue ?value } ORDER BY ?value")
                .forEach(row -> sorted.add(
                        new BigDecimal(Told.plain(row.at("/value/value").asString()))));
        assertThat(sorted).as(graph).isEqualTo(values);
        var middle = values.get(values.size() / 2);
        var few = rows("SELECT (COUNT(?value) AS ?n) FROM " + graph + " { ?cell obs:indicator ?i"
                        + " OPTIONAL { ?cell measure:obsValue ?value } FILTER (?value < " + middle.toPlainString()
                        + ") }")
                .getFirst();
        assertThat(few.at("/n/value").asLong())
                .isEqualTo(values.stream()
                        .filter(value -> value.compareTo(middle) < 0)
                        .count());
        var cells = rows(
                "SELECT ?cell FROM " + graph
                        + " { ?cell a obs:WithheldCell OPTIONAL { ?cell measure:obsValue ?value } } ORDER BY DESC(?value) ?cell");
        var names = cells.stream().map(row -> row.at("/cell/value").asString()).toList();
        assertThat(names).isSorted().hasSameSizeAs(told.withheld().keySet());
    }

    /** Withheld cells all say the same of themselves. */
    private void withheld(String graph, Told told) {
        var terms = new TreeMap<String, List<String>>();
        for (var row : rows("SELECT ?cell ?p ?o FROM " + graph + " { ?cell a obs:WithheldCell ; ?p ?o }")) {
            terms.computeIfAbsent(Told.key(row.at("/cell/value").asString()), _ -> new ArrayList<>())
                    .add(local(row.at("/p/value").asString()));
            assertThat(row.at("/o/type").asString()).as(row.toString()).isEqualTo("uri");
        }
        terms.values().forEach(names -> names.sort(null));
        assertThat(terms.keySet()).isEqualTo(told.withheld().keySet());
        assertThat(new TreeSet<>(terms.values().stream().map(String::valueOf).toList()))
                .hasSizeLessThanOrEqualTo(1);
    }

    private void descriptions(Told told) {
        told.withheld().keySet().stream().limit(40).forEach(key -> {
            for (var form : List.of("nt", "turtle", "jsonld", "rdf")) {
                var path = base + "/id/observation/" + dataset + "/" + key + "?f=" + form;
                var answer = visitor.get(path);
                assertThat(answer.status()).as(path).isEqualTo(200);
                assertThat(answer.body())
                        .as(path)
                        .contains("disclosure")
                        .doesNotContain("obsValue", "sampleSize", "denominator");
            }
        });
    }

    /** The endpoint counts triples; it counts those that a reader counts himself. */
    private void counts() {
        var said = new ArrayList<Long>();
        var description = visitor.get(base + "/sparql", "Accept", "application/n-triples");
        var counts = COUNTED.matcher(description.body());
        while (counts.find()) {
            said.add(Long.valueOf(counts.group(1)));
        }
        said.removeIf(triples -> triples == 0);
        var counted = new ArrayList<Long>();
        rows("SELECT (COUNT(*) AS ?n) { { SELECT DISTINCT ?s ?p ?o { ?s ?p ?o } } }")
                .forEach(row -> counted.add(row.at("/n/value").asLong()));
        rows("SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g")
                .forEach(row -> counted.add(row.at("/n/value").asLong()));
        rows("SELECT ?g ?p (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g ?p")
                .forEach(row -> counted.add(row.at("/n/value").asLong()));
        assertThat(said).containsExactlyInAnyOrderElementsOf(counted);
    }
}
