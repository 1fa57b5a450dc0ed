package org.socialobservatory.api.ogc;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.socialobservatory.api.snapshot.PerSnapshot;
import org.socialobservatory.api.snapshot.PublishedDataset;
import org.socialobservatory.api.snapshot.Snapshot;
import org.socialobservatory.api.snapshot.meeting.Held;
import org.socialobservatory.api.snapshot.meeting.Meetings;
import org.socialobservatory.ontology.Multilingual;
import org.socialobservatory.ontology.area.Area;
import org.socialobservatory.ontology.area.AreaVersion;
import org.socialobservatory.ontology.resource.Place;

/** A collection of features: the areas of a level, the places of a kind, or the meetings. */
sealed interface Layer {

    PerSnapshot<Map<String, Layer>> LAYERS = new PerSnapshot<>(Layer::all);

    /** The name of the collection in addresses. */
    String id();

    Multilingual title();

    /** In order of id. */
    List<? extends Feature> features();

    /** A feature: its id is its code. */
    sealed interface Feature {
        String id();

        Multilingual names();

        /** In longitude and latitude; null where there is none. */
        @Nullable
        Geometry geometry();
    }

    /**
     * An area of a level.
     *
     * @param drawn whether the outline is a simplified drawing of ours
     */
    record AreaFeature(Area area, @Nullable Geometry geometry, boolean drawn) implements Feature {
        @Override
        public String id() {
            return area.code();
        }

        @Override
        public Multilingual names() {
            return area.names();
        }
    }

    /** A place of a kind. */
    record PlaceFeature(Place place) implements Feature {
        @Override
        public String id() {
            return place.code();
        }

        @Override
        public Multilingual names() {
            return place.names();
        }

        @Override
        public @Nullable Geometry geometry() {
            return place.location();
        }
    }

    /**
     * A meeting, where the area is that it is about.
     *
     * @param geometry a point inside the area; null where that has no outline
     */
    record MeetingFeature(Held held, @Nullable Geometry geometry) implements Feature {
        @Override
        public String id() {
            return held.code();
        }

        @Override
        public Multilingual names() {
            return held.meeting().name();
        }
    }

    /** The meetings. */
    record Rooms(Multilingual title, List<MeetingFeature> features) implements Layer {
        public Rooms {
            features = List.copyOf(features);
        }

        @Override
        public String id() {
            return "meetings";
        }
    }

    /** The areas of a level. */
    record Areas(String level, Multilingual title, List<AreaFeature> features) implements Layer {
        public Areas {
            features = List.copyOf(features);
        }

        @Override
        public String id() {
            return "areas-" + level;
        }

        /** Whether some outline is a simplified drawing of ours. */
        boolean hasDrawings() {
            return features.stream().anyMatch(AreaFeature::drawn);
        }
    }

    /** The places of a kind. */
    record Places(String kind, Multilingual title, List<PlaceFeature> features) implements Layer {
        public Places {
            features = List.copyOf(features);
        }

        @Override
        public String id() {
            return "places-" + kind;
        }
    }

    /** The collections of a snapshot by their ids, areas from the widest level to the finest before places. */
    static Map<String, Layer> of(Snapshot snapshot) {
        return LAYERS.of(snapshot);
    }

    private static Map<String, Layer> all(Snapshot snapshot) {
        var layers = new LinkedHashMap<String, Layer>();
        for (String level : snapshot.levels()) {
            var layer = new Areas(level, label(snapshot, "level", level), areas(snapshot, level));
            layers.put(layer.id(), layer);
        }
        places(snapshot).forEach((kind, places) -> {
            var layer = new Places(
                    kind,
                    label(snapshot, "place-kind", kind),
                    places.values().stream().map(PlaceFeature::new).toList());
            layers.put(layer.id(), layer);
        });
        var meetings = meetings(snapshot);
        if (!meetings.isEmpty()) {
            var layer = new Rooms(Multilingual.of("Réunions", "الاجتماعات", "Meetings"), meetings);
            layers.put(layer.id(), layer);
        }
        return Collections.unmodifiableMap(layers);
    }

    private static List<AreaFeature> areas(Snapshot snapshot, String level) {
        var features = new ArrayList<AreaFeature>();
        for (Area area : snapshot.territory().areas()) {
            if (area.level().equals(level)) {
                var version = snapshot.territory().outlined(area.code());
                features.add(new AreaFeature(
                        area,
                        version.map(AreaVersion::outline).orElse(null),
                        version.map(AreaVersion::drawn).orElse(false)));
            }
        }
        return features;
    }

    private static List<MeetingFeature> meetings(Snapshot snapshot) {
        return Meetings.of(snapshot).all().stream()
                .sorted(Comparator.comparing(Held::code))
                .map(held -> new MeetingFeature(
                        held,
                        snapshot.territory()
                                .outlined(held.meeting().area())
                                .map(AreaVersion::outline)
                                .<Geometry>map(Geometry::getInteriorPoint)
                                .orElse(null)))
                .toList();
    }

    /** Kind to places by code; a later edition speaks last. */
    private static Map<String, Map<String, Place>> places(Snapshot snapshot) {
        var places = new TreeMap<String, Map<String, Place>>();
        snapshot.datasets().values().stream()
                .sorted(Comparator.comparingLong(
                        (PublishedDataset dataset) -> dataset.edition().sequence()))
                .flatMap(dataset -> dataset.definitions().places().stream())
                .forEach(place -> places.computeIfAbsent(place.kind(), _ -> new TreeMap<>())
                        .put(place.code(), place));
        return places;
    }

    private static Multilingual label(Snapshot snapshot, String scheme, String code) {
        return snapshot.catalogue()
                .codeList(scheme)
                .flatMap(list -> list.concept(code))
                .map(concept -> concept.labels())
                .orElse(Multilingual.none());
    }

    /** What all geometries cover; null where there is none. */
    default @Nullable Envelope extent() {
        var extent = new Envelope();
        for (Feature feature : features()) {
            var geometry = feature.geometry();
            if (geometry != null) {
                extent.expandToInclude(geometry.getEnvelopeInternal());
            }
        }
        return extent.isNull() ? null : extent;
    }
}
