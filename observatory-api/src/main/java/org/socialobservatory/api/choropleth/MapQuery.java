package org.socialobservatory.api.choropleth;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.shared.PrefixMapping;
import org.socialobservatory.api.snapshot.PerSnapshot;
import org.socialobservatory.api.snapshot.Snapshot;
import org.socialobservatory.api.snapshot.rdf.description.Names;

/** The SPARQL query that returns the figures of a map at {@code /sparql}. */
public final class MapQuery {

    private static final String TEMPLATE = template();
    private static final PrefixMapping PREFIXES = prefixes();
    private static final PerSnapshot<Names> NAMES =
            new PerSnapshot<>(snapshot -> new Names(snapshot.iris(), snapshot.catalogue(), snapshot.vocabulary()));

    private final Choropleth map;
    private final Snapshot snapshot;
    private final Names names;

    private MapQuery(Choropleth map, Snapshot snapshot) {
        this.map = map;
        this.snapshot = snapshot;
        this.names = NAMES.of(snapshot);
    }

    /** The prefixes that the template declares. */
    private static PrefixMapping prefixes() {
        var found = PrefixMapping.Factory.create();
        Pattern.compile("PREFIX ([\\w-]+): <([^>]+)>")
                .matcher(TEMPLATE)
                .results()
                .forEach(declared -> found.setNsPrefix(declared.group(1), declared.group(2)));
        return found;
    }

    /** A term as one writes it by hand: with its prefix where it has one. */
    private static String term(Node node) {
        var name = PREFIXES.qnameFor(node.getURI());
        return name == null ? "<" + node.getURI() + ">" : name;
    }

    private static String template() {
        try (var file = Objects.requireNonNull(MapQuery.class.getResourceAsStream("choropleth.rq"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public static String text(Choropleth map, Snapshot snapshot) {
        return new MapQuery(map, snapshot).text();
    }

    private String text() {
        var source = map.source();
        var code = source == null
                ? map.question().indicator().code()
                : source.run().indicator();
        return TEMPLATE.replace("{from}", from())
                .replace("{indicator}", term(names.indicator(code)))
                .replace("{constraints}", constraints())
                .replace("{level}", term(names.concept("level", map.level())))
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
            constrain(text, "qb:dataSet", names.dataset(source.dataset().code()));
            constrain(
                    text,
                    "sdmx-dimension:refPeriod",
                    names.period(source.run().period().code()));
            dimensions.addAll(source.dataset().dimensions());
        }
        for (String dimension : dimensions) {
            constrain(text, term(names.dimension(dimension)), names.concept(dimension, breakdown.code(dimension)));
        }
        return text.toString();
    }

    private static void constrain(StringBuilder text, String property, Node value) {
        text.append("    ").append(property).append(' ').append(term(value)).append(" ;\n");
    }

    private String within() {
        var scope = map.question().scope();
        return scope == null
                ? ""
                : "  ?area obs:within+ <" + names.area(scope.code()).getURI() + "> .\n";
    }
}
