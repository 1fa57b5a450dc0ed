package org.socialobservatory.api.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.snapshot.Snapshot;
import org.socialobservatory.ontology.Multilingual;
import org.socialobservatory.ontology.area.Area;

/**
 * Something that has a name.
 *
 * @param level of an area
 * @param within code of the area that it lies in
 */
public record Thing(
        Kind kind,
        String code,
        Multilingual names,
        @Nullable String level,
        @Nullable String within) {

    /** What can be found; first those that are looked for most. */
    public enum Kind {
        AREA("/areas/"),
        INDICATOR("/indicators/"),
        DATASET("/datasets/"),
        PLACE("/id/place/");

        private final String path;

        Kind(String path) {
            this.path = path;
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Where its page is, from the root of the site. */
        public String path() {
            return path;
        }
    }

    static Thing of(Area area) {
        return new Thing(Kind.AREA, area.code(), area.names(), area.level(), area.within());
    }

    /** Everything in a snapshot: where names are equal, the wider area is meant rather than the narrower. */
    static List<Thing> all(Snapshot snapshot) {
        var things = new ArrayList<Thing>();
        var levels = snapshot.levels();
        snapshot.territory().areas().stream()
                .sorted(Comparator.comparingInt((Area area) -> levels.indexOf(area.level()))
                        .thenComparing(Area::code))
                .map(Thing::of)
                .forEach(things::add);
        snapshot.catalogue()
                .indicators()
                .forEach(indicator ->
                        things.add(new Thing(Kind.INDICATOR, indicator.code(), indicator.labels(), null, null)));
        snapshot.datasets()
                .values()
                .forEach(dataset -> things.add(new Thing(
                        Kind.DATASET,
                        dataset.code(),
                        dataset.dataset().title(),
                        null,
                        dataset.dataset().town())));
        snapshot.datasets().values().stream()
                .flatMap(dataset -> dataset.definitions().places().stream())
                .forEach(place -> things.add(new Thing(Kind.PLACE, place.code(), place.names(), null, place.within())));
        return things;
    }
}
