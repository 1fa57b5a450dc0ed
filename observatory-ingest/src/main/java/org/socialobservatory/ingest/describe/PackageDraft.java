package org.socialobservatory.ingest.describe;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.socialobservatory.ingest.describe.FileProfile.Column;
import org.socialobservatory.ontology.Language;

/** Writes the description of recognised files. */
final class PackageDraft {

    private static final Pattern YEAR = Pattern.compile("(?<!\\d)((?:19|20)\\d\\d)(?!\\d)");

    private final Path folder;
    private final Recognition recognition;
    private final Language language;
    private final Yaml yaml = new Yaml();
    private final Set<String> names = new HashSet<>();
    private final Map<String, Definition> undefined = new LinkedHashMap<>();

    PackageDraft(Path folder, Recognition recognition, Language language) {
        this.folder = folder;
        this.recognition = recognition;
        this.language = language;
    }

    String write() {
        var name = folder.getFileName() == null ? "x" : folder.getFileName().toString();
        yaml.line(0, "name: " + Yaml.scalar(Slug.of(name)));
        yaml.line(0, "title: {fr: " + Yaml.scalar(title(name)) + "}", hint(Hint.TITLE));
        town().ifPresent(town -> yaml.line(0, "town: " + quoted(town), hint(Hint.CHECK)));
        yaml.line(0, "licenses: [{name: other-open}]", hint(Hint.LICENSE));
        yaml.line(0, "sources: [{title: " + Yaml.scalar(title(name)) + "}]", hint(Hint.SOURCES));
        yaml.line(0, "reason: first publication", hint(Hint.REASON));
        yaml.line(0, "resources:");
        for (FileProfile file : recognition.resources()) {
            resource(file);
        }
        if (!undefined.isEmpty()) {
            definitions();
        }
        return yaml.toString();
    }

    private static String title(String name) {
        var words = name.replaceAll("[-_]+", " ").strip();
        return words.isEmpty() ? "x" : words.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + words.substring(1);
    }

    private String hint(Hint hint) {
        return hint.in(language);
    }

    /** Codes look like numbers and must not become ones in other people's YAML. */
    private static String quoted(String code) {
        return code.matches("[\\d.]+") ? "\"" + code + "\"" : Yaml.scalar(code);
    }

    /** The town: what holds the areas that have outlines of their own, else the one area that holds all others. */
    private Optional<String> town() {
        var areas = recognition.resources().stream()
                .filter(file -> recognition.guess(file) == Recognition.Guess.AREAS)
                .toList();
        return areas.stream()
                .filter(file -> file.dimension() == 2)
                .flatMap(file -> holder(file).stream())
                .findFirst()
                .or(() -> areas.stream()
                        .flatMap(file -> soleHolder(file).stream())
                        .findFirst());
    }

    /** What a file says of every area of it that lies within anything. */
    private static Optional<String> soleHolder(FileProfile file) {
        return file.column(Word.WITHIN, column -> column.values().size() == 1 && column.areCodes())
                .map(column -> column.values().iterator().next());
    }

    private void resource(FileProfile file) {
        var name = Slug.of(file.stem());
        for (int i = 2; !names.add(name); i++) {
            name = Slug.of(file.stem()) + "-" + i;
        }
        yaml.line(1, "- name: " + name);
        yaml.line(2, "path: " + Yaml.scalar(file.path()));
        if (file.dimension() >= 0 && !file.referenced()) {
            yaml.line(2, "crs: EPSG:26191", hint(Hint.CRS));
        }
        switch (recognition.guess(file)) {
            case AREAS -> areas(file);
            case CHANGES -> changes(file);
            case INDICATORS -> indicators(file);
            case CODES -> codes(file);
            case OBSERVATIONS -> observations(file);
            case PLACES -> places(file);
            case CODE_TABLE, UNKNOWN -> yaml.line(2, "# " + hint(Hint.UNKNOWN));
        }
    }

    private void observations(FileProfile file) {
        var draft = new ObservationsDraft(file, recognition, yaml, language, year(file));
        draft.write();
        draft.undefined().forEach(definition -> undefined.putIfAbsent(definition.code(), definition));
    }

