package org.socialobservatory.api.ogc;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ontology.Multilingual;

/**
 * What is said of tiles: the grid in which they are cut (OGC 17-083r4) and the set of each collection (OGC 20-057).
 */
final class TileSets {

    static final String VECTOR_TILE_SETS = "http://www.opengis.net/def/rel/ogc/1.0/tilesets-vector";
    static final String TILING_SCHEMES = "http://www.opengis.net/def/rel/ogc/1.0/tiling-schemes";
    private static final String TILING_SCHEME = "http://www.opengis.net/def/rel/ogc/1.0/tiling-scheme";
    private static final String GRID_URI = "http://www.opengis.net/def/tilematrixset/OGC/1.0/" + TileGrid.ID;
    private static final String CRS = "http://www.opengis.net/def/crs/EPSG/0/3857";
    static final String GRIDS = "/tileMatrixSets";
    static final String TILE_JSON_TYPE = "application/vnd.mapbox.tile+json";

    /** The grid is of the world to this zoom, whatever tiles there are. */
    private static final int DEEPEST_OF_GRID = 24;
    /** Metres of a dot on the screen that the standard assumes (17-083r4 §7.1.2). */
    private static final double DOT = 0.000_28;

    private static final int SIDE = 256;

    static final Multilingual TITLE = Multilingual.of("Tuiles vectorielles", "بلاطات متجهية", "Vector tiles");
    static final Multilingual GRIDS_TITLE = Multilingual.of("Grilles de tuiles", "شبكات البلاطات", "Tile matrix sets");
    static final Multilingual GRID_TITLE = Multilingual.of(
            "Grille mondiale en projection Web Mercator",
            "شبكة عالمية بإسقاط Web Mercator",
            "Grid of the world in the Web Mercator projection");

    private final OgcDocuments documents;

    TileSets(OgcDocuments documents) {
        this.documents = documents;
    }

    String gridsTitle() {
        return documents.said(GRIDS_TITLE);
    }

    String gridTitle() {
        return documents.said(GRID_TITLE);
    }

    static String path(Layer layer) {
        return "/collections/" + layer.id() + "/tiles";
    }

    /** The list of grids: there is one. */
    Map<String, @Nullable Object> grids() {
        var title = documents.said(GRID_TITLE);
        var grid = OgcDocuments.members(
                "id",
                TileGrid.ID,
                "title",
                title,
                "uri",
                GRID_URI,
                "crs",
                CRS,
                "links",
                List.of(documents.to(GRIDS + "/" + TileGrid.ID, "self", OgcDocuments.JSON, title)));
        return OgcDocuments.members(
                "tileMatrixSets", List.of(grid), "links", documents.selves(GRIDS, documents.said(GRIDS_TITLE)));
    }

    Map<String, @Nullable Object> grid() {
        var matrices = new ArrayList<Object>();
        for (int zoom = 0; zoom <= DEEPEST_OF_GRID; zoom++) {
            double dot = TileGrid.dot(zoom);
            matrices.add(OgcDocuments.members(
                    "id",
                    Integer.toString(zoom),
                    "scaleDenominator",
                    dot / DOT,
                    "cellSize",
                    dot,
                    "cornerOfOrigin",
                    "topLeft",
                    "pointOfOrigin",
                    List.of(-TileGrid.HALF, TileGrid.HALF),
                    "tileWidth",
                    SIDE,
                    "tileHeight",
                    SIDE,
                    "matrixWidth",
                    1 << zoom,
                    "matrixHeight",
                    1 << zoom));
        }
        return OgcDocuments.members(
                "id",
                TileGrid.ID,
                "title",
                documents.said(GRID_TITLE),
                "uri",
                GRID_URI,
                "crs",
                CRS,
                "orderedAxes",
                List.of("X", "Y"),
                "wellKnownScaleSet",
                "http://www.opengis.net/def/wkss/OGC/1.0/GoogleMapsCompatible",
                "tileMatrices",
                matrices,
                "links",
                documents.selves(GRIDS + "/" + TileGrid.ID, documents.said(GRID_TITLE)));
    }

    /** The list of the sets of a collection: there is one. */
    Map<String, @Nullable Object> sets(Layer layer) {
        var path = path(layer) + "/" + TileGrid.ID;
        var item = summary(layer);
        item.put("links", List.of(documents.to(path, "self", OgcDocuments.JSON, title(layer)), scheme()));
        return OgcDocuments.members("tilesets", List.of(item), "links", documents.selves(path(layer), title(layer)));
    }

    Map<String, @Nullable Object> set(Layer layer) {
        var path = path(layer) + "/" + TileGrid.ID;
        var set = summary(layer);
        var links = documents.selves(path, title(layer));
        links.add(scheme());
        links.add(documents.to(path + "?f=tilejson", "alternate", TILE_JSON_TYPE, title(layer)));
        var item = documents.to(
                path + "/{tileMatrix}/{tileRow}/{tileCol}", "item", TileController.MVT.toString(), title(layer));
        item.put("templated", true);
        links.add(item);
        links.add(documents.to(
                "/collections/" + layer.id(),
                "http://www.opengis.net/def/rel/ogc/1.0/geodata",
                OgcDocuments.JSON,
                documents.title(layer)));
        set.put("tileMatrixSetLimits", limits());
        set.put("layers", List.of(layer(layer)));
        var extent = layer.extent();
        if (extent != null) {
            set.put(
                    "boundingBox",
                    OgcDocuments.members(
                            "lowerLeft",
                            List.of(extent.getMinX(), extent.getMinY()),
                            "upperRight",
                            List.of(extent.getMaxX(), extent.getMaxY()),
                            "crs",
                            Crs.CRS84.uri()));
        }
        set.put("links", links);
        return set;
    }

    private Map<String, @Nullable Object> summary(Layer layer) {
        return OgcDocuments.members(
                "title", title(layer), "dataType", "vector", "crs", CRS, "tileMatrixSetURI", GRID_URI);
    }

    String title(Layer layer) {
        return documents.title(layer) + " · " + documents.said(TITLE);
    }

    private Map<String, @Nullable Object> scheme() {
        return documents.to(GRIDS + "/" + TileGrid.ID, TILING_SCHEME, OgcDocuments.JSON, documents.said(GRID_TITLE));
    }

    /** Tiles are there for the whole world as deep as they go; where there is nothing they are empty. */
    private static List<Object> limits() {
        var limits = new ArrayList<Object>();
        for (int zoom = 0; zoom <= TileGrid.DEEPEST; zoom++) {
            int last = (1 << zoom) - 1;
            limits.add(OgcDocuments.members(
                    "tileMatrix",
                    Integer.toString(zoom),
                    "minTileRow",
                    0,
                    "maxTileRow",
                    last,
                    "minTileCol",
                    0,
                    "maxTileCol",
                    last));
        }
        return limits;
    }

    private Map<String, @Nullable Object> layer(Layer layer) {
        return OgcDocuments.members(
                "id",
                layer.id(),
                "title",
                documents.title(layer),
                "dataType",
                "vector",
                "minTileMatrix",
                "0",
                "maxTileMatrix",
                Integer.toString(TileGrid.DEEPEST));
    }
}
