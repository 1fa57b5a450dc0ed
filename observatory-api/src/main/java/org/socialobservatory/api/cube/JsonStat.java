package org.socialobservatory.api.cube;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.snapshot.PublishedDataset;
import org.socialobservatory.api.snapshot.Snapshot;
import org.socialobservatory.ontology.Language;
import org.socialobservatory.ontology.indicator.Indicator;
import tools.jackson.core.JsonGenerator;

/**
 * Cells as a JSON-stat 2.0 dataset (json-stat.org): a cube of dataset, indicator, area, period, the breakdowns, and of what
 * is measured of a figure: its value, the ends of its interval, its error. Only cells that there are have a value; the status
 * of the others says why not, and of all what is to be known. The labels are French, or what there is.
 */
final class JsonStat implements CellWriter {

    private static final String MEASURE = "measure";
    private static final String NORMAL = "normal reliable";

    private final Snapshot snapshot;
    private final Collection<PublishedDataset> datasets;
    private final OutputStream out;
    private final ObservationRow row;
    private final List<Place> cells = new ArrayList<>();

    private record Place(PublishedDataset dataset, int cell) {}

    JsonStat(Snapshot snapshot, Collection<PublishedDataset> datasets, OutputStream out) {
        this.snapshot = snapshot;
        this.datasets = datasets;
        this.out = out;
        this.row = new ObservationRow(snapshot, datasets);
    }

    @Override
    public void cell(PublishedDataset dataset, int cell) {
        cells.add(new Place(dataset, cell));
    }

    @Override
    public void close() throws IOException {
        try (var json = JsonFields.generator(out)) {
            var cube = new Cube(row.dimensionNames());
            read(cube::extend);
            json.writeStartObject();
            json.writeStringProperty("version", "2.0");
            json.writeStringProperty("class", "dataset");
            about(json);
            structure(cube, json);
            json.writeObjectPropertyStart("value");
            read(told -> told.numbers.forEach((measure, number) -> {
                json.writeName(Long.toString(cube.index(told, measure)));
                json.writeNumber(number);
            }));
            json.writeEndObject();
            json.writeObjectPropertyStart("status");
            read(told -> {
                if (!told.status().equals(NORMAL)) {
                    json.writeStringProperty(Long.toString(cube.index(told, "value")), told.status());
                }
            });
            json.writeEndObject();
            json.writeEndObject();
        }
    }

    private void read(Consumer<Told> reader) {
        var told = new Told();
        for (var place : cells) {
            told.clear();
            row.write(place.dataset, place.cell, told);
            reader.accept(told);
        }
    }

    private void about(JsonGenerator json) {
        json.writeStringProperty(
                "label",
                String.join(
                        " · ",
                        datasets.stream().map(dataset -> title(dataset.code())).toList()));
        json.writeStringProperty(
                "source",
                String.join(
                        " · ",
                        datasets.stream()
                                .map(dataset -> snapshot.iris()
                                        .edition(
                                                dataset.code(),
                                                dataset.edition().number()))
                                .toList()));
        datasets.stream()
                .map(dataset -> dataset.edition().publishedAt())
                .max(Comparator.naturalOrder())
                .ifPresent(last -> json.writeStringProperty("updated", last.toString()));
    }

    private void structure(Cube cube, JsonGenerator json) {
        json.writeArrayPropertyStart("id");
        cube.categories.keySet().forEach(json::writeString);
        json.writeEndArray();
        json.writeArrayPropertyStart("size");
        cube.categories.values().forEach(codes -> json.writeNumber(codes.size()));
        json.writeEndArray();
        json.writeObjectPropertyStart("role");
        role(json, "time", "period");
        role(json, "geo", "area");
        role(json, "metric", "indicator");
        json.writeEndObject();
        json.writeObjectPropertyStart("dimension");
        cube.categories.forEach((dimension, codes) -> dimension(dimension, codes.keySet(), json));
        json.writeEndObject();
    }

    private static void role(JsonGenerator json, String role, String dimension) {
        json.writeArrayPropertyStart(role);
        json.writeString(dimension);
        json.writeEndArray();
    }

