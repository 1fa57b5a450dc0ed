package org.socialobservatory.ontology.area;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ontology.period.Period;

/**
 * The areas of an installation, as the packages stated them one after the other. The first statement of an area decides
 * its level and parent; later ones may add names, outlines and dated versions.
 */
public final class Territory {

    private static final Territory EMPTY = new Builder().build();

    private final Map<String, Area> areas;
    private final Map<String, List<AreaVersion>> versions;
    private final Map<String, List<Area>> children;
    private final List<TerritorialChange> changes;

    private Territory(
            Map<String, Area> areas,
            Map<String, List<AreaVersion>> versions,
            Map<String, List<Area>> children,
            List<TerritorialChange> changes) {
        this.areas = areas;
        this.versions = versions;
        this.children = children;
        this.changes = changes;
    }

    public static Territory empty() {
        return EMPTY;
    }

    /** All areas in order of code. */
    public Collection<Area> areas() {
        return areas.values();
    }

    public Optional<Area> area(String code) {
        return Optional.ofNullable(areas.get(code));
    }

    public boolean contains(String code) {
        return areas.containsKey(code);
    }

    public List<TerritorialChange> changes() {
        return changes;
    }

    /** The versions of an area from the oldest to the newest; at least one for each area that exists. */
    public List<AreaVersion> versions(String area) {
        return versions.getOrDefault(area, List.of());
    }

    /** The newest version of an area that has an outline. */
    public Optional<AreaVersion> outlined(String area) {
        return versions(area).reversed().stream()
                .filter(version -> version.outline() != null)
                .findFirst();
    }

    /** The version of an area in which the figures of a period are counted: the last that had begun when it ended. */
    public Optional<AreaVersion> versionAt(String area, Period period) {
        var all = versions(area);
        AreaVersion found = null;
        for (AreaVersion version : all) {
            if (version.validFrom() == null || !version.validFrom().isAfter(period.last())) {
                found = version;
            }
        }
        return Optional.ofNullable(found == null && !all.isEmpty() ? all.getFirst() : found);
    }

    /** The areas directly within an area, in order of code. */
    public List<Area> children(String area) {
        return children.getOrDefault(area, List.of());
    }

    /** The areas without an area above, in order of code. */
    public List<Area> roots() {
        return areas.values().stream()
                .filter(area -> area.within() == null || !areas.containsKey(area.within()))
                .toList();
    }

    /** All areas below an area, itself left out, breadth first. */
    public List<Area> descendants(String area) {
        var found = new ArrayList<Area>();
        var queue = new ArrayDeque<>(children(area));
        while (!queue.isEmpty()) {
            var next = queue.remove();
            found.add(next);
            queue.addAll(children(next.code()));
        }
        return found;
    }

    /** The areas above an area, from its parent to the root. */
    public List<Area> ancestors(String area) {
        var found = new ArrayList<Area>();
        var parent = parent(area);
        while (parent.isPresent()) {
            found.add(parent.get());
            parent = parent(parent.get().code());
        }
        return found;
    }

    public Optional<Area> parent(String area) {
        return area(area).map(Area::within).flatMap(this::area);
    }

    /** The levels that occur, in the order of the number of areas above them, then by code. */
    public List<String> levels() {
        var depth = new TreeMap<String, Integer>();
        areas.values()
                .forEach(
                        area -> depth.merge(area.level(), ancestors(area.code()).size(), Math::max));
        return depth.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** This territory with only some of its areas. */
    public Territory restrictedTo(Set<String> codes) {
        var builder = new Builder();
        areas.values().stream().filter(area -> codes.contains(area.code())).forEach(builder::state);
        versions.values().forEach(list -> list.forEach(builder::state));
        changes.forEach(builder::state);
        return builder.build();
    }

    /** This territory with further statements after those that it has. */
    public Builder extended() {
        var builder = new Builder();
        areas.values().forEach(builder::state);
        versions.values().forEach(list -> list.forEach(builder::state));
        changes.forEach(builder::state);
        return builder;
    }

    /** Takes statements in the order of their publication. */
    public static final class Builder {

        private static final Comparator<AreaVersion> BY_BEGINNING =
                Comparator.comparing(AreaVersion::validFrom, Comparator.nullsFirst(Comparator.naturalOrder()));

        /** In order of their first statement. */
        private final Map<String, Area> areas = new LinkedHashMap<>();

        private final Map<String, Map<@Nullable LocalDate, AreaVersion>> versions = new LinkedHashMap<>();
        private final List<TerritorialChange> changes = new ArrayList<>();

        /** Adds an area; of one that is known only the names that it lacks are taken. */
        public Builder state(Area area) {
            areas.merge(
                    area.code(),
                    area,
                    (first, later) -> new Area(
                            first.code(),
                            first.level(),
                            first.within(),
                            first.names().completedBy(later.names())));
            return this;
        }

        /**
         * Adds a version; of one that is known the outline is taken where it lacks one, and where it has only a drawing
         * and this is a survey.
         */
        public Builder state(AreaVersion version) {
            versions.computeIfAbsent(version.area(), _ -> new LinkedHashMap<>())
                    .merge(version.validFrom(), version, Builder::completed);
            return this;
        }

        private static AreaVersion completed(AreaVersion first, AreaVersion later) {
            boolean better = later.outline() != null && (first.outline() == null || (first.drawn() && !later.drawn()));
            var outlined = better ? later : first;
            return new AreaVersion(
                    first.area(),
                    first.validFrom(),
                    first.validTo() == null ? later.validTo() : first.validTo(),
                    outlined.outline(),
                    outlined.drawn());
        }

        public Builder state(TerritorialChange change) {
            if (!changes.contains(change)) {
                changes.add(change);
            }
            return this;
        }

        public Territory build() {
            var dated = new TreeMap<String, List<AreaVersion>>();
            versions.forEach((area, byDate) -> {
                if (areas.containsKey(area)) {
                    dated.put(
                            area, byDate.values().stream().sorted(BY_BEGINNING).toList());
                }
            });
            var standing = withoutCycles();
            var below = new TreeMap<String, List<Area>>();
            for (Area area : standing.values()) {
                if (area.within() != null) {
                    below.computeIfAbsent(area.within(), _ -> new ArrayList<>()).add(area);
                }
            }
            below.replaceAll((_, children) -> List.copyOf(children));
            return new Territory(Collections.unmodifiableMap(standing), dated, below, List.copyOf(changes));
        }

        /**
         * The areas in order of code. No package alone states areas that lie within each other, but two together may:
         * then the later area stands without the one above.
         */
        private Map<String, Area> withoutCycles() {
            var standing = new TreeMap<String, Area>();
            for (Area area : areas.values()) {
                var kept = isAbove(area, standing) ? new Area(area.code(), area.level(), null, area.names()) : area;
                standing.put(area.code(), kept);
            }
            return standing;
        }

        /** Whether an area is found again on the way up from its parent. */
        private static boolean isAbove(Area area, Map<String, Area> standing) {
            var above = area.within();
            while (above != null && !above.equals(area.code())) {
                var next = standing.get(above);
                above = next == null ? null : next.within();
            }
            return above != null;
        }
    }
}
