package org.socialobservatory.api.page.area;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.cube.JsonFields;
import org.socialobservatory.api.cube.ObservationRow;
import org.socialobservatory.api.diagnostic.Contrast;
import org.socialobservatory.api.diagnostic.Diagnostic;
import org.socialobservatory.api.diagnostic.Line;
import org.socialobservatory.api.diagnostic.Makeup;
import org.socialobservatory.api.diagnostic.RankInterval;
import org.socialobservatory.api.diagnostic.Surroundings;
import org.socialobservatory.api.page.Visit;
import org.socialobservatory.api.page.sentence.Sentences;
import org.socialobservatory.api.snapshot.PublishedCell;
import org.socialobservatory.api.snapshot.Snapshot;
import org.socialobservatory.ontology.Language;
import org.socialobservatory.ontology.area.Area;
import org.socialobservatory.ontology.cube.CodeList;
import org.socialobservatory.ontology.cube.Numbers;
import org.socialobservatory.ontology.cube.Observed;
import tools.jackson.core.JsonGenerator;

/** A diagnostic as JSON; numbers of differences are canonical, as published numbers are. */
final class DiagnosticJson {

    private final Visit visit;
    private final Snapshot snapshot;
    private final JsonGenerator json;
    private final JsonFields fields;
    private final ObservationRow row;

    DiagnosticJson(Visit visit, JsonGenerator json) {
        this.visit = visit;
        this.snapshot = visit.snapshot();
        this.json = json;
        this.fields = new JsonFields(json);
        this.row = new ObservationRow(snapshot, snapshot.datasets().values());
    }

    void write(Diagnostic diagnostic) {
        json.writeStartObject();
        fields.text("area", diagnostic.surroundings().area().code());
        fields.text("snapshot", snapshot.fingerprint());
        json.writeArrayPropertyStart("themes");
        byTheme(diagnostic.lines()).forEach((theme, lines) -> theme(theme, lines, diagnostic.surroundings()));
        json.writeEndArray();
        sentences(diagnostic);
        withheld(diagnostic.lines());
        notComparable(diagnostic.lines());
        json.writeEndObject();
    }

    private void sentences(Diagnostic diagnostic) {
        json.writeArrayPropertyStart("sentences");
        for (var language : Language.values()) {
            for (var sentence : Sentences.of(visit.in(language), diagnostic)) {
                json.writeStartObject();
                fields.text("lang", language.tag());
                fields.text("kind", sentence.kind().code());
                fields.text("text", sentence.text());
                json.writeArrayPropertyStart("iris");
                sentence.iris().forEach(json::writeString);
                json.writeEndArray();
                json.writeEndObject();
            }
        }
        json.writeEndArray();
    }

    /** In the order of the themes' code list; what has no theme comes last. */
    private Map<String, List<Line>> byTheme(List<Line> lines) {
        var ordered = new LinkedHashMap<String, List<Line>>();
        snapshot.catalogue()
                .codeList("theme")
                .map(CodeList::concepts)
                .orElse(List.of())
                .forEach(theme -> ordered.put(theme.code(), new ArrayList<>()));
        var others = new ArrayList<Line>();
        lines.forEach(line -> ordered.getOrDefault(
                        Objects.requireNonNullElse(line.meaning().theme(), ""), others)
                .add(line));
        ordered.values().removeIf(List::isEmpty);
        if (!others.isEmpty()) {
            ordered.put("", others);
        }
        return ordered;
    }

