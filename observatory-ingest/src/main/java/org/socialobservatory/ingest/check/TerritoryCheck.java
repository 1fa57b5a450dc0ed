package org.socialobservatory.ingest.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.socialobservatory.ingest.check.CoverageCheck.Outlined;
import org.socialobservatory.ingest.mapping.AreaStatement;
import org.socialobservatory.ingest.mapping.ChangeStatement;
import org.socialobservatory.ingest.mapping.RowFindings;
import org.socialobservatory.ingest.source.Findings;
import org.socialobservatory.ingest.source.Spelling;
import org.socialobservatory.ontology.Multilingual;
import org.socialobservatory.ontology.area.Area;
import org.socialobservatory.ontology.area.AreaVersion;
import org.socialobservatory.ontology.area.TerritorialChange;
import org.socialobservatory.ontology.area.Territory;
import org.socialobservatory.ontology.finding.Finding.Place;
import org.socialobservatory.ontology.finding.FindingRule;

/**
 * Makes areas of what the rows of a package say of them. The first statement of an area stands, later ones complete it;
 * a new version needs a later beginning and a change that explains it.
 */
public final class TerritoryCheck {

    private static final Comparator<AreaVersion> BY_AREA_AND_BEGINNING = Comparator.comparing(AreaVersion::area)
            .thenComparing(AreaVersion::validFrom, Comparator.nullsFirst(Comparator.naturalOrder()));

    private final Territory published;
    private final List<String> levels;
    private final Findings findings;
    private final List<TerritorialChange> changes = new ArrayList<>();
    private final VersionCheck versions;
    private final Map<String, Draft> drafts = new LinkedHashMap<>();

    /**
     * @param levels those that have a name; empty where nobody knows
     */
    public TerritoryCheck(Territory published, Collection<String> levels, Findings findings) {
        this.published = published;
        this.levels = List.copyOf(levels);
        this.findings = findings;
        this.versions = new VersionCheck(published, changes);
    }

    /** What is known of an area so far. */
    private static final class Draft {
        private final AreaStatement first;
        private @Nullable String level;
        private @Nullable String within;
        private Multilingual names;
        private final Map<@Nullable LocalDate, AreaVersion> versions = new LinkedHashMap<>();

        Draft(AreaStatement first) {
            this.first = first;
            this.level = first.level();
            this.within = first.within();
            this.names = first.names();
        }
    }

    /** The areas of a package, in order of code. */
    public record Stated(List<Area> areas, List<AreaVersion> versions, List<TerritorialChange> changes) {}

    /** Takes the changes of a resource; all of them come before the first area. */
    public void changes(List<ChangeStatement> statements, RowFindings rows) {
        for (ChangeStatement statement : statements) {
            if (changes.contains(statement.change())) {
                rows.repeat(Objects.requireNonNull(statement.place().row()));
            } else {
                changes.add(statement.change());
            }
        }
    }

    /** Takes the areas of a resource. */
    public void areas(List<AreaStatement> statements, RowFindings rows) {
        var seen = new TreeMap<String, AreaStatement>();
        for (AreaStatement statement : statements) {
            var key = statement.code() + " " + statement.validFrom();
            var earlier = seen.putIfAbsent(key, statement);
            if (earlier == null) {
                take(statement);
            } else if (same(earlier, statement)) {
                rows.repeat(Objects.requireNonNull(statement.place().row()));
            } else {
                rows.add(
                        FindingRule.CODE_REPEATED,
                        Objects.requireNonNull(statement.place().row()),
                        null,
                        statement.code(),
                        statement.code(),
                        String.valueOf(earlier.place().row()));
            }
        }
    }

    private static boolean same(AreaStatement first, AreaStatement second) {
        return Objects.equals(first.level(), second.level())
                && Objects.equals(first.within(), second.within())
                && first.names().equals(second.names())
                && Objects.equals(first.validTo(), second.validTo())
                && VersionCheck.sameOutline(first.outline(), second.outline());
    }

    private void take(AreaStatement statement) {
        var draft = drafts.get(statement.code());
        if (draft == null) {
            draft = new Draft(statement);
            drafts.put(statement.code(), draft);
        } else {
            complete(draft, statement);
        }
        var known = published.area(statement.code());
        known.ifPresent(area -> differs(statement, area.level(), area.within()));
        if (known.isEmpty()) {
            differs(statement, draft.level, draft.within);
        }
        versions.take(statement, draft.versions, findings);
    }

    private static void complete(Draft draft, AreaStatement statement) {
        draft.level = draft.level == null ? statement.level() : draft.level;
        draft.within = draft.within == null ? statement.within() : draft.within;
        draft.names = draft.names.completedBy(statement.names());
    }

    /** The first statement stands; another one is no error, for cells attach by code. */
    private void differs(AreaStatement statement, @Nullable String level, @Nullable String within) {
        boolean otherLevel = statement.level() != null && !statement.level().equals(level);
        boolean otherParent = statement.within() != null && !statement.within().equals(within);
        if ((otherLevel || otherParent) && !versions.isExplained(statement.code(), statement.validFrom())) {
            findings.add(
                    FindingRule.AREA_DIFFERS,
                    statement.place(),
                    statement.code(),
                    statement.code(),
                    shown(level, within),
                    shown(
                            statement.level() == null ? level : statement.level(),
                            statement.within() == null ? within : statement.within()));
        }
    }

