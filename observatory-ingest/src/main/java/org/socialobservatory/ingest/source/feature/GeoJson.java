package org.socialobservatory.ingest.source.feature;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.socialobservatory.ingest.source.Findings;
import org.socialobservatory.ingest.source.RawFile;
import org.socialobservatory.ontology.finding.Finding.Place;
import org.socialobservatory.ontology.finding.FindingRule;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads GeoJSON (RFC 7946), the {@code crs} member of its predecessor of 2008 included. */
public final class GeoJson {

    /** A key that comes twice in one object would silently win over the first. */
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    /** Numbers with more zeros than this before or behind them stay as they are written. */
    private static final int MOST_ZEROS = 30;

    private final Place place;
    private final Findings findings;
    private final FeatureTable.Builder features = new FeatureTable.Builder();
    private String reference = "CRS84";
    private long number;

    private GeoJson(Place place, Findings findings) {
        this.place = place;
        this.findings = findings;
    }

    /** Reads a collection or a single feature; empty, with a finding, where the file is neither. */
    public static Optional<FeatureTable> read(RawFile file, Place place, Findings findings) {
        var reader = new GeoJson(place, findings);
        try (var in = file.open();
                JsonParser json = JSON.createParser(in)) {
            if (json.nextToken() != JsonToken.START_OBJECT || !reader.collection(json)) {
                findings.add(FindingRule.FILE_DAMAGED, place, null, file.path());
                return Optional.empty();
            }
            return Optional.of(reader.features.build(place, reader.reference));
        } catch (JacksonException malformed) {
            var location = malformed.getLocation();
            boolean cut = malformed instanceof tools.jackson.core.exc.UnexpectedEndOfInputException;
            findings.add(
                    cut ? FindingRule.FILE_TRUNCATED : FindingRule.FILE_DAMAGED,
                    location == null || location.getLineNr() < 1 ? place : place.row(location.getLineNr()),
                    null,
                    file.path());
            return Optional.empty();
        } catch (IOException unreadable) {
            findings.add(FindingRule.FILE_DAMAGED, place, null, file.path());
            return Optional.empty();
        }
    }

    /** Features are read one by one; only what is small is read as a tree. */
    private boolean collection(JsonParser json) {
        boolean found = false;
        JsonNode single = null;
        var members = JSON.createObjectNode();
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            var token = json.nextToken();
            if (name.equals("features") && token == JsonToken.START_ARRAY) {
                found = true;
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    feature(json.readValueAsTree());
                }
            } else {
                JsonNode value = json.readValueAsTree();
                members.set(name, value);
            }
        }
        if (!found && members.path("type").asString("").equals("Feature")) {
            single = members;
            feature(single);
            found = true;
        }
        crs(members.path("crs"));
        return found;
    }

    /** By name, or by EPSG code as in the drafts; any other form is handed on as it is, so that nobody guesses. */
    private void crs(JsonNode crs) {
        if (!crs.isObject()) {
            return;
        }
        var name = crs.path("properties").path("name").asString("");
        var code = crs.path("properties").path("code").asString("");
        reference = !name.isEmpty() ? name : !code.isEmpty() ? "EPSG:" + code : crs.toString();
    }

    private void feature(JsonNode feature) {
        number++;
        var properties = new LinkedHashMap<String, String>();
        feature.path("properties")
                .properties()
                .forEach(entry -> properties.put(entry.getKey(), text(entry.getValue())));
        if (feature.has("id")) {
            properties.putIfAbsent("id", text(feature.path("id")));
        }
        features.add(number, properties, geometry(feature.path("geometry"), properties));
    }

    private @Nullable Geometry geometry(JsonNode node, Map<String, String> properties) {
        if (node.isNull() || node.isMissingNode()) {
            return null;
        }
        try {
            return Coordinates.geometry(node, 0);
        } catch (Coordinates.Malformed malformed) {
            findings.add(
                    FindingRule.GEOMETRY_MALFORMED,
                    place.row(number),
                    properties.values().stream().findFirst().orElse(null),
                    malformed.detail());
            return null;
        }
    }

    private static String text(JsonNode value) {
        if (value.isNull()) {
            return "";
        }
        if (value.isBigDecimal()) {
            var number = value.decimalValue();
            return Math.abs(number.scale()) > MOST_ZEROS ? number.toString() : number.toPlainString();
        }
        return value.isValueNode() ? value.asString() : value.toString();
    }
}
