package org.socialobservatory.api.ogc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.snapshot.Snapshot;
import org.socialobservatory.ontology.Language;
import org.socialobservatory.ontology.Multilingual;

/** The documents of the standard, as trees of members in the order in which they are written. */
final class OgcDocuments {

    static final String JSON = "application/json";
    static final String GEO_JSON = "application/geo+json";
    static final String HTML = "text/html";
    private static final String OPEN_API = "application/vnd.oai.openapi+json;version=3.0";

    /** What holds, and nothing else. */
    private static final List<String> CONFORMANCE = List.of(
            "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core",
            "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/oas30",
            "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/html",
            "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/geojson",
            "http://www.opengis.net/spec/ogcapi-features-2/1.0/conf/crs",
            "http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/queryables",
            "http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/filter",
            "http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/features-filter",
            "http://www.opengis.net/spec/ogcapi-features-5/1.0/conf/schemas",
            "http://www.opengis.net/spec/ogcapi-features-5/1.0/conf/core-roles-features",
            "http://www.opengis.net/spec/ogcapi-features-5/1.0/conf/returnables-and-receivables",
            "http://www.opengis.net/spec/ogcapi-features-5/1.0/conf/queryables",
            "http://www.opengis.net/spec/ogcapi-features-5/1.0/conf/sortables",
            "http://www.opengis.net/spec/cql2/1.0/conf/cql2-text",
            "http://www.opengis.net/spec/cql2/1.0/conf/cql2-json",
            "http://www.opengis.net/spec/cql2/1.0/conf/basic-cql2",
            "http://www.opengis.net/spec/cql2/1.0/conf/advanced-comparison-operators",
            "http://www.opengis.net/spec/cql2/1.0/conf/case-insensitive-comparison",
            "http://www.opengis.net/spec/cql2/1.0/conf/accent-insensitive-comparison",
            "http://www.opengis.net/spec/cql2/1.0/conf/basic-spatial-functions",
            "http://www.opengis.net/spec/cql2/1.0/conf/basic-spatial-functions-plus",
            "http://www.opengis.net/spec/cql2/1.0/conf/spatial-functions",
            "http://www.opengis.net/spec/cql2/1.0/conf/temporal-functions",
            "http://www.opengis.net/spec/cql2/1.0/conf/arithmetic",
            "http://www.opengis.net/spec/cql2/1.0/conf/property-property",
            "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/core",
            "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/tileset",
            "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/tilesets-list",
            "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/geodata-tilesets",
            "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/mvt");

    static final Multilingual TITLE =
            Multilingual.of("Observatoire social : cartes", "المرصد الاجتماعي: الخرائط", "Social Observatory: maps");
    private static final Multilingual DESCRIPTION = Multilingual.of(
            "Les territoires avec leurs chiffres, et les lieux, comme objets géographiques.",
            "المجالات الترابية بأرقامها، والأماكن، كمعالم جغرافية.",
            "Areas with their figures, and places, as geographic features.");
    static final Multilingual CONFORMANCE_TITLE =
            Multilingual.of("Conformité aux normes", "المطابقة للمعايير", "Conformance to standards");
    static final Multilingual COLLECTIONS_TITLE = Multilingual.of("Collections", "مجموعات المعالم", "Collections");
    private static final Multilingual AREAS =
            Multilingual.of("Territoires : {0}", "المجالات الترابية: {0}", "Areas: {0}");
    private static final Multilingual PLACES = Multilingual.of("Lieux : {0}", "الأماكن: {0}", "Places: {0}");
    private static final Multilingual API =
            Multilingual.of("Description de l’interface", "وصف الواجهة", "Description of the interface");
    private static final Multilingual ITEMS = Multilingual.of("Objets", "المعالم", "Features");
    private static final Multilingual FICTITIOUS = Multilingual.of(
            "Comprend des données fictives : {0}.", "تشمل بيانات وهمية: {0}.", "Includes fictitious data: {0}.");
    private static final Multilingual DRAWN = Multilingual.of(
            "Certains contours sont dessinés par nous et simplifiés.",
            "بعض الحدود رسمناها نحن رسمًا مبسّطًا.",
            "Some outlines are drawn by us and simplified.");

    private final Snapshot snapshot;
    private final Language language;
    /** Address of the landing page, from the reader's request. */
    private final String root;

    OgcDocuments(Snapshot snapshot, Language language, String root) {
        this.snapshot = snapshot;
        this.language = language;
        this.root = root;
    }

    static Map<String, @Nullable Object> members(@Nullable Object... namesAndValues) {
        var members = new LinkedHashMap<String, @Nullable Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            members.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return members;
    }

    static Map<String, @Nullable Object> link(String href, String rel, String type, String title) {
        return members("href", href, "rel", rel, "type", type, "title", title);
    }

    /** An address below the landing page. */
    String address(String path) {
        return root + path;
    }

    /** A link to another address below the landing page. */
    Map<String, @Nullable Object> to(String path, String rel, String type, String title) {
        return link(root + path, rel, type, title);
    }

    /** A document by its other forms: itself, and the one for people. */
    List<Object> selves(String path, String title) {
        var links = new ArrayList<Object>();
        links.add(link(root + path + "?f=json", "self", JSON, title));
        links.add(link(root + path + "?f=html", "alternate", HTML, title));
        return links;
    }

