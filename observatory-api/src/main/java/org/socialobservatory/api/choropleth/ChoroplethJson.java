package org.socialobservatory.api.choropleth;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.choropleth.Choropleth.Shade;
import org.socialobservatory.api.classification.Classes;
import org.socialobservatory.ontology.Language;
import org.socialobservatory.ontology.cube.Numbers;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** Writes a choropleth as the map reads it. */
final class ChoroplethJson {

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();
    /** Bytes of an area, roughly. */
    private static final int PER_AREA = 180;

    private final Choropleth map;
    private final Language language;
    private final JsonGenerator json;

    private ChoroplethJson(Choropleth map, Language language, JsonGenerator json) {
        this.map = map;
        this.language = language;
        this.json = json;
    }

    static byte[] bytes(Choropleth map, Language language, String query) {
        var bytes = new ByteArrayOutputStream(4_096 + PER_AREA * map.areas().size());
        try (var json = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
            new ChoroplethJson(map, language, json).write(query);
        }
        return bytes.toByteArray();
    }

    private void write(String query) {
        var question = map.question();
        var source = map.source();
        json.writeStartObject();
        json.writeStringProperty("indicator", question.indicator().code());
        json.writeStringProperty("unit", question.indicator().unit());
        text("dataset", source == null ? null : source.dataset().code());
        if (source == null) {
            json.writeNullProperty("edition");
        } else {
            json.writeNumberProperty("edition", source.dataset().edition().number());
        }
        text(
                "period",
                source == null ? question.period() : source.run().period().code());
        json.writeStringProperty("level", map.level());
        json.writeStringProperty("method", question.method().code());
        json.writeArrayPropertyStart("breaks");
        for (double limit : map.classes().breaks()) {
            json.writeNumber(Numbers.ofStored(limit));
        }
        json.writeEndArray();
        texts("colors", map.classes().colours());
        json.writeArrayPropertyStart("areas");
        map.areas().forEach(this::area);
        json.writeEndArray();
        texts("withheld", map.withheld());
        texts("missing", map.missing());
        json.writeStringProperty("query", query);
        var note = MapNote.of(map, language);
        if (!note.isEmpty()) {
            json.writeStringProperty("note", note);
        }
        json.writeEndObject();
    }

    private void area(Shade shade) {
        var uncertainty = shade.figure().uncertainty();
        json.writeStartObject();
        json.writeStringProperty("code", shade.area().code());
        json.writeStringProperty(
                "name", shade.area().names().orCode(language, shade.area().code()));
        number("value", shade.figure().number());
        number("lower", uncertainty.lower());
        number("upper", uncertainty.upper());
        number("n", uncertainty.sampleSize());
        json.writeStringProperty("reliability", shade.figure().reliability().code());
        if (shade.classIndex() == Classes.NONE) {
            json.writeNullProperty("class");
        } else {
            json.writeNumberProperty("class", shade.classIndex());
        }
        json.writeBooleanProperty("certainClass", shade.certain());
        json.writeBooleanProperty("contested", shade.contested());
        json.writeEndObject();
    }

    private void number(String name, @Nullable BigDecimal number) {
        if (number == null) {
            json.writeNullProperty(name);
        } else {
            json.writeNumberProperty(name, number);
        }
    }

    private void text(String name, @Nullable String text) {
        if (text == null) {
            json.writeNullProperty(name);
        } else {
            json.writeStringProperty(name, text);
        }
    }

    private void texts(String name, List<String> texts) {
        json.writeArrayPropertyStart(name);
        texts.forEach(json::writeString);
        json.writeEndArray();
    }
}
