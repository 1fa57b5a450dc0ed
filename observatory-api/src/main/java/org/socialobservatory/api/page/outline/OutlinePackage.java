package org.socialobservatory.api.page.outline;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.socialobservatory.ontology.Language;
import org.socialobservatory.ontology.Multilingual;
import org.socialobservatory.ontology.area.Area;
import org.socialobservatory.ontology.cube.Dataset.Publisher;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/**
 * A data package with the outline of one area: role areas, and changes where it begins a new version. The
 * same drawing makes the same bytes, so that publishing it twice makes one edition.
 *
 * @param town the town that the package is about; null where nobody knows
 * @param validFrom first day of the new version; null where the outline completes the version that stands
 * @param correction whether another outline or version stands before it
 * @param surveyed whether it is more than a drawing by hand
 */
record OutlinePackage(
        Area area,
        @Nullable String town,
        Geometry outline,
        @Nullable LocalDate validFrom,
        boolean correction,
        boolean surveyed,
        String reason,
        @Nullable Publisher publisher,
        String license) {

    private static final int LONGEST_CODE = 100;
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
            .disable(YAMLWriteFeature.SPLIT_LINES)
            .build();

    /** Code of its dataset: each correction of an area is the next edition of it. */
    String name() {
        var name = "outline-" + area.code();
        return name.length() > LONGEST_CODE ? area.code() : name;
    }

    byte[] zip() {
        var files = new LinkedHashMap<String, String>();
        files.put("datapackage.yaml", YAML.writeValueAsString(description()));
        files.put("outline.geojson", JSON.writeValueAsString(features()) + "\n");
        if (correction && validFrom != null) {
            files.put(
                    "changes.csv",
                    "from,to,date,kind,weight\n%1$s,%1$s,%2$s,boundary,1\n".formatted(area.code(), validFrom));
        }
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (var file : files.entrySet()) {
                var entry = new ZipEntry(file.getKey());
                entry.setTimeLocal(LocalDate.EPOCH.plusYears(10).atStartOfDay());
                zip.putNextEntry(entry);
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private Map<String, Object> description() {
        var description = new LinkedHashMap<String, Object>();
        description.put("name", name());
        description.put("title", title());
        put(description, "town", town);
        if (publisher != null) {
            var said = new LinkedHashMap<String, Object>();
            said.put("code", publisher.code());
            said.put("name", texts(publisher.name()));
            description.put("publisher", publisher.name().isEmpty() ? publisher.code() : said);
        }
        description.put("licenses", List.of(Map.of("name", license)));
        description.put("reason", reason);
        var resources = new ArrayList<Object>();
        resources.add(resource("outline", "outline.geojson", areas()));
        if (correction && validFrom != null) {
            resources.add(resource("changes", "changes.csv", Map.of("role", "changes")));
        }
        description.put("resources", resources);
        return description;
    }

    private Map<String, String> title() {
        var titles = new LinkedHashMap<String, String>();
        titles.put("fr", "Contour : " + area.names().orCode(Language.FR, area.code()));
        titles.put("ar", "حدود: " + area.names().orCode(Language.AR, area.code()));
        titles.put("en", "Outline: " + area.names().orCode(Language.EN, area.code()));
        return titles;
    }

    private static Map<String, Object> resource(String name, String path, Map<String, Object> role) {
        var resource = new LinkedHashMap<String, Object>();
        resource.put("name", name);
        resource.put("path", path);
        resource.put("observatory", role);
        return resource;
    }

    private Map<String, Object> areas() {
        var role = new LinkedHashMap<String, Object>();
        role.put("role", "areas");
        role.put("level", area.level());
        put(role, "within", area.within());
        role.put("code", "code");
        var names = new LinkedHashMap<String, String>();
        area.names().texts().keySet().forEach(language -> names.put(language.tag(), "name_" + language.tag()));
        if (!names.isEmpty()) {
            role.put("name", names);
        }
        put(role, "validFrom", validFrom == null ? null : validFrom.toString());
        role.put("drawn", !surveyed);
        return role;
    }

    private static void put(Map<String, Object> members, String key, @Nullable Object value) {
        if (value != null) {
            members.put(key, value);
        }
    }

    private static Map<String, String> texts(Multilingual text) {
        var texts = new LinkedHashMap<String, String>();
        text.texts().forEach((language, words) -> texts.put(language.tag(), words));
        return texts;
    }

    private Map<String, Object> features() {
        var properties = new LinkedHashMap<String, Object>();
        properties.put("code", area.code());
        area.names().texts().forEach((language, words) -> properties.put("name_" + language.tag(), words));
        var feature = new LinkedHashMap<String, Object>();
        feature.put("type", "Feature");
        feature.put("properties", properties);
        feature.put("geometry", OutlineText.written(outline));
        var collection = new LinkedHashMap<String, Object>();
        collection.put("type", "FeatureCollection");
        collection.put("features", List.of(feature));
        return collection;
    }
}
