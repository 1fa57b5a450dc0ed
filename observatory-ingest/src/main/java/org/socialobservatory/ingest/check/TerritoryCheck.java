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
import java.util.Optional;
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
    private final Map<String, Draft> drafts = new LinkedHashMap<>();

    /**
     * @param levels those that have a name; empty where nobody knows
     */
    public TerritoryCheck(Territory published, Collection<String> levels, Findings findings) {
        this.published = published;
        this.levels = List.copyOf(levels);
        this.findings = findings;
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
    public void changes(List<ChangeStatement> statements) {
        statements.forEach(statement -> changes.add(statement.change()));
    }

    /** Takes the areas of a resource. */
    public void areas(List<AreaStatement> statements, RowFindings rows) {
        var seen = new TreeMap<String, AreaStatement>();
        for (AreaStatement statement : statements) {
            var key = statement.code() + " " + statement.validFrom();
            var earlier = seen.putIfAbsent(key, statement);
            if (earlier == null) {
                take(statement);
            } else if (!same(earlier, statement)) {
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
                && sameOutline(first.outline(), second.outline());
    }

    private static boolean sameOutline(@Nullable Geometry first, @Nullable Geometry second) {
        if (first == null || second == null) {
            return first == null && second == null;
        }
        return first.equalsExact(second);
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
        version(draft, statement);
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
        boolean explained =
                changes.stream().anyMatch(change -> explains(change, statement.code(), statement.validFrom()));
        if ((otherLevel || otherParent) && !explained) {
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

    private static boolean explains(TerritorialChange change, String area, @Nullable LocalDate date) {
        return (change.to().equals(area) || change.from().equals(area))
                && change.date().equals(date);
    }

    private static String shown(@Nullable String level, @Nullable String within) {
        return (level == null ? "—" : level) + " < " + (within == null ? "—" : within);
    }

    private void version(Draft draft, AreaStatement statement) {
        var code = statement.code();
        var from = beginning(draft, statement);
        var to = statement.validTo();
        if (from != null && to != null && to.isBefore(from)) {
            findings.add(FindingRule.VALIDITY_REVERSED, statement.place(), code, code, from + " – " + to);
            return;
        }
        if (from != null && !draft.versions.containsKey(from)) {
            newVersion(draft, statement, from);
        }
        var outline = Optional.ofNullable(statement.outline())
                .flatMap(raw -> Outlines.outline(raw, code, statement.place(), findings))
                .orElse(null);
        var known = draft.versions.get(from);
        if (known == null) {
            draft.versions.put(from, new AreaVersion(code, from, to, outline, outline != null && statement.drawn()));
        } else {
            draft.versions.put(from, completed(known, to, outline, statement));
        }
    }

    private AreaVersion completed(
            AreaVersion known, @Nullable LocalDate to, @Nullable Geometry outline, AreaStatement statement) {
        var last = known.validTo() == null ? to : known.validTo();
        if (outline == null || sameOutline(outline, known.outline())) {
            return new AreaVersion(known.area(), known.validFrom(), last, known.outline(), known.drawn());
        }
        if (known.outline() != null && !known.drawn()) {
            findings.add(FindingRule.OUTLINE_TWICE, statement.place(), statement.code(), statement.code());
            return new AreaVersion(known.area(), known.validFrom(), last, known.outline(), known.drawn());
        }
        return new AreaVersion(known.area(), known.validFrom(), last, outline, statement.drawn());
    }

    /** Where a row does not say since when, it speaks of the version that is there. */
    private @Nullable LocalDate beginning(Draft draft, AreaStatement statement) {
        if (statement.validFrom() != null) {
            return statement.validFrom();
        }
        if (draft.versions.size() == 1) {
            return draft.versions.keySet().iterator().next();
        }
        var versions = published.versions(statement.code());
        return versions.isEmpty() ? null : versions.getLast().validFrom();
    }

    private void newVersion(Draft draft, AreaStatement statement, LocalDate from) {
        var code = statement.code();
        LocalDate latest = null;
        for (AreaVersion version : published.versions(code)) {
            if (from.equals(version.validFrom())) {
                return;
            }
            latest = version.validFrom() == null ? latest : version.validFrom();
        }
        for (var other : draft.versions.keySet()) {
            latest = other != null && (latest == null || other.isAfter(latest)) ? other : latest;
        }
        if (latest == null) {
            return;
        }
        if (!from.isAfter(latest)) {
            findings.add(
                    FindingRule.VERSION_NOT_LATER, statement.place(), code, code, from.toString(), latest.toString());
        } else if (changes.stream().noneMatch(change -> explains(change, code, from))) {
            findings.add(FindingRule.VERSION_UNEXPLAINED, statement.place(), code, code, from.toString());
        }
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
                .distinct()
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
        for (Area area : areas) {
            var outline = newest.get(area.code());
            if (outline != null) {
                outlined.add(new Outlined(area, outline));
            } else if (published.outlined(area.code()).isEmpty()) {
                without.computeIfAbsent(area.level(), _ -> new ArrayList<>()).add(area.code());
            }
        }
        without.forEach((level, codes) -> findings.add(
                FindingRule.AREA_WITHOUT_OUTLINE,
                Place.PACKAGE,
                null,
                String.valueOf(codes.size()),
                level,
                String.join(", ", codes.subList(0, Math.min(3, codes.size())))));
        new CoverageCheck(findings).check(outlined);
    }
}