    private void dimension(String dimension, Set<String> codes, JsonGenerator json) {
        json.writeObjectPropertyStart(dimension);
        json.writeStringProperty("label", dimensionLabel(dimension));
        json.writeObjectPropertyStart("category");
        json.writeArrayPropertyStart("index");
        codes.forEach(json::writeString);
        json.writeEndArray();
        json.writeObjectPropertyStart("label");
        var labels = labels(dimension);
        codes.forEach(code -> json.writeStringProperty(code, labels.apply(code)));
        json.writeEndObject();
        if (dimension.equals("indicator")) {
            units(codes, json);
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private void units(Set<String> indicators, JsonGenerator json) {
        json.writeObjectPropertyStart("unit");
        for (String code : indicators) {
            var unit = snapshot.catalogue().indicator(code).map(Indicator::unit);
            if (unit.isPresent()) {
                json.writeObjectPropertyStart(code);
                json.writeStringProperty("label", code("unit", unit.get()));
                json.writeEndObject();
            }
        }
        json.writeEndObject();
    }

    private String dimensionLabel(String dimension) {
        return snapshot.catalogue()
                .codeList(dimension)
                .map(list -> list.labels().orCode(Language.FR, dimension))
                .orElse(dimension);
    }

    private UnaryOperator<String> labels(String dimension) {
        return switch (dimension) {
            case "dataset" -> this::title;
            case "indicator" ->
                code -> snapshot.catalogue()
                        .indicator(code)
                        .map(indicator -> indicator.labels().orCode(Language.FR, code))
                        .orElse(code);
            case "area" ->
                code -> snapshot.territory()
                        .area(code)
                        .map(area -> area.names().orCode(Language.FR, code))
                        .orElse(code);
            case "period", MEASURE -> code -> code;
            default -> code -> code(dimension, code);
        };
    }

    private String title(String dataset) {
        return datasets.stream()
                .filter(known -> known.code().equals(dataset))
                .findFirst()
                .map(known -> known.dataset().title().orCode(Language.FR, dataset))
                .orElse(dataset);
    }

    private String code(String scheme, String code) {
        return snapshot.catalogue()
                .codeList(scheme)
                .flatMap(list -> list.concept(code))
                .map(concept -> concept.labels().orCode(Language.FR, code))
                .orElse(code);
    }

    /** The categories of each dimension, numbered in the order in which they occur. */
    private static final class Cube {
        private final Map<String, Map<String, Integer>> categories = new LinkedHashMap<>();

        Cube(List<String> dimensions) {
            dimensions.forEach(dimension -> categories.put(dimension, new LinkedHashMap<>()));
            categories.put(MEASURE, new LinkedHashMap<>(Map.of("value", 0)));
        }

        void extend(Told told) {
            categories.forEach((dimension, codes) -> {
                var occurring = dimension.equals(MEASURE) ? told.numbers.keySet() : Set.of(told.code(dimension));
                occurring.forEach(code -> codes.computeIfAbsent(code, _ -> codes.size()));
            });
        }

        /** The place of a number in the row-major order of the cube. */
        long index(Told told, String measure) {
            long index = 0;
            for (var entry : categories.entrySet()) {
                var code = entry.getKey().equals(MEASURE) ? measure : told.code(entry.getKey());
                index = Math.addExact(
                        Math.multiplyExact(index, entry.getValue().size()),
                        Objects.requireNonNull(entry.getValue().get(code)));
            }
            return index;
        }
    }

    /** What is told of one cell. */
    private static final class Told implements ObservationRow.Fields {
        private final Map<String, String> texts = new HashMap<>();
        private final Map<String, BigDecimal> numbers = new LinkedHashMap<>();
        private boolean contested;

        void clear() {
            texts.clear();
            numbers.clear();
            contested = false;
        }

        String code(String dimension) {
            return texts.getOrDefault(dimension, "");
        }

        String status() {
            var words = new LinkedHashSet<String>();
            words.add(code("status"));
            words.add(code("reliability"));
            words.remove("");
            if (contested) {
                words.add("contested");
            }
            return String.join(" ", words);
        }

        @Override
        public void text(String name, @Nullable String text) {
            if (text != null) {
                texts.put(name, text);
            }
        }

        @Override
        public void number(String name, @Nullable BigDecimal number) {
            if (number != null && !name.equals("edition")) {
                numbers.put(name, number);
            }
        }

        @Override
        public void flag(String name, boolean holds) {
            contested |= holds;
        }
    }
}
