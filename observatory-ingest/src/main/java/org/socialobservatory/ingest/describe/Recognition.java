package org.socialobservatory.ingest.describe;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.socialobservatory.ingest.describe.FileProfile.Column;
import org.socialobservatory.ontology.Codes;
import org.socialobservatory.ontology.Vocabulary;
import org.socialobservatory.ontology.indicator.Indicator;

/** Recognises what each file is, by the titles of its columns and by whose codes are found in whose columns. */
final class Recognition {

    /** Share of a column's values that must be found elsewhere for the two to speak of the same. */
    private static final double SAME = 0.6;

    private final List<FileProfile> files;
    private final Map<FileProfile, Guess> guesses = new LinkedHashMap<>();
    private final Map<FileProfile, Column> areaCodes = new HashMap<>();
    private final Set<String> areas = new LinkedHashSet<>();
    private final Set<String> indicators = new LinkedHashSet<>();
    private final Set<String> shared =
            Vocabulary.load().indicators().stream().map(Indicator::code).collect(Collectors.toSet());

    /** What a file seems to be. */
    enum Guess {
        AREAS,
        CHANGES,
        INDICATORS,
        CODES,
        OBSERVATIONS,
        PLACES,
        /** A table that translates a column of another file; no resource of its own. */
        CODE_TABLE,
        UNKNOWN
    }

    Recognition(List<FileProfile> files) {
        this.files = List.copyOf(files);
        files.forEach(file -> byTitles(file).ifPresent(guess -> guesses.put(file, guess)));
        files.stream()
                .filter(file -> guess(file) == Guess.AREAS)
                .forEach(file -> areaCode(file).ifPresent(column -> {
                    areaCodes.put(file, column);
                    areas.addAll(column.values());
                }));
        files.stream()
                .filter(file -> guess(file) == Guess.INDICATORS)
                .forEach(file -> file.column(Word.CODE).ifPresent(column -> indicators.addAll(column.values())));
        files.forEach(file -> guesses.computeIfAbsent(file, this::byContent));
    }

    Guess guess(FileProfile file) {
        return guesses.getOrDefault(file, Guess.UNKNOWN);
    }

    /** The files that are resources, in the order in which a package names them. */
    List<FileProfile> resources() {
        var order = List.of(
                Guess.AREAS,
                Guess.CHANGES,
                Guess.INDICATORS,
                Guess.CODES,
                Guess.OBSERVATIONS,
                Guess.PLACES,
                Guess.UNKNOWN);
        var found = new ArrayList<>(files);
        found.removeIf(file -> guess(file) == Guess.CODE_TABLE);
        // Of two files of areas the one that says more comes first: its statement stands.
        found.sort(Comparator.<FileProfile>comparingInt(file -> order.indexOf(guess(file)))
                .thenComparing(file -> !file.has(Word.LEVEL))
                .thenComparing(file -> !file.has(Word.WITHIN)));
        return found;
    }

    /** The codes of all areas of the files. */
    Set<String> areas() {
        return areas;
    }

    /** Whether everybody's catalogue has an indicator. */
    boolean isShared(String indicator) {
        return shared.contains(indicator);
    }

    Set<String> indicators() {
        return indicators;
    }

    /** The column with the codes of a file of areas; empty where they have to be made of the names. */
    Optional<Column> areaCodesOf(FileProfile file) {
        return Optional.ofNullable(areaCodes.get(file));
    }

    private Optional<Guess> byTitles(FileProfile file) {
        if (file.dimension() == 2) {
            return Optional.of(Guess.AREAS);
        }
        if (file.dimension() >= 0 || file.has(Word.POSITION)) {
            return Optional.of(Guess.PLACES);
        }
        if (file.has(Word.FROM) && file.has(Word.TO) && file.has(Word.PERIOD)) {
            return Optional.of(Guess.CHANGES);
        }
        if (file.column("value").isPresent() && translated(file).isPresent()) {
            return Optional.of(Guess.CODE_TABLE);
        }
        boolean coded = file.has(Word.CODE) && file.has(Word.NAME_FR);
        if (coded && file.has(Word.UNIT)) {
            return Optional.of(Guess.INDICATORS);
        }
        return coded && (file.has(Word.LEVEL) || file.has(Word.WITHIN)) ? Optional.of(Guess.AREAS) : Optional.empty();
    }

