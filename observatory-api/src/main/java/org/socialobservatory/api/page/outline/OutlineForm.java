package org.socialobservatory.api.page.outline;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.http.Parameters;
import org.socialobservatory.api.page.Towns;
import org.socialobservatory.api.problem.ApiProblem.BadParameter;
import org.socialobservatory.api.problem.ProblemRule;
import org.socialobservatory.api.snapshot.Snapshot;
import org.socialobservatory.ingest.describe.Slug;
import org.socialobservatory.ontology.Codes;
import org.socialobservatory.ontology.Language;
import org.socialobservatory.ontology.Multilingual;
import org.socialobservatory.ontology.area.Area;
import org.socialobservatory.ontology.area.AreaVersion;
import org.socialobservatory.ontology.cube.Dataset.Publisher;

/** What the form beside a drawing says: whose outline it is, since when, why, and who publishes it. */
final class OutlineForm {

    /** Its fields; {@code area} for an area that stands, the others before {@code outline} for a new one. */
    static final List<String> FIELDS = List.of(
            "area",
            "code",
            "name-fr",
            "name-ar",
            "name-en",
            "level",
            "within",
            OutlineText.NAME,
            "tolerance",
            "validFrom",
            "surveyed",
            "reason",
            "publisher",
            "license");

    static final List<String> LICENSES = List.of("CC-BY-4.0", "CC0-1.0", "ODbL-1.0", "other-open");

    /** Longer than any name or reason. */
    private static final int LONGEST = 500;

    private final Parameters form;
    private final Snapshot snapshot;
    private final DrawnArea drawn;

    OutlineForm(Parameters form, Snapshot snapshot) {
        this.form = form;
        this.snapshot = snapshot;
        this.drawn = DrawnArea.of(form, snapshot);
    }

    DrawnArea drawn() {
        return drawn;
    }

    OutlinePackage inPackage(Function<Area, String> naming) {
        var area = drawn.known() == null ? fresh() : drawn.known();
        var standing = standing(snapshot, area.code());
        boolean correction = drawn.known() != null && standing != null && standing.outline() != null;
        return new OutlinePackage(
                area,
                town(area),
                drawn.snapped(snapshot, naming).outline(),
                drawn.known() != null && !correction ? null : validFrom(standing),
                correction,
                form.choice("surveyed", List.of("yes")).isPresent(),
                text("reason").orElseThrow(() -> missing("reason")),
                publisher(),
                form.choice("license", LICENSES).orElseThrow(() -> missing("license")));
    }

    private Area fresh() {
        var code = form.required("code");
        if (!Codes.valid(code)) {
            throw new BadParameter(
                    ProblemRule.MALFORMED_VALUE, "code", code, List.of("[A-Za-z0-9][A-Za-z0-9._~-]{0,99}"));
        }
        if (snapshot.territory().contains(code)) {
            throw new BadParameter(ProblemRule.AREA_STANDS, "code", code, List.of());
        }
        var names = new EnumMap<Language, String>(Language.class);
        for (Language language : Language.values()) {
            text("name-" + language.tag()).ifPresent(name -> names.put(language, name));
        }
        var named = new Multilingual(names);
        if (named.isEmpty()) {
            throw missing("name-fr");
        }
        return new Area(code, drawn.level(), drawn.within(), named);
    }

    private static BadParameter missing(String name) {
        return new BadParameter(ProblemRule.MISSING_PARAMETER, name, null, List.of());
    }

    private Optional<String> text(String name) {
        return form.one(name).map(text -> {
            if (text.length() > LONGEST) {
                throw new BadParameter(ProblemRule.MALFORMED_VALUE, name, text, List.of());
            }
            return text.strip();
        });
    }

    /** The newest version of an area; null where it is not known. */
    static @Nullable AreaVersion standing(Snapshot snapshot, String area) {
        var versions = snapshot.territory().versions(area);
        return versions.isEmpty() ? null : versions.getLast();
    }

    /** The first day on which a new version can begin; null where any day will do. */
    static @Nullable LocalDate earliest(@Nullable AreaVersion standing) {
        return standing == null || standing.validFrom() == null
                ? null
                : standing.validFrom().plusDays(1);
    }

    /** The day that is offered: today, unless the version that stands begins later. */
    static LocalDate offered(@Nullable AreaVersion standing) {
        var today = LocalDate.now(Clock.systemUTC());
        var earliest = earliest(standing);
        return earliest != null && earliest.isAfter(today) ? earliest : today;
    }

    private LocalDate validFrom(@Nullable AreaVersion standing) {
        var text = form.one("validFrom").orElse(null);
        if (text == null) {
            return offered(standing);
        }
        var earliest = earliest(standing);
        try {
            var day = LocalDate.parse(text);
            if (day.getYear() > 0 && day.getYear() < 10_000 && (earliest == null || !day.isBefore(earliest))) {
                return day;
            }
        } catch (DateTimeException malformed) {
            throw new BadParameter(ProblemRule.MALFORMED_VALUE, "validFrom", text, List.of("2026-01-31"));
        }
        throw new BadParameter(ProblemRule.VERSION_NOT_LATER, "validFrom", text, List.of(earliest + " …"));
    }

    private @Nullable String town(Area area) {
        var towns = Towns.of(snapshot).stream().map(Area::code).toList();
        var above = area.within() == null
                ? Stream.<String>empty()
                : Stream.concat(
                        Stream.of(area.within()),
                        snapshot.territory().ancestors(area.within()).stream().map(Area::code));
        return Stream.concat(Stream.of(area.code()), above)
                .filter(towns::contains)
                .filter(snapshot.territory()::contains)
                .findFirst()
                .orElse(null);
    }

    /** Somebody who publishes here already, by code or name, else a new one. */
    private @Nullable Publisher publisher() {
        var said = text("publisher").orElse(null);
        if (said == null) {
            return null;
        }
        return publishers(snapshot)
                .filter(one -> one.code().equals(said) || one.name().texts().containsValue(said))
                .findFirst()
                .orElseGet(() -> new Publisher(Slug.of(said), Multilingual.of(Language.FR, said)));
    }

    static Stream<Publisher> publishers(Snapshot snapshot) {
        return snapshot.datasets().values().stream()
                .flatMap(dataset -> Stream.ofNullable(dataset.dataset().publisher()))
                .distinct();
    }
}
