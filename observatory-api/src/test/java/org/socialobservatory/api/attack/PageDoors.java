package org.socialobservatory.api.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.socialobservatory.api.Visitor;
import tools.jackson.databind.JsonNode;

/** Pages with figures, in three languages and as their own data. */
record PageDoors(Visitor visitor, String base, String dataset) {

    private static final List<String> LANGUAGES = List.of("fr", "ar", "en");
    private static final Map<String, String> WITHHELD =
            Map.of("fr", "Non publié", "ar", "غير منشور", "en", "Not published");
    /** Proofs of so many withheld figures are read. */
    private static final int PROOFS = 40;
    /** Pages that are searched for withheld numbers. */
    private static final int LONGEST_WALK = 400;

    /** A number with its thousands set apart as any of the languages does. */
    private static final Pattern NUMBER = Pattern.compile("\\d{1,3}(?:[\\u202f\\u00a0,.]\\d{3})+(?!\\d)|\\d+");

    void hold(Told told) {
        var paths =
                new TreeSet<>(List.of("/map?dataset=" + dataset, "/datasets", "/datasets/" + dataset, "/indicators"));
        told.columns().forEach((column, keys) -> {
            keys.keySet().forEach(area -> {
                paths.add("/areas/" + area);
                paths.add("/areas/" + area + "/sheet");
                paths.add("/areas/" + area + "/meeting");
                paths.add("/compare?areas=nord-2," + (area.equals("nord-2") ? "bourg" : area));
                paths.add("/indicators/" + column.indicator() + "?level=" + InventedSurvey.level(area));
            });
        });
        int seen = 0;
        for (var path : paths) {
            seen += figures(
                    path, visitor.get(base + path, "Accept", "application/json").json(), told);
        }
        assertThat(seen).isGreaterThan(told.figures().size() / 2);
        told.columns().keySet().stream().map(Told.Column::indicator).distinct().forEach(this::ranking);
        diagnostics(told);
        proofs(told);
    }

    /** A diagnostic tells figures, those beside them, differences and places: nothing that other doors do not tell. */
    private void diagnostics(Told told) {
        var areas = new TreeSet<String>();
        told.figures().values().forEach(figure -> areas.add(figure.get("area").asString()));
        for (var area : areas) {
            for (var theme : visitor.get(base + "/api/areas/" + area + "/diagnostic")
                    .json()
                    .get("themes")) {
                for (var figure : theme.get("figures")) {
                    if (figure.get("dataset").asString().equals(dataset)) {
                        diagnosed(figure, told);
                    }
                }
            }
        }
    }

    private static void diagnosed(JsonNode figure, Told told) {
        var key = Told.key(figure.get("iri").asString());
        Told.SAID.forEach(name -> told.holds("a diagnostic", key, name, text(figure.get(name))));
        var reference = figure.get("reference");
        if (!reference.isNull()) {
            var parts = key.split("/", -1);
            var beside = Told.key(parts[0], reference.get("area").asString(), parts[2], parts[3]);
            told.holds("a diagnostic", beside, "value", text(reference.get("value")));
            assertThat(reference.get("difference").isNull() || !(told.isWithheld(key) || told.isWithheld(beside)))
                    .isTrue();
        }
        assertThat(figure.get("rank").isNull() || !told.isWithheld(key)).isTrue();
    }

    /** Holds every figure of a page's data, wherever it stands; gives how many there are. */
    private int figures(String path, JsonNode node, Told told) {
        int seen = 0;
        if (node.isObject()
                && node.has("breakdown")
                && node.has("state")
                && node.get("dataset").asString().equals(dataset)) {
            var key = Told.key(
                    node.get("indicator").asString(),
                    node.get("area").asString(),
                    node.get("period").asString(),
                    node.get("breakdown").asString());
            for (var name : List.of("lower", "upper", "reliability")) {
                told.holds(path, key, name, text(node.get(name)));
            }
            // Of an unreliable figure pages show the interval alone.
            if (!node.get("number").isNull() || told.isWithheld(key)) {
                told.holds(path, key, "value", text(node.get("number")));
            }
            told.holds(path, key, "sampleSize", text(node.get("sampleSize")).replaceAll("\\D", ""));
            seen++;
        }
        for (var child : node) {
            seen += figures(path, child, told);
        }
        return seen;
    }

    private static String text(JsonNode node) {
        return node.isNull() ? "" : node.asString();
    }

