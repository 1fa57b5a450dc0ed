package org.socialobservatory.demonstration.town;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What the census of 2024 counted in each arrondissement of Salé: the facts to which the invented survey keeps. */
public final class Census {

    /** Codes of the arrondissements, from the oldest town to the youngest. */
    public static final List<String> ARRONDISSEMENTS =
            List.of("44410103", "44410105", "44410106", "44410107", "44410109");

    public static final String TOWN = "4441010";

    private final Map<String, Double> figures = new HashMap<>();
    private final Map<String, Map<AgeBand, Double>> ages = new HashMap<>();

    /** Reads the figures that the demonstration publishes, and the ages beside this program. */
    public static Census read() {
        var census = new Census();
        for (NamedCsvRecord row : rows("/demonstration/1-recensement/chiffres.csv")) {
            var key = key(row.getField("indicateur"), row.getField("territoire"), row.getField("sexe"));
            census.figures.put(key, Double.valueOf(row.getField("valeur")));
        }
        for (NamedCsvRecord row : rows("/org/socialobservatory/demonstration/ages.csv")) {
            var shares = new EnumMap<AgeBand, Double>(AgeBand.class);
            for (AgeBand band : AgeBand.values()) {
                shares.put(band, Double.valueOf(row.getField(band.head())));
            }
            census.ages.put(row.getField("arrondissement") + row.getField("sexe"), shares);
        }
        return census;
    }

    /**
     * A figure as published.
     *
     * @param sex {@code F}, {@code M} or {@code T}
     */
    public double figure(String indicator, String area, String sex) {
        return Objects.requireNonNull(figures.get(key(indicator, area, sex)), indicator);
    }

    /** A percentage as a fraction. */
    public double share(String indicator, String area, String sex) {
        return figure(indicator, area, sex) / 100;
    }

    public double households(String area) {
        return figure("households", area, "T");
    }

    /** Persons of one sex and age in an arrondissement: its population, in the proportions of the ages. */
    public double persons(String area, String sex, AgeBand band) {
        var shares = Objects.requireNonNull(ages.get(area + sex), area);
        double all = 0;
        for (double share : shares.values()) {
            all += share;
        }
        return figure("population", area, sex) * Objects.requireNonNull(shares.get(band)) / all;
    }

    private static String key(String indicator, String area, String sex) {
        return indicator + "/" + area + "/" + sex;
    }

    private static List<NamedCsvRecord> rows(String resource) {
        try (InputStream file = Census.class.getResourceAsStream(resource);
                var reader = CsvReader.builder().ofNamedCsvRecord(Objects.requireNonNull(file, resource))) {
            return reader.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
