package org.socialobservatory.ingest.mapping.description;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ingest.mapping.description.Meaning.PeriodCut;
import org.socialobservatory.ingest.mapping.description.Meaning.Thresholds;
import org.socialobservatory.ingest.mapping.description.Responses.AreaCode;
import org.socialobservatory.ingest.mapping.description.Responses.AreaPoint;
import org.socialobservatory.ingest.mapping.description.Responses.Dating;
import org.socialobservatory.ingest.mapping.description.Responses.Location;
import org.socialobservatory.ingest.mapping.description.Responses.Parent;
import org.socialobservatory.ingest.mapping.description.Responses.Personal;
import org.socialobservatory.ingest.mapping.description.Responses.Unit;
import org.socialobservatory.ingest.mapping.tabulation.Tabulation;
import org.socialobservatory.ingest.source.Descriptor;
import org.socialobservatory.ingest.source.Node;
import org.socialobservatory.ingest.source.PackageFiles;
import org.socialobservatory.ingest.source.RawFile;
import org.socialobservatory.ontology.finding.FindingRule;

/** Reads the keys of the role {@code responses}. */
final class ResponsesReader {

    private final BindingReader bindings;
    private final PackageFiles files;

    ResponsesReader(BindingReader bindings, PackageFiles files) {
        this.bindings = bindings;
        this.files = files;
    }

    Optional<Meaning> read(Section section) {
        var units = words(Unit.values(), Unit::code);
        var unit = section.has("unit") ? section.choice("unit", units, Unit.PERSON) : null;
        if (unit == null) {
            section.missing("unit");
        }
        boolean hasParent = section.has("parent");
        var parent = section.section("parent").flatMap(ResponsesReader::parent).orElse(null);
        var design = new SampleDesignReader(bindings, files).read(section, hasParent);
        var area = area(section);
        var period = period(section);
        if (!hasParent) {
            required(section, "area", area);
            required(section, "period", period);
        }
        var personal = personal(section);
        var thresholds = new Thresholds(
                section.number("minCount", Thresholds.DEFAULT.minCount()),
                section.flag("suppressZero", false),
                section.number("minRespondents", Thresholds.DEFAULT.minRespondents()));
        var questionnaire = file(section, "questionnaire");
        var tabulation = tabulation(section);
        var comparable = new ComparableReader(files, section.findings())
                .read(
                        section,
                        section.node("comparable").orElse(null) instanceof Node.Text
                                ? file(section, "comparable")
                                : null);
        if (unit == null || hasParent != (parent != null) || (!hasParent && (area == null || period == null))) {
            return Optional.empty();
        }
        return Optional.of(new Responses(
                questionnaire, unit, parent, design, area, period, personal, thresholds, tabulation, comparable));
    }

    private static void required(Section section, String key, @Nullable Object found) {
        if (found == null && !section.has(key)) {
            section.missing(key);
        }
    }

    private static Optional<Parent> parent(Section section) {
        var resource = section.text("resource");
        var key = section.text("key");
        var column = section.text("column");
        section.close(FindingRule.KEY_UNKNOWN);
        if (resource.isEmpty()) {
            section.missing("resource");
        }
        if (key.isEmpty()) {
            section.missing("key");
        }
        if (column.isEmpty()) {
            section.missing("column");
        }
        return resource.isPresent() && key.isPresent() && column.isPresent()
                ? Optional.of(new Parent(resource.get(), key.get(), column.get()))
                : Optional.empty();
    }

    /** {@code {column: quartier, level: quartier}}, {@code {point: gps}}, {@code {value: sale}} or a column's name. */
    private @Nullable Location area(Section section) {
        var inner = section.node("area").orElse(null) instanceof Node.Keys
                ? section.section("area")
                : Optional.<Section>empty();
        var level = inner.flatMap(keys -> keys.text("level")).orElse(null);
        var point = inner.flatMap(keys -> keys.text("point"));
        if (point.isPresent()) {
            inner.get().close(FindingRule.KEY_UNKNOWN);
            return new AreaPoint(point.get(), level);
        }
        return bindings.read(section, "area", true, "level", "point")
                .map(code -> new AreaCode(code, level))
                .orElse(null);
    }

    private @Nullable Dating period(Section section) {
        var cuts = words(PeriodCut.values(), cut -> cut.name().toLowerCase(Locale.ROOT));
        PeriodCut as = null;
        if (section.node("period").orElse(null) instanceof Node.Keys) {
            as = section.section("period")
                    .filter(inner -> inner.has("as"))
                    .map(inner -> inner.choice("as", cuts, PeriodCut.DAY))
                    .orElse(null);
        }
        var binding = bindings.read(section, "period", true, "as").orElse(null);
        return binding == null ? null : new Dating(binding, as);
    }

    private static Personal personal(Section section) {
        var person = section.text("person").orElse(null);
        var dropped = section.texts("personal").stream()
                .map(String::strip)
                .filter(column -> !column.isEmpty() && !column.equals(person))
                .distinct()
                .toList();
        return new Personal(dropped, person);
    }

    private @Nullable RawFile file(Section section, String key) {
        return section.text(key)
                .flatMap(path -> files.take(path, section.place(key), section.findings()))
                .orElse(null);
    }

    /** In a file of its own, or in place. */
    private Tabulation tabulation(Section section) {
        var node = section.node("indicators").orElse(null);
        return switch (node) {
            case null -> Tabulation.NONE;
            case Node.Text _ -> {
                var file = file(section, "indicators");
                yield file == null
                        ? Tabulation.NONE
                        : Descriptor.read(file, section.findings())
                                .map(keys -> new TabulationReader()
                                        .read(new Section(keys, "", file.path(), section.findings())))
                                .orElse(Tabulation.NONE);
            }
            case Node.Keys _, Node.Items _ ->
                section.section("indicators").map(new TabulationReader()::read).orElse(Tabulation.NONE);
        };
    }

    static <E> Map<String, E> words(E[] values, Function<E, String> word) {
        var words = new LinkedHashMap<String, E>();
        for (E value : values) {
            words.put(word.apply(value), value);
        }
        return words;
    }

    /** Columns of a list, each once. */
    static List<String> columns(Section section, String key) {
        var seen = new HashSet<String>();
        return section.texts(key).stream()
                .map(String::strip)
                .filter(column -> !column.isEmpty() && seen.add(column))
                .toList();
    }
}
