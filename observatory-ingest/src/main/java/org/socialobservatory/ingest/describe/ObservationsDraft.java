package org.socialobservatory.ingest.describe;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.socialobservatory.ingest.describe.FileProfile.Column;
import org.socialobservatory.ontology.Codes;
import org.socialobservatory.ontology.Language;
import org.socialobservatory.ontology.period.Period;

/** Writes the description of a table of figures, long or wide. */
final class ObservationsDraft {

    private static final Pattern AGES = Pattern.compile("(\\d{1,3}) (?:a )?(\\d{1,3})(?: ans| years| سنة)?");
    private static final Pattern OLDER =
            Pattern.compile("(\\d{1,3}) (?:ans )?(?:et plus|ou plus|and over|plus|سنة فأكثر|فأكثر)");

    private final FileProfile file;
    private final Recognition recognition;
    private final Yaml yaml;
    private final Language language;
    private final Optional<String> year;
    private final Set<String> used = new LinkedHashSet<>();
    private final Map<String, Definition> undefined = new LinkedHashMap<>();

    /**
     * @param year that the names of file and folder speak of
     */
    ObservationsDraft(FileProfile file, Recognition recognition, Yaml yaml, Language language, Optional<String> year) {
        this.file = file;
        this.recognition = recognition;
        this.yaml = yaml;
        this.language = language;
        this.year = year;
    }

    void write() {
        var area = recognition.areaColumn(file).orElseThrow();
        missingValues(area);
        yaml.line(2, "observatory:").line(3, "role: observations");
        yaml.line(3, "source: exhaustive", Hint.SOURCE.in(language));
        yaml.line(3, "disclosure: apply", Hint.DISCLOSURE.in(language));
        yaml.line(3, "area: " + column(area));
        period();
        var indicator = indicator();
        var value = indicator.isEmpty() ? Optional.<Column>empty() : value();
        Map<String, String> breakdown = breakdown(indicator.flatMap(recognition::tableFor));
        if (indicator.isPresent() && value.isPresent()) {
            var table = recognition.tableFor(indicator.get());
            var codes =
                    table.map(found -> ", codes: " + Yaml.scalar(found.path())).orElseGet(() -> codes(indicator.get()));
            yaml.line(3, "indicator: {column: " + Yaml.scalar(indicator.get().name()) + codes + "}");
            breakdown(breakdown);
            yaml.line(3, "value: " + column(value.get()));
            errors();
        } else {
            breakdown(breakdown);
            measures();
        }
    }

    /** The indicators that neither the files nor the shared catalogue define. */
    Collection<Definition> undefined() {
        return undefined.values();
    }

    /** Where names stand in the place of codes, each gets one. */
    private String codes(Column indicator) {
        var codes = new LinkedHashMap<String, String>();
        for (String name : indicator.values()) {
            var code = Codes.valid(name) ? name : Slug.of(name);
            codes.put(name, code);
            define(code, name);
        }
        return codes.keySet().stream().allMatch(Codes::valid) ? "" : ", codes: " + Yaml.flow(codes);
    }

    private void define(String code, String name) {
        if (!recognition.indicators().contains(code) && !recognition.isShared(code)) {
            undefined.putIfAbsent(code, Definition.of(code, name));
        }
    }

    private String column(Column column) {
        used.add(column.name());
        return "{column: " + Yaml.scalar(column.name()) + "}";
    }

    private Optional<Column> free(Word word) {
        return file.column(word, column -> !used.contains(column.name()) && column.filled() > 0);
    }

    /** Words in columns of numbers that mean that there is none. */
    private void missingValues(Column area) {
        var words = new LinkedHashSet<String>();
        for (Column column : file.columns()) {
            boolean figures = column.isNumeric() && !column.name().equals(area.name());
            if (figures) {
                words.addAll(column.words());
            }
        }
        if (!words.isEmpty()) {
            var list = new ArrayList<String>();
            list.add("\"\"");
            words.forEach(word -> list.add(Yaml.scalar(word)));
            yaml.line(2, "schema:")
                    .line(3, "missingValues: [" + String.join(", ", list) + "]", Hint.CHECK.in(language));
        }
    }

    private void period() {
        var column = free(Word.PERIOD)
                .filter(found -> found.values().stream()
                        .allMatch(value -> Period.parse(value).isPresent()));
        if (column.isPresent()) {
            yaml.line(3, "period: " + column(column.get()));
        } else if (year.isPresent()) {
            yaml.line(3, "period: {value: " + year.get() + "}", Hint.PERIOD.in(language));
        } else {
            yaml.line(3, "period: {value: AAAA}", Hint.PERIOD.in(language));
        }
    }

