package org.socialobservatory.ingest.warehouse;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.locationtech.jts.geom.Geometry;
import org.socialobservatory.ontology.Language;
import org.socialobservatory.ontology.Multilingual;
import org.socialobservatory.ontology.cube.Numbers;
import org.socialobservatory.ontology.edition.Definitions;
import org.socialobservatory.ontology.indicator.Composite;
import org.socialobservatory.ontology.meeting.Meeting;
import org.socialobservatory.ontology.survey.ComparabilityDecision;
import org.socialobservatory.ontology.survey.Study;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * The records of the language as JSON of one form only: keys sorted, what is absent left out, texts in NFC, numbers as
 * canonical decimals, choices as their codes, shapes as {@link CanonicalGeometry}. Equal records give equal bytes on
 * every machine.
 */
public final class CanonicalJson {

    private static final JsonMapper MAPPER = mapper(false);
    private static final JsonMapper INDENTED = mapper(true);

    private CanonicalJson() {}

    static byte[] bytes(Object thing) {
        return MAPPER.writeValueAsBytes(thing);
    }

    /** The one form of a record. */
    public static String text(Object thing) {
        return MAPPER.writeValueAsString(thing);
    }

    /** The same content on many lines, for files that people read. */
    public static byte[] indented(Object thing) {
        return (INDENTED.writeValueAsString(thing) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    static <T> T read(byte[] json, Class<T> type) {
        return MAPPER.readValue(json, type);
    }

    /** A record again. */
    public static <T> T read(String json, Class<T> type) {
        return MAPPER.readValue(json, type);
    }

    /** A list of records again. */
    public static <T> List<T> readList(String json, Class<T> type) {
        return MAPPER.readValue(json, MAPPER.getTypeFactory().constructCollectionType(ArrayList.class, type));
    }

    /** A map of texts again. */
    public static Map<String, String> readTexts(String json) {
        return MAPPER.readValue(json, new TypeReference<Map<String, String>>() {});
    }

    private static JsonMapper mapper(boolean indented) {
        return JsonMapper.builder()
                .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .configure(SerializationFeature.INDENT_OUTPUT, indented)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .enumNamingStrategy(EnumNamingStrategies.KEBAB_CASE)
                .changeDefaultPropertyInclusion(
                        _ -> JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
                .changeDefaultVisibility(found -> found.withFieldVisibility(JsonAutoDetect.Visibility.ANY)
                        .withGetterVisibility(JsonAutoDetect.Visibility.NONE)
                        .withIsGetterVisibility(JsonAutoDetect.Visibility.NONE))
                .addMixIn(Definitions.class, Younger.class)
                .addMixIn(Study.class, YoungerStudy.class)
                .addModule(forms())
                .build();
    }

    /** Parts that older editions lack: left out where there are none, so that the hash of those stays what it was. */
    private abstract static class Younger {
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        @SuppressWarnings("UnusedVariable") // Only its annotation is.
        private List<Study> studies = List.of();

        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        @SuppressWarnings("UnusedVariable") // Only its annotation is.
        private List<Composite> composites = List.of();

        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        @SuppressWarnings("UnusedVariable") // Only its annotation is.
        private List<Meeting> meetings = List.of();
    }

    /** The same of studies. */
    private abstract static class YoungerStudy {
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        @SuppressWarnings("UnusedVariable") // Only its annotation is.
        private List<String> notKept = List.of();

        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        @SuppressWarnings("UnusedVariable") // Only its annotation is.
        private List<ComparabilityDecision> decisions = List.of();
    }

    private static SimpleModule forms() {
        return new SimpleModule()
                .addSerializer(String.class, writer((text, json) -> json.writeString(normal(text))))
                .addSerializer(BigDecimal.class, writer((number, json) -> json.writeNumber(Numbers.text(number))))
                .addSerializer(Multilingual.class, writer(CanonicalJson::write))
                .addDeserializer(Multilingual.class, reader(CanonicalJson::multilingual))
                .addSerializer(
                        Geometry.class, writer((shape, json) -> json.writeRawValue(CanonicalGeometry.json(shape))))
                .addDeserializer(Geometry.class, reader(node -> CanonicalGeometry.read(node.toString())));
    }

    private static String normal(String text) {
        return Normalizer.isNormalized(text, Normalizer.Form.NFC)
                ? text
                : Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    private static void write(Multilingual texts, JsonGenerator json) {
        json.writeStartObject();
        for (var language : List.of(Language.AR, Language.EN, Language.FR)) {
            texts.exactly(language).ifPresent(text -> json.writeStringProperty(language.tag(), text));
        }
        json.writeEndObject();
    }

    private static Multilingual multilingual(JsonNode node) {
        var texts = new EnumMap<Language, String>(Language.class);
        for (var language : Language.values()) {
            if (node.hasNonNull(language.tag())) {
                texts.put(language, node.get(language.tag()).stringValue());
            }
        }
        return new Multilingual(texts);
    }

    private static <T> ValueSerializer<T> writer(BiConsumer<T, JsonGenerator> write) {
        return new ValueSerializer<>() {
            @Override
            public void serialize(T thing, JsonGenerator json, SerializationContext context) {
                write.accept(thing, json);
            }
        };
    }

    private static <T> ValueDeserializer<T> reader(Function<JsonNode, T> read) {
        return new ValueDeserializer<>() {
            @Override
            public T deserialize(JsonParser json, DeserializationContext context) {
                return read.apply(context.readTree(json));
            }
        };
    }
}