    private Guess byContent(FileProfile file) {
        boolean figures = file.columns().stream().anyMatch(Column::isNumeric);
        if (figures
                && areaColumn(file).isPresent()
                && !file.column(Word.CODE).map(Column::isUnique).orElse(false)) {
            return Guess.OBSERVATIONS;
        }
        boolean coded = file.column(Word.CODE, column -> column.isUnique() && column.areCodes())
                .isPresent();
        if (coded && file.has(Word.NAME_FR)) {
            return Guess.CODES;
        }
        return figures && areaColumn(file).isPresent() ? Guess.OBSERVATIONS : Guess.UNKNOWN;
    }

    /** The column of another file whose values a table translates. */
    private Optional<Column> translated(FileProfile table) {
        var from = table.column("value").orElseThrow().values();
        return files.stream()
                .filter(file -> !file.path().equals(table.path()))
                .flatMap(file -> file.columns().stream())
                .filter(column -> !column.isNumeric() && column.within(from) >= 0.95)
                .findFirst();
    }

    /** The table that translates a column, if there is one. */
    Optional<FileProfile> tableFor(Column column) {
        return files.stream()
                .filter(file -> guess(file) == Guess.CODE_TABLE)
                .filter(file -> column.within(file.column("value").orElseThrow().values()) >= 0.95)
                .findFirst();
    }

    /** The code list that a column speaks, if it is one of the files. */
    Optional<FileProfile> listFor(Column column) {
        return files.stream()
                .filter(file -> guess(file) == Guess.CODES)
                .filter(file -> withoutTotals(column)
                                .within(file.column(Word.CODE).orElseThrow().values())
                        >= SAME)
                .findFirst();
    }

    private static Column withoutTotals(Column column) {
        var values = new LinkedHashSet<>(column.values());
        values.removeIf(Codes::isTotal);
        return new Column(column.name(), values, column.filled(), column.numbers());
    }

    /** Whether another file of areas says the level of all of these. */
    boolean levelsSaidElsewhere(FileProfile file) {
        return files.stream()
                .filter(other ->
                        !other.path().equals(file.path()) && guess(other) == Guess.AREAS && other.has(Word.LEVEL))
                .anyMatch(other -> areaCodesOf(other).isPresent()
                        && areaCodesOf(file)
                                .filter(own ->
                                        own.within(areaCodesOf(other).get().values()) == 1)
                                .isPresent());
    }

    /** The column of a file of figures that names areas. */
    Optional<Column> areaColumn(FileProfile file) {
        var known = file.columns().stream()
                .filter(column -> column.within(areas) >= SAME)
                .max(Comparator.comparingDouble(column -> column.within(areas)));
        return known.or(() -> file.column(Word.AREA, column -> !column.values().isEmpty()));
    }

    /** Unique, well formed, and if possible known to other files or called a code. */
    private Optional<Column> areaCode(FileProfile file) {
        return file.columns().stream()
                .filter(column -> column.filled() == file.rows() && column.isUnique() && column.areCodes())
                .min(Comparator.comparingInt(column -> rank(column, file)));
    }

    private int rank(Column column, FileProfile file) {
        boolean elsewhere = files.stream()
                .filter(other -> !other.path().equals(file.path()))
                .flatMap(other -> other.columns().stream())
                .anyMatch(other -> other.within(column.values()) >= SAME || column.within(other.values()) >= SAME);
        int title = Word.CODE.fits(column.name()) || Word.plain(column.name()).contains("code")
                ? 0
                : Word.AREA.fits(column.name()) ? 1 : 2;
        return (elsewhere ? 0 : 10) + title;
    }
}