    private void theme(String theme, List<Line> lines, Surroundings surroundings) {
        json.writeStartObject();
        fields.text("theme", theme.isEmpty() ? null : theme);
        json.writeArrayPropertyStart("figures");
        for (Line line : lines) {
            if (line.figure() != null) {
                figure(line, line.figure(), surroundings.reference());
            }
            line.parts().forEach(part -> part(part, surroundings.reference()));
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void figure(Line line, PublishedCell figure, @Nullable Area reference) {
        json.writeStartObject();
        row.write(figure.dataset(), figure.cell(), fields);
        reference(line.reference(), reference);
        change(line.change());
        rank(line.rank());
        var target = line.target();
        fields.number("target", target == null ? null : target.value());
        fields.text("targetReached", target == null ? null : target.standing().code());
        json.writeArrayPropertyStart("alternatives");
        line.alternatives().forEach(this::observation);
        json.writeEndArray();
        if (line.makeup() != null) {
            makeup(line.makeup());
        }
        json.writeEndObject();
    }

    /** Of an index of areas alone. */
    private void makeup(Makeup makeup) {
        json.writeArrayPropertyStart("makeup");
        makeup.parts().forEach(part -> {
            json.writeStartObject();
            fields.text("indicator", part.indicator());
            fields.number("share", rounded(part.share()));
            fields.number("lift", rounded(part.lift()));
            fields.number("placeWithout", part.placeWithout() == null ? null : BigDecimal.valueOf(part.placeWithout()));
            json.writeEndObject();
        });
        json.writeEndArray();
    }

    private static BigDecimal rounded(double number) {
        return Numbers.ofStored(number);
    }

    private void part(Line.Part part, @Nullable Area reference) {
        json.writeStartObject();
        row.write(part.figure().dataset(), part.figure().cell(), fields);
        reference(part.reference(), reference);
        json.writeNullProperty("change");
        json.writeNullProperty("rank");
        json.writeNullProperty("target");
        json.writeNullProperty("targetReached");
        json.writeArrayPropertyStart("alternatives");
        json.writeEndArray();
        json.writeEndObject();
    }

    private void observation(PublishedCell cell) {
        json.writeStartObject();
        row.write(cell.dataset(), cell.cell(), fields);
        json.writeEndObject();
    }

    private void reference(@Nullable Contrast contrast, @Nullable Area reference) {
        if (contrast == null || reference == null) {
            json.writeNullProperty("reference");
            return;
        }
        json.writeObjectPropertyStart("reference");
        fields.text("area", reference.code());
        beside(contrast);
        json.writeEndObject();
    }

    private void change(@Nullable Contrast contrast) {
        if (contrast == null) {
            json.writeNullProperty("change");
            return;
        }
        json.writeObjectPropertyStart("change");
        fields.text(
                "period",
                Objects.requireNonNull(contrast.other()).run().period().code());
        beside(contrast);
        json.writeEndObject();
    }

    /** What both kinds of comparison tell. */
    private void beside(Contrast contrast) {
        var difference = contrast.difference();
        fields.number("value", contrast.other() == null ? null : number(contrast.other()));
        fields.number("difference", difference == null ? null : difference.estimate());
        fields.number("lower", difference == null ? null : difference.lower());
        fields.number("upper", difference == null ? null : difference.upper());
        fields.text("verdict", contrast.verdict().code());
        fields.text(
                "reason", contrast.reason() == null ? null : contrast.reason().code());
        fields.flag("approximate", contrast.approximate());
    }

    private static @Nullable BigDecimal number(PublishedCell cell) {
        return cell.observed() instanceof Observed.Value value ? value.number() : null;
    }

    private void rank(@Nullable RankInterval rank) {
        if (rank == null) {
            json.writeNullProperty("rank");
            return;
        }
        json.writeObjectPropertyStart("rank");
        fields.number("from", BigDecimal.valueOf(rank.from()));
        fields.number("to", BigDecimal.valueOf(rank.to()));
        fields.number("of", BigDecimal.valueOf(rank.of()));
        json.writeEndObject();
    }

    /** The indicators of which a figure is withheld, of everybody or of a part, also where another source has one. */
    private void withheld(List<Line> lines) {
        json.writeArrayPropertyStart("withheld");
        lines.stream()
                .filter(line -> isWithheld(line.figure())
                        || isWithheld(line.passedOver())
                        || line.parts().stream().anyMatch(part -> isWithheld(part.figure())))
                .forEach(line -> json.writeString(line.indicator()));
        json.writeEndArray();
    }

    private static boolean isWithheld(@Nullable PublishedCell cell) {
        return cell != null && cell.observed() instanceof Observed.Withheld;
    }

    private void notComparable(List<Line> lines) {
        json.writeArrayPropertyStart("notComparable");
        for (Line line : lines) {
            if (line.reference() != null && line.reference().reason() != null && !isWithheld(line.figure())) {
                json.writeStartObject();
                fields.text("indicator", line.indicator());
                fields.text("reason", line.reference().reason().code());
                json.writeEndObject();
            }
        }
        json.writeEndArray();
    }
}