    Map<String, @Nullable Object> landing() {
        var title = said(TITLE);
        var links = selves("", title);
        links.add(link(root + "/api", "service-desc", OPEN_API, said(API)));
        links.add(link(root.substring(0, root.length() - "/ogc".length()) + "/docs", "service-doc", HTML, said(API)));
        links.add(link(root + "/conformance", "conformance", JSON, said(CONFORMANCE_TITLE)));
        links.add(link(root + "/collections", "data", JSON, said(COLLECTIONS_TITLE)));
        links.add(to(TileSets.GRIDS, TileSets.TILING_SCHEMES, JSON, said(TileSets.GRIDS_TITLE)));
        return members("title", title, "description", said(DESCRIPTION), "links", links);
    }

    Map<String, @Nullable Object> conformance() {
        return members("conformsTo", CONFORMANCE, "links", selves("/conformance", said(CONFORMANCE_TITLE)));
    }

    Map<String, @Nullable Object> collections() {
        var collections = new ArrayList<Object>();
        Layer.of(snapshot).values().forEach(layer -> collections.add(collection(layer)));
        return members(
                "links",
                selves("/collections", said(COLLECTIONS_TITLE)),
                "crs",
                Crs.uris(),
                "collections",
                collections);
    }

    Map<String, @Nullable Object> collection(Layer layer) {
        var path = "/collections/" + layer.id();
        var title = title(layer);
        var links = selves(path, title);
        links.add(link(root + path + "/items?f=json", "items", GEO_JSON, said(ITEMS)));
        links.add(link(root + path + "/items?f=html", "items", HTML, said(ITEMS)));
        for (var purpose : SchemaDocuments.Purpose.values()) {
            links.add(to(path + "/" + purpose.path(), purpose.rel(), SchemaDocuments.TYPE, said(purpose.title())));
        }
        if (layer instanceof Layer.Areas) {
            links.add(
                    to(Styles.path(layer), "http://www.opengis.net/def/rel/ogc/1.0/styles", JSON, said(Styles.TITLE)));
        }
        links.add(to(TileSets.path(layer), TileSets.VECTOR_TILE_SETS, JSON, said(TileSets.TITLE)));
        var collection = members("id", layer.id(), "title", title, "description", description(layer), "links", links);
        var extent = extent(layer);
        if (!extent.isEmpty()) {
            collection.put("extent", extent);
        }
        collection.put("itemType", "feature");
        collection.put("crs", Crs.uris());
        collection.put("storageCrs", Crs.CRS84.uri());
        return collection;
    }

    /** Where and, for what has its day, when the features are. */
    private static Map<String, @Nullable Object> extent(Layer layer) {
        var extent = members();
        var box = layer.extent();
        if (box != null) {
            extent.put(
                    "spatial",
                    members(
                            "bbox",
                            List.of(List.of(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY())),
                            "crs",
                            Crs.CRS84.uri()));
        }
        if (layer instanceof Layer.Rooms rooms) {
            var days = rooms.features().stream()
                    .map(feature -> feature.held().meeting().date())
                    .sorted()
                    .toList();
            extent.put(
                    "temporal",
                    members(
                            "interval",
                            List.of(List.of(days.getFirst() + "T00:00:00Z", days.getLast() + "T23:59:59Z")),
                            "trs",
                            "http://www.opengis.net/def/uom/ISO-8601/0/Gregorian"));
        }
        return extent;
    }

    String title(Layer layer) {
        return switch (layer) {
            case Layer.Areas areas -> said(AREAS).replace("{0}", layer.title().orCode(language, areas.level()));
            case Layer.Places places ->
                said(PLACES).replace("{0}", layer.title().orCode(language, places.kind()));
            case Layer.Rooms rooms -> said(rooms.title());
        };
    }

    /** What must be said of the data; what is invented says so here too. */
    String description(Layer layer) {
        var sentences = new ArrayList<String>();
        sentences.add(said(DESCRIPTION));
        var invented = snapshot.datasets().values().stream()
                .filter(dataset -> dataset.dataset().fictitious())
                .map(dataset -> dataset.dataset().title().orCode(language, dataset.code()))
                .toList();
        if (!invented.isEmpty()) {
            sentences.add(said(FICTITIOUS).replace("{0}", String.join(" · ", invented)));
        }
        if (layer instanceof Layer.Areas areas && areas.hasDrawings()) {
            sentences.add(said(DRAWN));
        }
        return String.join(" ", sentences);
    }

    /** A feature as a member of a collection. */
    Map<String, @Nullable Object> feature(Layer.Feature feature, ItemsQuestion question) {
        var geometry = feature.geometry();
        return members(
                "type",
                "Feature",
                "id",
                feature.id(),
                "geometry",
                geometry == null ? null : question.crs().given(geometry),
                "properties",
                properties(feature, question));
    }

    private static Map<String, @Nullable Object> properties(Layer.Feature feature, ItemsQuestion question) {
        var properties = members();
        question.fields().forEach(field -> properties.put(field.name(), field.of(feature)));
        return properties;
    }

    String said(Multilingual text) {
        return text.exactly(language).orElseThrow();
    }
}
