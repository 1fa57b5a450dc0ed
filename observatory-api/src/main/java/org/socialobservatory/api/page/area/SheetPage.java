package org.socialobservatory.api.page.area;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.page.Comparison;
import org.socialobservatory.api.page.Named;
import org.socialobservatory.api.page.OutlineMap;
import org.socialobservatory.api.page.Page;
import org.socialobservatory.api.page.Provenance;
import org.socialobservatory.api.page.area.AreaPage.Theme;
import org.socialobservatory.api.page.meeting.MeetingLine;
import org.socialobservatory.api.page.sentence.Sentence;

/**
 * What is told of an area on paper.
 *
 * @param name in the language of the page
 * @param sides one for each language
 */
public record SheetPage(String code, String name, Paper paper, List<Side> sides, Provenance provenance)
        implements Page {

    /** Sizes of paper (ISO 216). */
    public enum Paper {
        A4,
        A3;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The signs that stand beside figures. */
    public List<Comparison> key() {
        return List.of(Comparison.BETTER, Comparison.WORSE, Comparison.UNCLEAR, Comparison.UNKNOWN);
    }

    /**
     * The sheet in one language.
     *
     * @param language its tag
     * @param level what kind of area it is, in words
     * @param against the area beside which the figures are set
     * @param figures the few for which there is room, by theme
     * @param signs how all figures stand, by theme, in two columns of about the same length
     * @param decided what was decided last, as much as there is room for; null where nothing was
     * @param fictitious titles of the datasets whose figures are invented
     * @param editions from which the figures are
     */
    public record Side(
            String language,
            String direction,
            String name,
            String level,
            @Nullable Named against,
            @Nullable OutlineMap map,
            List<Sentence> sentences,
            List<Theme> figures,
            List<List<Signs>> signs,
            @Nullable MeetingLine decided,
            List<String> fictitious,
            List<EditionMark> editions) {}

    /** How the figures of a theme stand to the area beside. */
    public record Signs(@Nullable String code, String theme, List<Sign> figures) {}

    /** How one figure stands; its place in the row of the matrix. */
    public record Sign(String label, String text, Comparison comparison) {}

    /** An edition, and where a telephone finds it. */
    public record EditionMark(String title, int number, String publishedOn, QrCode code) {}
}
