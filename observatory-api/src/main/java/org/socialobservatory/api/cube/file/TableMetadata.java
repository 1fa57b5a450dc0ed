package org.socialobservatory.api.cube.file;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Set;
import org.socialobservatory.api.cube.ObservationRow;
import org.socialobservatory.api.snapshot.PublishedDataset;
import org.socialobservatory.api.snapshot.Snapshot;
import org.socialobservatory.api.snapshot.rdf.RdfView;
import org.socialobservatory.ontology.Iris;
import org.socialobservatory.ontology.Language;
import org.socialobservatory.ontology.Multilingual;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * What the columns of an edition's CSV hold and mean, as CSVW (W3C, Metadata Vocabulary for Tabular Data): by it a CSV reader
 * finds the types, and a converter the observations of the cube.
 */
final class TableMetadata {

    static final String MEDIA_TYPE = "application/csvm+json";

    private static final JsonFactory JSON = new JsonFactory();
    /** What tells one line from another, beside the breakdowns. */
    private static final List<String> KEY = List.of("indicator", "area", "period");

    private static final Set<String> ALWAYS =
            Set.of("dataset", "edition", "indicator", "area", "period", "status", "contested", "iri");

    private TableMetadata() {}

    static void write(Snapshot snapshot, PublishedDataset edition, OutputStream out) throws IOException {
        try (var json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            json.writeStringProperty("@context", "http://www.w3.org/ns/csvw");
            json.writeStringProperty(
                    "@id",
                    snapshot.iris().edition(edition.code(), edition.edition().number()) + "#csv");
            json.writeStringProperty("url", "data.csv");
            texts(json, "dc:title", edition.dataset().title(), edition.code());
            json.writeStringProperty(
                    "dc:issued", edition.edition().publishedAt().toString());
            json.writeStringProperty(
                    "dc:source",
                    snapshot.iris().edition(edition.code(), edition.edition().number()));
            var licenses = edition.dataset().licenses();
            if (!licenses.isEmpty()) {
                json.writeStringProperty("dc:license", licenses.getFirst().name());
            }
            json.writeObjectPropertyStart("dialect");
            json.writeStringProperty("encoding", "utf-8");
            json.writeBooleanProperty("header", true);
            json.writeEndObject();
            schema(snapshot, edition, json);
            json.writeEndObject();
        }
    }

    private static void texts(JsonGenerator json, String name, Multilingual texts, String code) {
        json.writeArrayPropertyStart(name);
        for (Language language : Language.values()) {
            texts.exactly(language).ifPresent(text -> {
                json.writeStartObject();
                json.writeStringProperty("@value", text);
                json.writeStringProperty("@language", language.tag());
                json.writeEndObject();
            });
        }
        if (texts.isEmpty()) {
            json.writeString(code);
        }
        json.writeEndArray();
    }

    private static void schema(Snapshot snapshot, PublishedDataset edition, JsonGenerator json) {
        var row = new ObservationRow(snapshot, List.of(edition));
        var dimensions = ObservationRow.dimensions(List.of(edition));
        var names = RdfView.of(snapshot).names();
        json.writeObjectPropertyStart("tableSchema");
        json.writeStringProperty("aboutUrl", "{+iri}");
        json.writeArrayPropertyStart("columns");
        for (String name : row.names()) {
            json.writeStartObject();
            json.writeStringProperty("name", name);
            json.writeStringProperty("titles", name);
            json.writeStringProperty("datatype", type(name));
            json.writeStringProperty(
                    "propertyUrl",
                    dimensions.contains(name) ? names.dimension(name).getURI() : property(name));
            json.writeBooleanProperty("required", ALWAYS.contains(name) || dimensions.contains(name));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("primaryKey");
        KEY.forEach(json::writeString);
        dimensions.forEach(json::writeString);
        json.writeEndArray();
        json.writeEndObject();
    }

    private static String type(String name) {
        return switch (name) {
            case "edition" -> "integer";
            case "contested" -> "boolean";
            case "iri" -> "anyURI";
            default -> ObservationRow.isNumber(name) ? "decimal" : "string";
        };
    }

    private static String property(String name) {
        return switch (name) {
            case "dataset" -> "http://purl.org/linked-data/cube#dataSet";
            case "area" -> "http://purl.org/linked-data/sdmx/2009/dimension#refArea";
            case "period" -> "http://purl.org/linked-data/sdmx/2009/dimension#refPeriod";
            case "value" -> "http://purl.org/linked-data/sdmx/2009/measure#obsValue";
            case "unit" -> "http://purl.org/linked-data/sdmx/2009/attribute#unitMeasure";
            case "status" -> "http://purl.org/linked-data/sdmx/2009/attribute#obsStatus";
            default -> Iris.OBS + name;
        };
    }
}