    private static String shown(@Nullable String level, @Nullable String within) {
        return (level == null ? "—" : level) + " < " + (within == null ? "—" : within);
    }

    /** What the package states, once all its resources are taken. */
    public Stated stated() {
        var areas = new ArrayList<Area>();
        var versions = new ArrayList<AreaVersion>();
        drafts.forEach((code, draft) -> {
            parent(code, draft);
            areas.add(new Area(code, level(code, draft), draft.within, draft.names));
            versions.addAll(draft.versions.values());
        });
        for (TerritorialChange change : changes) {
            known(change.from());
            known(change.to());
        }
        areas.sort(Comparator.comparing(Area::code));
        levels(areas);
        versions.sort(BY_AREA_AND_BEGINNING);
        var sorted = changes.stream()
                .sorted(Comparator.comparing(TerritorialChange::date)
                        .thenComparing(TerritorialChange::from)
                        .thenComparing(TerritorialChange::to))
                .toList();
        coverage(areas, versions);
        return new Stated(areas, versions, sorted);
    }

    private String level(String code, Draft draft) {
        var level = draft.level == null ? published.area(code).map(Area::level).orElse(null) : draft.level;
        if (level == null) {
            findings.add(FindingRule.LEVEL_MISSING, draft.first.place(), code, code);
            // It stays known, so that its cells are not all found wanting as well.
            return levels.isEmpty() ? "area" : levels.getLast();
        }
        return level;
    }

    private void levels(List<Area> areas) {
        var unnamed = new TreeSet<String>();
        areas.forEach(area -> unnamed.add(area.level()));
        levels.forEach(unnamed::remove);
        if (!levels.isEmpty()) {
            unnamed.forEach(level -> findings.add(
                    FindingRule.LEVEL_UNKNOWN, Place.PACKAGE, level, level, Spelling.nearestText(level, levels)));
        }
    }

    private void known(String code) {
        if (!drafts.containsKey(code) && !published.contains(code)) {
            findings.add(FindingRule.AREA_UNKNOWN, Place.PACKAGE, code, code, Spelling.nearestText(code, codes()));
        }
    }

    private List<String> codes() {
        var codes = new ArrayList<>(drafts.keySet());
        published.areas().forEach(area -> codes.add(area.code()));
        return codes;
    }

    private void parent(String code, Draft draft) {
        var parent = draft.within;
        if (parent != null && !drafts.containsKey(parent) && !published.contains(parent)) {
            findings.add(
                    FindingRule.PARENT_UNKNOWN,
                    draft.first.place(),
                    parent,
                    code,
                    parent,
                    Spelling.nearestText(parent, codes()));
            return;
        }
        var seen = new HashSet<String>();
        for (var step = code; step != null; step = above(step)) {
            if (!seen.add(step)) {
                findings.add(FindingRule.AREA_CYCLE, draft.first.place(), code, code);
                return;
            }
        }
    }

    /** The parent as it will stand: what is published was there first. */
    private @Nullable String above(String code) {
        var known = published.area(code);
        if (known.isPresent()) {
            return known.get().within();
        }
        var draft = drafts.get(code);
        return draft == null ? null : draft.within;
    }

    private void coverage(List<Area> areas, List<AreaVersion> versions) {
        var newest = new TreeMap<String, Geometry>();
        for (AreaVersion version : versions) {
            if (version.outline() != null) {
                newest.put(version.area(), version.outline());
            }
        }
        var outlined = new ArrayList<Outlined>();
        var without = new TreeMap<String, List<String>>();
        var wholes = new TreeMap<>(newest);
        for (Area area : areas) {
            var outline = newest.get(area.code());
            if (outline != null) {
                outlined.add(new Outlined(area, outline));
            } else if (published.outlined(area.code()).isEmpty()) {
                without.computeIfAbsent(area.level(), _ -> new ArrayList<>()).add(area.code());
                if (area.within() != null) {
                    wholes.remove(area.within());
                }
            }
        }
        without.forEach((level, codes) -> findings.add(
                FindingRule.AREA_WITHOUT_OUTLINE,
                Place.PACKAGE,
                null,
                String.valueOf(codes.size()),
                level,
                String.join(", ", codes.subList(0, Math.min(3, codes.size())))));
        new CoverageCheck(findings).check(outlined, wholes);
        apart(outlined);
    }

    /** An outline that does not even touch that of its parent has its coordinates exchanged or in another system. */
    private void apart(List<Outlined> outlined) {
        var stated = new TreeMap<String, Geometry>();
        outlined.forEach(one -> stated.put(one.area().code(), one.outline()));
        for (Outlined one : outlined) {
            var code = one.area().code();
            var parent = above(code);
            var around = parent == null
                    ? null
                    : published.outlined(parent).map(AreaVersion::outline).orElse(stated.get(parent));
            if (around != null && !around.intersects(one.outline())) {
                findings.add(
                        FindingRule.OUTLINE_APART,
                        Objects.requireNonNull(drafts.get(code)).first.place(),
                        code,
                        code,
                        String.valueOf(parent));
            }
        }
    }
}
