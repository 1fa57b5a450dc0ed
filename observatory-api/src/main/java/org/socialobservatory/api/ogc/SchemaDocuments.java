package org.socialobservatory.api.ogc;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Lineal;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.geom.Puntal;
import org.socialobservatory.api.ogc.cql2.Kind;
import org.socialobservatory.ontology.Language;
import org.socialobservatory.ontology.Multilingual;

/**
 * What the features of a collection are made of, as JSON Schema (OGC API – Features, Part 5): what is told of them, what
 * they can be filtered by (Part 3), and what they can be sorted by.
 */
final class SchemaDocuments {

    static final String TYPE = "application/schema+json";

    private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

    /** Codes of UCUM for units that it has. */
    private static final Map<String, String> UNITS = Map.of("percent", "%", "years", "a", "km", "km");

    private static final Multilingual GEOMETRY = Multilingual.of("Géométrie", "الشكل الهندسي", "Geometry");

    /** Which of the three. */
    enum Purpose {
        SCHEMA("schema", Multilingual.of("Propriétés", "الخصائص", "Properties")),
        QUERYABLES(
                "queryables", Multilingual.of("Propriétés pour filtrer", "خصائص الترشيح", "Properties to filter by")),
        SORTABLES("sortables", Multilingual.of("Propriétés pour trier", "خصائص الترتيب", "Properties to sort by"));

        private final String path;
        private final Multilingual title;

        Purpose(String path, Multilingual title) {
            this.path = path;
            this.title = title;
        }

        String path() {
            return path;
        }

        Multilingual title() {
            return title;
        }

        /** The relation of the link to it. */
        String rel() {
            return "http://www.opengis.net/def/rel/ogc/1.0/" + path;
        }
    }

    private final OgcDocuments documents;
    private final Language language;

    SchemaDocuments(OgcDocuments documents, Language language) {
        this.documents = documents;
        this.language = language;
    }

    String title(Layer layer, Purpose purpose) {
        return documents.title(layer) + " · " + documents.said(purpose.title());
    }

    /** @param self the address of the document */
    Map<String, @Nullable Object> schema(Layer layer, Fields fields, Purpose purpose, String self) {
        var properties = new LinkedHashMap<String, @Nullable Object>();
        for (var field : purpose == Purpose.SCHEMA ? fields.usual() : fields.all()) {
            properties.put(field.name(), property(field, properties.size() + 1));
        }
        if (purpose != Purpose.SORTABLES) {
            properties.put(Fields.GEOMETRY, geometry(layer, properties.size() + 1));
        }
        return OgcDocuments.members(
                "$schema",
                DIALECT,
                "$id",
                self,
                "type",
                "object",
                "title",
                title(layer, purpose),
                "properties",
                properties,
                "additionalProperties",
                // Any other indicator may be asked for by name.
                purpose == Purpose.SCHEMA && layer instanceof Layer.Areas);
    }

    private Map<String, @Nullable Object> property(Field field, int place) {
        var property = OgcDocuments.members("title", field.title().orCode(language, field.name()));
        switch (field.kind()) {
            case NUMBER -> property.put("type", "number");
            case TRUTH -> property.put("type", "boolean");
            case INSTANT -> {
                property.put("type", "string");
                property.put("format", "date");
            }
            case TEXT, INTERVAL, SHAPE, SEVERAL -> property.put("type", "string");
        }
        if (field.indicator() != null && field.kind() == Kind.NUMBER) {
            property.put("alias", field.indicator());
            var unit = field.unit() == null ? null : UNITS.get(field.unit());
            if (unit != null) {
                property.put("x-ogc-unit", unit);
            }
        }
        if (field.name().equals(OwnFields.CODE)) {
            property.put("x-ogc-role", "id");
        }
        if (field.kind() == Kind.INSTANT && field.name().equals(OwnFields.DATE)) {
            property.put("x-ogc-role", "primary-instant");
        }
        property.put("x-ogc-propertySeq", place);
        return property;
    }

    private Map<String, @Nullable Object> geometry(Layer layer, int place) {
        return OgcDocuments.members(
                "title",
                documents.said(GEOMETRY),
                "format",
                format(layer.features()),
                "x-ogc-role",
                "primary-geometry",
                "x-ogc-propertySeq",
                place);
    }

    /** The narrowest name that holds all geometries. */
    private static String format(List<? extends Layer.Feature> features) {
        var geometries = features.stream()
                .map(Layer.Feature::geometry)
                .filter(Geometry.class::isInstance)
                .toList();
        if (geometries.isEmpty()) {
            return "geometry-any";
        }
        if (geometries.stream().allMatch(Puntal.class::isInstance)) {
            return "geometry-point-or-multipoint";
        }
        if (geometries.stream().allMatch(Lineal.class::isInstance)) {
            return "geometry-linestring-or-multilinestring";
        }
        return geometries.stream().allMatch(Polygonal.class::isInstance)
                ? "geometry-polygon-or-multipolygon"
                : "geometry-any";
    }
}
