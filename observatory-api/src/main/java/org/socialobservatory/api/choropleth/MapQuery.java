package org.socialobservatory.api.choropleth;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.TreeSet;
import org.socialobservatory.api.snapshot.Snapshot;
import org.socialobservatory.ontology.Iris;

/** The SPARQL query that returns the figures of a map at {@code /sparql}. */
final class MapQuery {

    private static final String TEMPLATE = template();
    private static final String DIMENSION = "http://purl.org/linked-data/sdmx/2009/dimension#";

    private final Choropleth map;
    private final Snapshot snapshot;

    private MapQuery(Choropleth map, Snapshot snapshot) {
        this.map = map;
        this.snapshot = snapshot;
    }

    private static String template() {
        try (var file = Objects.requireNonNull(MapQuery.class.getResourceAsStream("choropleth.rq"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static String text(Choropleth map, Snapshot snapshot) {
        return new MapQuery(map, snapshot).text();
    }

    private String text() {
        var source = map.source();
        var code = source == null
                ? map.question().indicator().code()
                : source.run().indicator();
        return TEMPLATE.replace("{from}", from())
                .replace("{indicator}", indicator(code))
                .replace("{constraints}", constraints())
                .replace("{level}", concept("level", map.level()))
                .replace("{within}", within());
    }

    /** An edition that is not the newest is in no graph but its own. */
    private String from() {
        var source = map.source();
        if (source == null) {
            return "";
        }
        var edition = source.dataset().edition();
        boolean newest = snapshot.dataset(edition.dataset())
                .map(current -> current.edition().number() == edition.number())
                .orElse(false);
        return newest
                ? ""
                : "FROM <" + snapshot.iris().editionGraph(edition.dataset(), edition.number()) + ">\nFROM <"
                        + snapshot.iris().graph("territory") + ">\n";
    }

    private String constraints() {
        var text = new StringBuilder();
        var source = map.source();
        var breakdown = map.question().breakdown();
        var dimensions = new TreeSet<>(breakdown.codes().keySet());
        if (source != null) {
            constrain(
                    text, "qb:dataSet", snapshot.iris().dataset(source.dataset().code()));
            constrain(
                    text,
                    "sdmx-dimension:refPeriod",
                    snapshot.iris().period(source.run().period().code()));
            dimensions.add("age");
            dimensions.add("sex");
            dimensions.addAll(source.dataset().definitions().dimensions());
        }
        for (String dimension : dimensions) {
            constrain(text, "<" + dimension(dimension) + ">", concept(dimension, breakdown.code(dimension)));
        }
        return text.toString();
    }

    private static void constrain(StringBuilder text, String property, String iri) {
        text.append("    ").append(property).append(" <").append(iri).append("> ;\n");
    }

    private String within() {
        var scope = map.question().scope();
        return scope == null ? "" : "  ?area obs:within+ <" + snapshot.iris().area(scope.code()) + "> .\n";
    }

    private static String dimension(String name) {
        return (name.equals("sex") || name.equals("age") ? DIMENSION : Iris.OBS) + name;
    }

    private String indicator(String code) {
        return snapshot.catalogue().isShared(code)
                ? Iris.sharedIndicator(code)
                : snapshot.iris().indicator(code);
    }

    private String concept(String scheme, String code) {
        boolean shared = snapshot.vocabulary()
                .codeList(scheme)
                .flatMap(list -> list.concept(code))
                .isPresent();
        return shared ? Iris.sharedCode(scheme, code) : snapshot.iris().thing("code", scheme) + "/" + code;
    }
}
