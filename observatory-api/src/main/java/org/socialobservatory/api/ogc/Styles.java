package org.socialobservatory.api.ogc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.choropleth.Choropleth;
import org.socialobservatory.api.choropleth.MapQuestion;
import org.socialobservatory.api.http.Parameters;
import org.socialobservatory.api.snapshot.Snapshot;
import org.socialobservatory.ontology.Language;
import org.socialobservatory.ontology.Multilingual;
import org.socialobservatory.ontology.indicator.Indicator;

/**
 * How the tiles of a collection are painted (Mapbox Style Specification 8): in the classes and colours of the map of an
 * indicator. What has no class is grey.
 */
final class Styles {

    static final Multilingual TITLE = Multilingual.of("Styles de carte", "أنماط الخريطة", "Map styles");
    /** What is withheld, missing or too uncertain to be coloured. */
    private static final String WITHOUT_CLASS = "#d9d9d9";

    private static final String EDGE = "#595959";
    private static final double OPACITY = 0.8;
    private static final double EDGE_WIDTH = 0.6;

    private final OgcDocuments documents;
    private final Language language;

    Styles(OgcDocuments documents, Language language) {
        this.documents = documents;
        this.language = language;
    }

    static String path(Layer layer) {
        return "/collections/" + layer.id() + "/styles";
    }

    String title(Layer layer) {
        return documents.title(layer) + " · " + documents.said(TITLE);
    }

    String title(Choropleth map) {
        var indicator = map.question().indicator();
        return indicator.labels().orCode(language, indicator.code());
    }

    /** The map that a request is about, all of whose parameters must be understood. */
    static MapQuestion question(Layer.Areas layer, String own, @Nullable String asked, Snapshot snapshot) {
        var whole = Parameters.ofQuery(joined("level=" + layer.level(), own, asked == null ? "" : asked));
        return MapQuestion.read(whole, snapshot, MapQuestion.NAMES);
    }

    /** What its tiles are asked for with: the same, less what is said of the answer alone. */
    static String query(String own, @Nullable String asked) {
        var kept = Arrays.stream((asked == null ? "" : asked).split("&", -1))
                .filter(part -> !part.matches("(f|lang)(=.*)?"))
                .collect(Collectors.joining("&"));
        return joined(own, kept);
    }

    private static String joined(String... parts) {
        return Arrays.stream(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining("&"));
    }

    /** One style for each indicator that the collection has figures of. */
    Map<String, @Nullable Object> all(Layer layer, Snapshot snapshot) {
        var styles = new ArrayList<Object>();
        if (layer instanceof Layer.Areas) {
            for (var indicator : Fields.measured(snapshot, layer)) {
                styles.add(OgcDocuments.members(
                        "id",
                        indicator.code(),
                        "title",
                        indicator.labels().orCode(language, indicator.code()),
                        "links",
                        List.of(link(layer, indicator))));
            }
        }
        return OgcDocuments.members("styles", styles, "links", documents.selves(path(layer), title(layer)));
    }

    private Map<String, @Nullable Object> link(Layer layer, Indicator indicator) {
        return documents.to(
                path(layer) + "/" + indicator.code(),
                "stylesheet",
                StyleController.TYPE,
                indicator.labels().orCode(language, indicator.code()));
    }

    Map<String, @Nullable Object> style(Layer layer, Choropleth map, String query) {
        var source = TileJson.of(layer, documents, query);
        source.keySet().retainAll(List.of("tiles", "minzoom", "maxzoom", "bounds", "scheme"));
        source.put("type", "vector");
        source.put("promoteId", "code");
        return OgcDocuments.members(
                "version",
                8,
                "name",
                title(map),
                "metadata",
                OgcDocuments.members(
                        "indicator",
                        map.question().indicator().code(),
                        "unit",
                        map.question().indicator().unit(),
                        "breaks",
                        Arrays.stream(map.classes().breaks()).boxed().toList()),
                "sources",
                OgcDocuments.members(layer.id(), source),
                "layers",
                List.of(
                        painted(
                                layer,
                                "fill",
                                "fill",
                                OgcDocuments.members("fill-color", colour(map), "fill-opacity", OPACITY)),
                        painted(
                                layer,
                                "edge",
                                "line",
                                OgcDocuments.members("line-color", EDGE, "line-width", EDGE_WIDTH))));
    }

    private static Map<String, @Nullable Object> painted(
            Layer layer, String name, String type, Map<String, @Nullable Object> paint) {
        return OgcDocuments.members(
                "id",
                layer.id() + "-" + name,
                "type",
                type,
                "source",
                layer.id(),
                "source-layer",
                layer.id(),
                "paint",
                paint);
    }

    /** By class; an expression needs at least one. */
    private static Object colour(Choropleth map) {
        var colours = map.classes().colours();
        if (colours.isEmpty()) {
            return WITHOUT_CLASS;
        }
        var match = new ArrayList<Object>(List.of("match", List.of("get", "class")));
        for (int i = 0; i < colours.size(); i++) {
            match.add(i);
            match.add(colours.get(i));
        }
        match.add(WITHOUT_CLASS);
        return match;
    }
}
