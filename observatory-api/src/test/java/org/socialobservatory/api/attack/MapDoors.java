package org.socialobservatory.api.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.socialobservatory.api.Visitor;
import tools.jackson.databind.JsonNode;

/** Figures by area: as classes of a map and as properties of features. */
record MapDoors(Visitor visitor, String base, String dataset) {

    private static final List<String> METHODS =
            List.of("quantile", "jenks", "equal", "stddev", "manual&breaks=2,20,200");
    private static final List<String> SYSTEMS = List.of(
            "http://www.opengis.net/def/crs/OGC/1.3/CRS84",
            "http://www.opengis.net/def/crs/EPSG/0/4326",
            "http://www.opengis.net/def/crs/EPSG/0/3857",
            "http://www.opengis.net/def/crs/EPSG/0/26191",
            "http://www.opengis.net/def/crs/EPSG/0/32628");

    /** What a map and a feature call what a figure says. */
    private static final Map<String, String> ON_THE_MAP = Map.of(
            "value", "value", "lower", "lower", "upper", "upper", "n", "sampleSize", "reliability", "reliability");

    private static final Map<String, String> OF_A_FEATURE =
            Map.of("", "value", "_lower", "lower", "_upper", "upper", "_reliability", "reliability");

    void hold(String edition, Told told) {
        int turn = 0;
        for (var column : told.columns().entrySet()) {
            for (var level : InventedSurvey.LEVELS) {
                var keys = new TreeMap<>(column.getValue());
                keys.keySet().removeIf(area -> !InventedSurvey.level(area).equals(level));
                if (!keys.isEmpty()) {
                    var method = METHODS.get(turn++ % METHODS.size());
                    map(column.getKey(), level, method, "&edition=" + edition, keys, told);
                }
            }
        }
    }

    private void map(
            Told.Column column, String level, String method, String edition, Map<String, String> keys, Told told) {
        var path = base + "/api/choropleth?dataset=" + dataset + "&level=" + level + "&indicator=" + column.indicator()
                + column.parameters() + "&method=" + method + edition;
        var map = visitor.get(path).json();
        var shown = new TreeSet<String>();
        for (var area : map.get("areas")) {
            var key = keys.get(area.get("code").asString());
            if (key != null) {
                shown.add(area.get("code").asString());
                ON_THE_MAP.forEach((here, name) -> told.holds(path, key, name, text(area.get(here))));
            }
        }
        var withheld = new TreeSet<String>();
        keys.forEach((area, key) -> {
            if (told.isWithheld(key)) {
                withheld.add(area);
            }
        });
        assertThat(texts(map.get("withheld"))).as(path).isEqualTo(withheld);
        var others = new TreeSet<>(keys.keySet());
        others.removeAll(withheld);
        assertThat(shown).as(path).isEqualTo(others);
        classes(path, map, method);
    }

    /** Classes are made of what is shown. */
    private static void classes(String path, JsonNode map, String method) {
        var values = new TreeSet<BigDecimal>();
        map.get("areas").forEach(area -> values.add(area.get("value").decimalValue()));
        if (!values.isEmpty() && !method.startsWith("stddev") && !method.startsWith("manual")) {
            map.get("breaks")
                    .forEach(limit ->
                            assertThat(limit.decimalValue()).as(path).isBetween(values.first(), values.last()));
        }
    }

    /** Features of the newest edition, by all breakdowns, each time in another system of coordinates. */
    void features(Told told) {
        var indicators = new TreeSet<String>();
        told.columns().keySet().forEach(column -> indicators.add(column.indicator()));
        int turn = 0;
        for (var level : InventedSurvey.LEVELS) {
            var matched = new TreeSet<Integer>();
            for (var parameters : breakdowns(told)) {
                var path = base + "/ogc/collections/areas-" + level + "/items?f=json&limit=2&dataset=" + dataset
                        + parameters + "&properties=code," + String.join(",", indicators) + "&crs="
                        + SYSTEMS.get(turn++ % SYSTEMS.size());
                matched.add(features(path, parameters, indicators, told));
            }
            assertThat(matched).as("no filter counts what is withheld").hasSize(1);
        }
        for (var level : InventedSurvey.LEVELS) {
            for (var feature : visitor.get(
                            base + "/ogc/collections/areas-" + level + "/items?f=json&limit=100&dataset=" + dataset)
                    .json()
                    .get("features")) {
                headlines(feature.get("properties"), told);
            }
        }
    }

    private static Set<String> breakdowns(Told told) {
        var breakdowns = new TreeSet<String>();
        told.columns().keySet().forEach(column -> breakdowns.add(column.parameters()));
        return breakdowns;
    }

    private int features(String first, String parameters, Set<String> indicators, Told told) {
        var path = first;
        var codes = new ArrayList<String>();
        while (true) {
            var answer = visitor.get(path);
            assertThat(answer.status()).as(path + answer.body()).isEqualTo(200);
            var page = answer.json();
            for (var feature : page.get("features")) {
                codes.add(feature.get("id").asString());
                feature(path, feature.get("properties"), parameters, indicators, told);
            }
            var next = link(page, "next");
            if (next.isEmpty()) {
                assertThat(codes)
                        .as(path)
                        .isSorted()
                        .hasSize(page.get("numberMatched").asInt());
                return codes.size();
            }
            path = URI.create(next).getRawPath() + "?" + URI.create(next).getRawQuery();
        }
    }

    private static void feature(
            String path, JsonNode properties, String parameters, Set<String> indicators, Told told) {
        for (var column : told.columns().entrySet()) {
            var key = column.getValue().get(properties.get("code").asString());
            var indicator = column.getKey().indicator();
            if (key != null
                    && indicators.contains(indicator)
                    && column.getKey().parameters().equals(parameters)) {
                OF_A_FEATURE.forEach((ending, name) ->
                        told.holds(path, key, name, text(properties.get(indicator.replace('-', '_') + ending))));
            }
        }
    }

    /** What every reader gets who asks for nothing else, of everybody. */
    private static void headlines(JsonNode properties, Told told) {
        var asked = new TreeSet<String>();
        told.columns().keySet().stream()
                .map(Told.Column::indicator)
                .filter(indicator -> properties.has(indicator.replace('-', '_')))
                .forEach(asked::add);
        feature("headlines", properties, "&sex=T&age=_T", asked, told);
    }

    private static String link(JsonNode page, String relation) {
        for (var link : page.get("links")) {
            if (link.get("rel").asString().equals(relation)) {
                return link.get("href").asString();
            }
        }
        return "";
    }

    private static String text(JsonNode node) {
        return node == null || node.isNull() ? "" : node.asString();
    }

    private static Set<String> texts(JsonNode list) {
        var texts = new TreeSet<String>();
        list.forEach(text -> texts.add(text.asString()));
        return texts;
    }
}
