package org.socialobservatory.ingest.source.feature;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.socialobservatory.ingest.source.Findings;
import org.socialobservatory.ingest.source.Table;
import org.socialobservatory.ontology.finding.Finding.Place;

/**
 * Features read whole, as rows with a geometry each.
 *
 * @param reference the reference system that the file states, if any
 * @param features in order of the file
 */
public record FeatureTable(
        Place place, List<String> columns, @Nullable String reference, List<Feature> features) implements Table {

    public FeatureTable {
        columns = List.copyOf(columns);
        features = List.copyOf(features);
    }

    /**
     * A row.
     *
     * @param number of the feature in the file, from 1
     */
    public record Feature(
            long number, List<String> values, @Nullable Geometry geometry) {
        public Feature {
            values = List.copyOf(values);
        }
    }

    @Override
    public boolean located() {
        return true;
    }

    @Override
    public Optional<String> referenceSystem() {
        return Optional.ofNullable(reference);
    }

    @Override
    public void rows(Findings findings, RowReader reader) {
        for (Feature feature : features) {
            if (!reader.row(feature.number(), feature.values().toArray(String[]::new), feature.geometry())) {
                return;
            }
        }
    }

    /** Gathers features whose properties need not be the same. */
    static final class Builder {
        private final Map<String, Integer> columns = new LinkedHashMap<>();
        private final List<Map<String, String>> values = new ArrayList<>();
        private final List<@Nullable Geometry> geometries = new ArrayList<>();
        private final List<Long> numbers = new ArrayList<>();

        void column(String name) {
            columns.putIfAbsent(name, columns.size());
        }

        void add(long number, Map<String, String> properties, @Nullable Geometry geometry) {
            properties.keySet().forEach(this::column);
            numbers.add(number);
            values.add(properties);
            geometries.add(geometry);
        }

        FeatureTable build(Place place, @Nullable String reference) {
            var features = new ArrayList<Feature>(values.size());
            for (int i = 0; i < values.size(); i++) {
                var row = new ArrayList<String>(columns.size());
                for (String column : columns.keySet()) {
                    row.add(values.get(i).getOrDefault(column, ""));
                }
                features.add(new Feature(numbers.get(i), row, geometries.get(i)));
            }
            return new FeatureTable(place, List.copyOf(columns.keySet()), reference, features);
        }
    }
}