    /** A column that a table of codes translates or that speaks of the indicators of the package; else by its title. */
    private Optional<Column> indicator() {
        var found = file.columns().stream()
                .filter(column -> !used.contains(column.name()))
                .filter(column ->
                        recognition.tableFor(column).isPresent() || column.within(recognition.indicators()) > 0.5)
                .findFirst()
                .or(() -> free(Word.INDICATOR).filter(column -> !column.isNumeric()));
        found.ifPresent(column -> used.add(column.name()));
        return found;
    }

    private Optional<Column> value() {
        return free(Word.VALUE)
                .filter(Column::isNumeric)
                .or(() -> figures().stream().findFirst());
    }

    /** Columns of numbers that nothing else explains. */
    private List<Column> figures() {
        return file.columns().stream()
                .filter(column -> !used.contains(column.name()) && column.isNumeric())
                .filter(column -> !Word.CODE.fits(column.name()))
                .toList();
    }

    private Map<String, String> breakdown(Optional<FileProfile> table) {
        var found = new LinkedHashMap<String, String>();
        for (Column column : file.columns()) {
            if (!used.contains(column.name())) {
                dimension(column).ifPresent(dimension -> found.putIfAbsent(dimension, bound(dimension, column)));
            }
        }
        table.ifPresent(split -> split.columns().stream()
                .map(Column::name)
                .filter(name -> !name.equals("value") && !Word.INDICATOR.fits(name))
                .forEach(name -> found.putIfAbsent(name, "{from: indicator}")));
        return found;
    }

    private Optional<String> dimension(Column column) {
        var list = recognition.listFor(column).map(FileProfile::stem).map(Slug::of);
        return list.isPresent() ? list : Dimensions.of(column);
    }

    private String bound(String dimension, Column column) {
        used.add(column.name());
        var codes = new LinkedHashMap<String, String>();
        boolean needed = false;
        for (String value : column.values()) {
            var code = code(dimension, value);
            codes.put(value, code);
            needed |= !code.equals(value) && !(Dimensions.isTotal(code) && Dimensions.isTotal(value));
        }
        var name = Yaml.scalar(column.name());
        boolean listed = recognition.listFor(column).isPresent();
        return needed && !listed && codes.size() <= 40
                ? "{column: " + name + ", codes: " + Yaml.flow(codes) + "}"
                : "{column: " + name + "}";
    }

    private static String code(String dimension, String value) {
        var known = Dimensions.code(dimension, value);
        if (known.isPresent()) {
            return known.get();
        }
        var plain = Word.plain(value);
        var ages = AGES.matcher(plain);
        if (dimension.equals("age") && ages.matches()) {
            return "Y" + ages.group(1) + "T" + ages.group(2);
        }
        var older = OLDER.matcher(plain);
        if (dimension.equals("age") && older.matches()) {
            return "Y_GE" + older.group(1);
        }
        return Codes.valid(value) || Codes.isTotal(value) ? value : Slug.of(value);
    }

    private void breakdown(Map<String, String> breakdown) {
        if (!breakdown.isEmpty()) {
            yaml.line(3, "breakdown:");
            breakdown.forEach((dimension, binding) -> yaml.line(4, dimension + ": " + binding));
        }
    }

    private void errors() {
        free(Word.SAMPLE_SIZE).ifPresent(column -> yaml.line(3, "sampleSize: " + Yaml.scalar(column.name())));
        free(Word.STANDARD_ERROR).ifPresent(column -> yaml.line(3, "standardError: " + Yaml.scalar(column.name())));
        var lower = free(Word.LOWER);
        var upper = free(Word.UPPER);
        if (lower.isPresent() && upper.isPresent()) {
            yaml.line(
                    3,
                    "confidence: {lower: " + Yaml.scalar(lower.get().name()) + ", upper: "
                            + Yaml.scalar(upper.get().name()) + "}");
        }
        free(Word.STATUS).ifPresent(column -> yaml.line(3, "status: " + column(column)));
    }

    private void measures() {
        yaml.line(3, "measures:");
        for (Column column : figures()) {
            var slug = Slug.of(column.name());
            boolean known = recognition.indicators().contains(column.name());
            var code = known ? column.name() : slug;
            boolean sure = recognition.indicators().contains(code) || recognition.isShared(code);
            define(code, column.name());
            yaml.line(4, Yaml.scalar(column.name()) + ": " + code, sure ? "" : Hint.MEASURE.in(language));
        }
    }
}
