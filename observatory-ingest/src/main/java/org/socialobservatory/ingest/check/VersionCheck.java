package org.socialobservatory.ingest.check;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.socialobservatory.ingest.mapping.AreaStatement;
import org.socialobservatory.ingest.source.Findings;
import org.socialobservatory.ontology.area.AreaVersion;
import org.socialobservatory.ontology.area.TerritorialChange;
import org.socialobservatory.ontology.area.Territory;
import org.socialobservatory.ontology.finding.FindingRule;

/**
 * Makes dated versions of an area of what rows say of it. A later row completes the version that is there; a new one
 * begins later than those before it, and a change explains it.
 */
final class VersionCheck {

    private final Territory published;
    private final List<TerritorialChange> changes;

    /** @param changes of the package; still growing while it is read */
    VersionCheck(Territory published, List<TerritorialChange> changes) {
        this.published = published;
        this.changes = changes;
    }

    /** Takes what a row says into the versions of its area, by their beginning. */
    void take(AreaStatement statement, Map<@Nullable LocalDate, AreaVersion> versions, Findings findings) {
        var code = statement.code();
        var from = beginning(statement, versions);
        var to = statement.validTo();
        if (from != null && to != null && to.isBefore(from)) {
            findings.add(FindingRule.VALIDITY_REVERSED, statement.place(), code, code, from + " – " + to);
            return;
        }
        if (from != null && !versions.containsKey(from)) {
            begin(statement, from, versions, findings);
        }
        var outline = Optional.ofNullable(statement.outline())
                .flatMap(raw -> Outlines.outline(raw, code, statement.place(), findings))
                .orElse(null);
        var known = versions.get(from);
        var stands = known == null ? published(code, from) : Optional.of(known);
        if (outline != null && stands.filter(one -> isOther(one, outline)).isPresent()) {
            findings.add(FindingRule.OUTLINE_TWICE, statement.place(), code, code);
        }
        versions.put(
                from,
                known == null
                        ? new AreaVersion(code, from, to, outline, outline != null && statement.drawn())
                        : completed(known, to, outline, statement));
    }

    /** Where a row does not say since when, it speaks of the version that is there. */
    private @Nullable LocalDate beginning(AreaStatement statement, Map<@Nullable LocalDate, AreaVersion> versions) {
        if (statement.validFrom() != null) {
            return statement.validFrom();
        }
        if (versions.size() == 1) {
            return versions.keySet().iterator().next();
        }
        var known = published.versions(statement.code());
        return known.isEmpty() ? null : known.getLast().validFrom();
    }

    private void begin(
            AreaStatement statement,
            LocalDate from,
            Map<@Nullable LocalDate, AreaVersion> versions,
            Findings findings) {
        var code = statement.code();
        if (published(code, from).isPresent()) {
            return;
        }
        var latest = latest(code, versions);
        if (latest == null || latest.validFrom() == null) {
            return;
        }
        var begun = latest.validFrom();
        if (!from.isAfter(begun)) {
            findings.add(
                    FindingRule.VERSION_NOT_LATER, statement.place(), code, code, from.toString(), begun.toString());
        } else if (!isExplained(code, from)) {
            findings.add(FindingRule.VERSION_UNEXPLAINED, statement.place(), code, code, from.toString());
        } else if (latest.validTo() != null && latest.validTo().isAfter(from)) {
            findings.add(
                    FindingRule.VALIDITY_OVERLAPS,
                    statement.place(),
                    code,
                    code,
                    begun.toString(),
                    latest.validTo().toString(),
                    from.toString());
        }
    }

    private @Nullable AreaVersion latest(String code, Map<@Nullable LocalDate, AreaVersion> versions) {
        AreaVersion latest = null;
        for (AreaVersion version : published.versions(code)) {
            latest = version.validFrom() == null ? latest : version;
        }
        for (AreaVersion version : versions.values()) {
            boolean later = version.validFrom() != null
                    && (latest == null
                            || latest.validFrom() == null
                            || !version.validFrom().isBefore(latest.validFrom()));
            latest = later ? version : latest;
        }
        return latest;
    }

    /** Whether a change of that day speaks of the area. */
    boolean isExplained(String area, @Nullable LocalDate day) {
        return changes.stream()
                .anyMatch(change -> (change.to().equals(area) || change.from().equals(area))
                        && change.date().equals(day));
    }

    private Optional<AreaVersion> published(String code, @Nullable LocalDate from) {
        return published.versions(code).stream()
                .filter(version -> Objects.equals(version.validFrom(), from))
                .findFirst();
    }

    /** Whether a version has an outline that stands, and it is another one. A mere drawing gives way. */
    private static boolean isOther(AreaVersion version, Geometry outline) {
        return version.outline() != null && !version.drawn() && !sameOutline(outline, version.outline());
    }

    private static AreaVersion completed(
            AreaVersion known, @Nullable LocalDate to, @Nullable Geometry outline, AreaStatement statement) {
        var last = known.validTo() == null ? to : known.validTo();
        boolean stands = outline == null || (known.outline() != null && !known.drawn());
        return stands || sameOutline(outline, known.outline())
                ? new AreaVersion(known.area(), known.validFrom(), last, known.outline(), known.drawn())
                : new AreaVersion(known.area(), known.validFrom(), last, outline, statement.drawn());
    }

    static boolean sameOutline(@Nullable Geometry first, @Nullable Geometry second) {
        if (first == null || second == null) {
            return first == null && second == null;
        }
        return first.equalsExact(second);
    }
}
