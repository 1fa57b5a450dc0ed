package org.socialobservatory.api.page.area;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.diagnostic.Diagnostic;
import org.socialobservatory.api.page.Comparison;
import org.socialobservatory.api.page.OutlineMap;
import org.socialobservatory.api.page.Provenance;
import org.socialobservatory.api.page.Provenance.Source;
import org.socialobservatory.api.page.Visit;
import org.socialobservatory.api.page.area.AreaPage.Row;
import org.socialobservatory.api.page.area.AreaPage.Theme;
import org.socialobservatory.api.page.area.SheetPage.EditionMark;
import org.socialobservatory.api.page.area.SheetPage.Paper;
import org.socialobservatory.api.page.area.SheetPage.Side;
import org.socialobservatory.api.page.area.SheetPage.Sign;
import org.socialobservatory.api.page.area.SheetPage.Signs;
import org.socialobservatory.api.page.meeting.MeetingLine;
import org.socialobservatory.api.page.sentence.Sentences;
import org.socialobservatory.ontology.area.Area;
import org.socialobservatory.ontology.indicator.Indicator.Direction;

/** Puts an area on paper: the same lines as on its page, as many as there is room for. */
final class Sheet {

    private static final int MOST_FIGURES = 12;

    private static final int MOST_DECISIONS = 2;
    /** In characters: two lines of a sheet. */
    private static final int LONGEST_DECISION = 160;

    private final Visit visit;
    private final Area area;
    private final Paper paper;
    private final Diagnostic diagnostic;

    Sheet(Visit visit, Area area, Paper paper) {
        this.visit = visit;
        this.area = area;
        this.paper = paper;
        this.diagnostic = Diagnostic.of(visit.snapshot(), area, null);
    }

    /** A side for each language. */
    SheetPage in(List<Visit> visits) {
        return new SheetPage(
                area.code(),
                visit.names().area(area.code()),
                paper,
                visits.stream().map(this::side).toList(),
                provenance(visit));
    }

    private Provenance provenance(Visit reader) {
        return reader.provenance(new AreaFigures(reader, diagnostic).datasets());
    }

    private Side side(Visit reader) {
        var names = reader.names();
        var language = reader.wording().language();
        var against = diagnostic.surroundings().reference();
        var themes = new Themes(reader, area, List.of()).of(new AreaFigures(reader, diagnostic).rows());
        return new Side(
                language.tag(),
                language.rightToLeft() ? "rtl" : "ltr",
                names.area(area.code()),
                names.level(area.level()),
                against == null ? null : names.named(against),
                map(reader),
                Sentences.of(reader, diagnostic),
                KeyFigures.of(themes, MOST_FIGURES),
                columns(themes.stream().flatMap(Sheet::signs).toList()),
                decided(reader),
                provenance(reader).fictitious(),
                provenance(reader).sources().stream().map(this::mark).toList());
    }

    private @Nullable MeetingLine decided(Visit reader) {
        var meeting = MeetingLine.decided(reader, area.code());
        return meeting == null ? null : meeting.withDecisions(MOST_DECISIONS, LONGEST_DECISION);
    }

    private EditionMark mark(Source source) {
        var address =
                visit.snapshot().iris().base() + "/datasets/" + source.dataset() + "/editions/" + source.edition();
        return new EditionMark(source.title(), source.edition(), source.publishedOn(), QrCode.of(address));
    }

    private @Nullable OutlineMap map(Visit reader) {
        return place(reader, area);
    }

    /** The area among those of its level, or what lies inside it. */
    static @Nullable OutlineMap place(Visit reader, Area area) {
        var territory = reader.snapshot().territory();
        var around = territory.parent(area.code()).map(parent -> territory.children(parent.code()));
        var map = around.map(areas -> OutlineMap.of(reader, areas, area.code())).orElse(null);
        boolean there = map != null && map.shapes().stream().anyMatch(shape -> shape.current());
        return there ? map : OutlineMap.of(reader, territory.children(area.code()), null);
    }

    private static Stream<Signs> signs(Theme theme) {
        var signs =
                theme.rows().stream().map(Sheet::sign).filter(Objects::nonNull).toList();
        return signs.isEmpty() ? Stream.empty() : Stream.of(new Signs(theme.code(), theme.name(), signs));
    }

    /** Two columns; the first ends with the theme that makes it no shorter than half of all lines. */
    private static List<List<Signs>> columns(List<Signs> themes) {
        int all = themes.stream().mapToInt(Sheet::lines).sum();
        int lines = 0;
        int at = 0;
        while (at < themes.size() && 2 * lines < all) {
            lines += lines(themes.get(at++));
        }
        return List.of(themes.subList(0, at), themes.subList(at, themes.size()));
    }

    /** With two for the heading. */
    private static int lines(Signs theme) {
        return theme.figures().size() + 2;
    }

    /** How a figure stands; null where nobody says which way is better. */
    private static @Nullable Sign sign(Row row) {
        if (row.figure() == null
                || row.indicator().direction() == Direction.NONE
                || row.figure().missing()) {
            return null;
        }
        var label = row.family() == null ? row.label() : row.family() + ", " + row.label();
        if (row.figure().number() == null) {
            return new Sign(
                    label,
                    row.figure().withheld()
                            ? ""
                            : Objects.requireNonNullElse(row.figure().interval(), ""),
                    Comparison.UNKNOWN);
        }
        return row.comparison() == null ? null : new Sign(label, row.figure().text(), row.comparison());
    }
}