    /** In a column of figures the withheld ones stand last, by name and without a rank. */
    private void ranking(String indicator) {
        for (var level : InventedSurvey.LEVELS) {
            var table = visitor.get(base + "/indicators/" + indicator + "?f=json&lang=fr&level=" + level)
                    .json()
                    .get("table");
            var names = new ArrayList<String>();
            for (var row : table.get("rows")) {
                boolean withheld = row.at("/figure/state").asString().equals("withheld");
                assertThat(withheld || names.isEmpty()).as(indicator + row).isTrue();
                if (withheld) {
                    names.add(row.at("/area/name").asString());
                    assertThat(row.get("rank").isNull()).isTrue();
                }
            }
            assertThat(names).isSorted().hasSize(table.get("withheld").asInt());
        }
    }

    /** Proofs of withheld figures differ in nothing but names. */
    private void proofs(Told told) {
        var shapes = new TreeSet<String>();
        told.withheld().keySet().stream().limit(PROOFS).forEach(key -> {
            var path = base + "/figures/" + dataset + "/" + key;
            WITHHELD.forEach((language, words) -> assertThat(
                            visitor.get(path + "?lang=" + language).body())
                    .as(path)
                    .contains(words));
            var shape = new TreeSet<String>();
            numbers("", visitor.get(path + "?f=json").json(), shape);
            shape.removeIf(number -> number.startsWith("/indicator/"));
            shapes.add(String.join(" ", shape));
        });
        assertThat(shapes).hasSizeLessThanOrEqualTo(1);
    }

    /** Where numbers stand in a document, with what they are. */
    private static void numbers(String at, JsonNode node, Set<String> found) {
        if (node.isNumber()) {
            found.add(at + "=" + node.asString());
        }
        node.propertyStream().forEach(field -> numbers(at + "/" + field.getKey(), field.getValue(), found));
        if (node.isArray()) {
            node.forEach(one -> numbers(at + "[]", one, found));
        }
    }

    /** An edition counts what the gate did as a reader counts it, and says of a change what two editions say. */
    void edition(String edition, Told told) {
        var page = visitor.get(base + "/datasets/" + dataset + "/editions/" + edition + "?f=json")
                .json();
        var levels = new ArrayList<String>();
        page.at("/gate/levels").forEach(level -> levels.add(level.get("code").asString()));
        var counted = new TreeMap<String, Long>();
        told.figures().forEach((key, figure) -> {
            var rule = told.isWithheld(key) ? "withheld" : "published";
            counted.merge(rule, 1L, Long::sum);
            counted.merge(rule + "/" + InventedSurvey.level(figure.get("area").asString()), 1L, Long::sum);
        });
        var said = new TreeMap<String, Long>();
        for (var count : page.at("/gate/counts")) {
            var rule = count.get("rule").asString();
            said.put(rule, count.get("cells").asLong());
            for (int i = 0; i < levels.size(); i++) {
                said.put(rule + "/" + levels.get(i), count.get("byLevel").get(i).asLong());
            }
        }
        said.values().removeIf(count -> count == 0);
        assertThat(said).isEqualTo(counted);
    }

    /** That none of some numbers stands anywhere where a reader comes who follows every link, in any language. */
    Map<String, String> walk(Set<String> secrets, String... further) {
        var seeds = new ArrayList<String>(List.of(further));
        for (var language : LANGUAGES) {
            for (var page : List.of(
                    "/",
                    "/indicators",
                    "/datasets/" + dataset,
                    "/datasets/" + dataset + "/editions/1",
                    "/datasets/" + dataset + "/questionnaires/personnes",
                    "/areas/bourg",
                    "/areas/nord-1",
                    "/areas/nord-1/sheet",
                    "/areas/nord-1/meeting",
                    "/areas/sud-2",
                    "/areas/sud-2/sheet?with=ar",
                    "/compare?areas=nord-1,nord-2,sud-2",
                    "/map?dataset=" + dataset)) {
                seeds.add(page + (page.contains("?") ? "&" : "?") + "lang=" + language);
            }
        }
        secrets.forEach(secret -> seeds.add("/api/search?q=" + secret));
        var walk = Walk.from(
                visitor, LONGEST_WALK, seeds.stream().map(seed -> base + seed).toArray(String[]::new));
        walk.forEach((path, body) -> {
            if (!path.contains("search?q=")) {
                assertThat(numbers(body)).as(path).doesNotContainAnyElementsOf(secrets);
            }
        });
        return walk;
    }

    static Set<String> numbers(String text) {
        var numbers = new TreeSet<String>();
        NUMBER.matcher(text)
                .results()
                .forEach(number -> numbers.add(number.group().replaceAll("\\D", "")));
        return numbers;
    }
}