    /** A table to be made: its rows stand as remarks, since a description holds no rows. */
    private void definitions() {
        var name = "definitions";
        for (int i = 2; !names.add(name); i++) {
            name = "definitions-" + i;
        }
        var language = undefined.values().stream().anyMatch(definition -> isArabic(definition.label())) ? "ar" : "fr";
        yaml.line(1, "- name: " + name);
        yaml.line(2, "path: " + name + ".csv", hint(Hint.DEFINITIONS));
        yaml.line(2, "observatory:").line(3, "role: indicators").line(3, "code: code");
        yaml.line(3, "label: {" + language + ": label}");
        for (String key : List.of("unit", "kind", "counts")) {
            yaml.line(3, key + ": " + column(key));
        }
        yaml.line(2, "# " + String.join(",", Definition.COLUMNS));
        undefined.values().forEach(definition -> yaml.line(2, "# " + definition.csv()));
    }

    private static boolean isArabic(String text) {
        return text.codePoints()
                .anyMatch(letter -> Character.UnicodeScript.of(letter) == Character.UnicodeScript.ARABIC);
    }

    /** A year in the name of the file or of its folder. */
    private Optional<String> year(FileProfile file) {
        for (String name : List.of(file.stem(), folder.toString())) {
            var found = YEAR.matcher(name);
            if (found.find()) {
                return Optional.of(found.group(1));
            }
        }
        return Optional.empty();
    }

    private void areas(FileProfile file) {
        yaml.line(2, "observatory:").line(3, "role: areas");
        level(file);
        var within = file.column(Word.WITHIN, column -> column.within(recognition.areas()) > 0.5);
        if (within.isPresent()) {
            yaml.line(3, "within: " + column(within.get().name()));
        } else {
            holder(file).ifPresent(holder -> yaml.line(3, "within: " + quoted(holder), hint(Hint.WITHIN)));
        }
        var code = recognition.areaCodesOf(file);
        if (code.isPresent()) {
            yaml.line(3, "code: " + Yaml.scalar(code.get().name()));
        } else {
            codesOfNames(file);
        }
        texts(file, "name");
        file.column(Word.VALID_FROM).ifPresent(column -> yaml.line(3, "validFrom: " + column(column.name())));
        file.column(Word.VALID_TO).ifPresent(column -> yaml.line(3, "validTo: " + column(column.name())));
    }

    private static String column(String name) {
        return "{column: " + Yaml.scalar(name) + "}";
    }

    private void level(FileProfile file) {
        var column =
                file.column(Word.LEVEL, one -> one.areCodes() && one.values().size() <= 20);
        if (column.isPresent()) {
            yaml.line(3, "level: " + column(column.get().name()));
        } else if (!recognition.levelsSaidElsewhere(file)) {
            var level = Levels.in(file.stem());
            yaml.line(3, "level: " + level.orElse("quartier"), level.isPresent() ? "" : hint(Hint.LEVEL));
        }
    }

    /** The area of another file that holds all of these, where codes are built by adding digits. */
    private Optional<String> holder(FileProfile file) {
        if (file.has(Word.WITHIN)) {
            return Optional.empty();
        }
        return recognition
                .areaCodesOf(file)
                .flatMap(own -> recognition.areas().stream()
                        .filter(code ->
                                own.values().stream().allMatch(one -> one.startsWith(code) && !one.equals(code)))
                        .max(Comparator.comparingInt(String::length)));
    }

    /** Where no column has a code for every area, each name gets one, to be replaced by an official one. */
    private void codesOfNames(FileProfile file) {
        var name = file.column(Word.NAME_FR)
                .or(() -> file.columns().stream()
                        .filter(column -> !column.isNumeric() && column.filled() == file.rows())
                        .max(Comparator.comparingInt(column -> column.values().size())));
        if (name.isEmpty()) {
            yaml.line(3, "code: code", hint(Hint.CHECK));
            return;
        }
        yaml.line(3, "code:").line(4, "column: " + Yaml.scalar(name.get().name()));
        yaml.line(4, "codes:", hint(Hint.CODES));
        var used = new HashSet<String>();
        for (String value : name.get().values()) {
            var code = Slug.of(value);
            for (int i = 2; !used.add(code); i++) {
                code = Slug.of(value) + "-" + i;
            }
            yaml.line(5, Yaml.scalar(value) + ": " + code);
        }
    }

