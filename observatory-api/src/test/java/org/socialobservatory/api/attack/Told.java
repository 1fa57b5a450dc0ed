package org.socialobservatory.api.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.Visitor;
import org.socialobservatory.ontology.cube.CellKey;
import tools.jackson.databind.JsonNode;

/**
 * What {@code /api/observations} tells of the figures of one edition; every other door is held to it.
 *
 * @param figures in the order in which they come, by what follows the dataset in their names
 */
record Told(Map<String, JsonNode> figures) {

    /** What a figure may say and a withheld one may not. */
    static final List<String> SAID = List.of(
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

    /** @param further parameters, such as the edition */
    static Told by(Visitor visitor, String base, String dataset, String further) {
        var figures = new LinkedHashMap<String, JsonNode>();
        var path = base + "/api/observations?dataset=" + dataset + "&sex=*&age=*&limit=100000" + further;
        for (var figure : visitor.get(path).json().get("observations")) {
            figures.put(key(figure.get("iri").asString()), figure);
        }
        assertThat(figures).as(path).isNotEmpty();
        return new Told(figures);
    }

    static String key(String iri) {
        return iri.replaceFirst(".*/(?:id/observation|figures)/[^/]+/", "");
    }

    static String key(String indicator, String area, String period, String breakdown) {
        return indicator + "/" + area + "/" + period + "/" + breakdown;
    }

    /** A number in its shortest decimal form, so that it is the same however it was written; other texts as they are. */
    static String plain(String text) {
        return text.matches("-?[0-9.]+(?:[eE][-+]?[0-9]+)?")
                ? new BigDecimal(text).stripTrailingZeros().toPlainString()
                : text;
    }

    /** What a figure says, empty where it says nothing. */
    String said(String key, String name) {
        var figure = figures.get(key);
        var said = figure == null ? null : figure.get(name);
        return said == null || said.isNull() ? "" : plain(said.asString());
    }

    boolean isWithheld(String key) {
        return said(key, "status").equals("withheld");
    }

    /** The figures that say nothing. */
    SortedMap<String, JsonNode> withheld() {
        var withheld = new TreeMap<>(figures);
        withheld.keySet().removeIf(key -> !isWithheld(key));
        return withheld;
    }

    /** That something which another door says of a figure is what is told here. */
    void holds(String where, String key, String name, @Nullable String elsewhere) {
        assertThat(elsewhere == null ? "" : plain(elsewhere))
                .as(name + " of " + key + " at " + where)
                .isEqualTo(said(key, name));
    }

    /** That withheld figures say nothing but their names, and that their place among the others follows from these. */
    void keepsSilent() {
        for (var key : withheld().keySet()) {
            SAID.forEach(name -> assertThat(said(key, name)).as(key).isEmpty());
        }
        var order = new ArrayList<CellKey>();
        figures.keySet().forEach(key -> {
            var parts = key.split("/", -1);
            order.add(new CellKey(parts[0], parts[3], parts[2], parts[1]));
        });
        assertThat(order).isSorted();
    }

    /** Figures of one indicator and breakdown, such as a map or a column shows, by their areas. */
    Map<Column, Map<String, String>> columns() {
        var columns = new TreeMap<Column, Map<String, String>>();
        figures.forEach((key, figure) -> columns.computeIfAbsent(
                        new Column(
                                figure.get("indicator").asString(),
                                figure.get("sex").asString(),
                                figure.path("age").asString("_T")),
                        _ -> new TreeMap<>())
                .put(figure.get("area").asString(), key));
        return columns;
    }

    /** Of whom a column of figures speaks, and what it says of them. */
    record Column(String indicator, String sex, String age) implements Comparable<Column> {
        String parameters() {
            return "&sex=" + sex + "&age=" + age;
        }

        String breakdown() {
            var codes = (age.equals("_T") ? "" : ",age=" + age) + (sex.equals("T") ? "" : ",sex=" + sex);
            return codes.isEmpty() ? "_T" : codes.substring(1);
        }

        @Override
        public int compareTo(Column other) {
            return (indicator + parameters()).compareTo(other.indicator + other.parameters());
        }
    }
}
