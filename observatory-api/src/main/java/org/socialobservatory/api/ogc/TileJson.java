package org.socialobservatory.api.ogc;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tiles of a collection as TileJSON 3.0 says it, for the map libraries that read nothing else. */
final class TileJson {

    private static final String TEXT = "String";
    private static final String NUMBER = "Number";
    private static final String TRUTH = "Boolean, only where a meeting contests the figure";

    private TileJson() {}

    /** @param query what the tiles are asked for with, such as an indicator; empty for the shapes alone */
    static Map<String, @Nullable Object> of(Layer layer, OgcDocuments documents, String query) {
        var tiles = documents.address(TileSets.path(layer) + "/" + TileGrid.ID + "/{z}/{y}/{x}");
        var document = OgcDocuments.members(
                "tilejson",
                "3.0.0",
                "name",
                documents.title(layer),
                "description",
                documents.description(layer),
                "scheme",
                "xyz",
                "tiles",
                List.of(query.isEmpty() ? tiles : tiles + "?" + query),
                "minzoom",
                0,
                "maxzoom",
                TileGrid.DEEPEST,
                "vector_layers",
                List.of(vectorLayer(layer, documents, !query.isEmpty())));
        var extent = layer.extent();
        if (extent != null) {
            document.put("bounds", List.of(extent.getMinX(), extent.getMinY(), extent.getMaxX(), extent.getMaxY()));
        }
        return document;
    }

    private static Map<String, @Nullable Object> vectorLayer(Layer layer, OgcDocuments documents, boolean figures) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("code", TEXT);
        if (!(layer instanceof Layer.Areas)) {
            List.of("name_fr", "name_ar", "name_en").forEach(name -> fields.put(name, TEXT));
        }
        if (figures) {
            fields.put("value", NUMBER);
            fields.put("reliability", TEXT);
            fields.put("class", NUMBER);
            fields.put("contested", TRUTH);
        }
        return OgcDocuments.members(
                "id",
                layer.id(),
                "description",
                documents.title(layer),
                "minzoom",
                0,
                "maxzoom",
                TileGrid.DEEPEST,
                "fields",
                fields);
    }
}