    /** The texts of a key in the languages that the file has; a column that mixes scripts is taken apart. */
    private void texts(FileProfile file, String key) {
        var french = file.column(Word.NAME_FR);
        var arabic = file.column(Word.NAME_AR);
        var english = file.column(Word.NAME_EN);
        if (french.isPresent() && arabic.isEmpty() && isMixed(french.get())) {
            var name = Yaml.scalar(french.get().name());
            yaml.line(
                    3,
                    key + ": {fr: {column: " + name + ", script: latin}, ar: {column: " + name + ", script: arabic}}");
            return;
        }
        var found = new LinkedHashMap<String, String>();
        french.ifPresent(column -> found.put("fr", Yaml.scalar(column.name())));
        arabic.ifPresent(column -> found.put("ar", Yaml.scalar(column.name())));
        english.ifPresent(column -> found.put("en", Yaml.scalar(column.name())));
        if (!found.isEmpty()) {
            yaml.line(3, key + ": " + Yaml.flow(found));
        }
    }

    private static boolean isMixed(Column column) {
        long mixed = column.values().stream()
                .filter(value -> value.codePoints()
                                .anyMatch(
                                        letter -> Character.UnicodeScript.of(letter) == Character.UnicodeScript.ARABIC)
                        && value.codePoints()
                                .anyMatch(
                                        letter -> Character.UnicodeScript.of(letter) == Character.UnicodeScript.LATIN))
                .count();
        return mixed * 2 > column.values().size();
    }

    private void changes(FileProfile file) {
        yaml.line(2, "observatory:").line(3, "role: changes");
        key(file, "from", Word.FROM);
        key(file, "to", Word.TO);
        key(file, "date", Word.PERIOD);
        key(file, "kind", Word.KIND);
        key(file, "weight", Word.WEIGHT);
    }

    /** A key that is a column. */
    private void key(FileProfile file, String key, Word word) {
        file.column(word).ifPresent(column -> yaml.line(3, key + ": " + Yaml.scalar(column.name())));
    }

    /** A key that is a column where a bare string would be the value. */
    private void bound(FileProfile file, String key, Word word) {
        file.column(word).ifPresent(column -> yaml.line(3, key + ": " + column(column.name())));
    }

    private void indicators(FileProfile file) {
        yaml.line(2, "observatory:").line(3, "role: indicators");
        key(file, "code", Word.CODE);
        texts(file, "label");
        key(file, "definition", Word.DEFINITION);
        bound(file, "unit", Word.UNIT);
        if (file.has(Word.KIND)) {
            bound(file, "kind", Word.KIND);
        } else {
            yaml.line(3, "kind: proportion", hint(Hint.KIND));
        }
        bound(file, "counts", Word.COUNTS);
        bound(file, "direction", Word.DIRECTION);
        bound(file, "theme", Word.THEME);
        bound(file, "sdg", Word.SDG);
        bound(file, "sameAs", Word.SAME_AS);
    }

    private void codes(FileProfile file) {
        yaml.line(2, "observatory:").line(3, "role: codes");
        key(file, "code", Word.CODE);
        texts(file, "label");
        key(file, "broader", Word.BROADER);
    }

    private void places(FileProfile file) {
        file.column(Word.POSITION)
                .ifPresent(column -> yaml.line(2, "schema:")
                        .line(3, "fields: [{name: " + Yaml.scalar(column.name()) + ", type: geopoint}]"));
        yaml.line(2, "observatory:").line(3, "role: places");
        yaml.line(3, "kind: " + Slug.of(file.stem()), hint(Hint.CHECK));
        var code = file.column(Word.CODE, column -> column.isUnique() && column.areCodes());
        if (code.isPresent()) {
            yaml.line(3, "code: " + Yaml.scalar(code.get().name()));
        } else {
            codesOfNames(file);
        }
        texts(file, "name");
    }
}
