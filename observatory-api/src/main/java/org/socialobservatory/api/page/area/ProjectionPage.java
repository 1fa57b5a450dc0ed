package org.socialobservatory.api.page.area;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.page.Figure;
import org.socialobservatory.api.page.Named;
import org.socialobservatory.api.page.OutlineMap;
import org.socialobservatory.api.page.Page;
import org.socialobservatory.api.page.Provenance;
import org.socialobservatory.api.page.area.AreaPage.Row;
import org.socialobservatory.api.page.sentence.Sentence;

/**
 * An area before a meeting of those who live there: one thing on each screen.
 *
 * @param level what kind of area it is, in words
 * @param against the area beside which the figures are set, if there is one with figures
 * @param map the area in its town
 * @param figures the key figures, one on each screen
 * @param sentences what stands out
 * @param unclear what is not known, in a sentence; null where there are no figures
 * @param unknown the figures that cannot be read, and why
 * @param more how many more of those there are
 * @param voices what residents said of figures in earlier meetings, the newest first
 * @param attendance the fields in which those who came are counted
 * @param editions those to which the page is tied, as its address says them
 * @param records whether what the room says can be kept: not before figures that are not published
 */
public record ProjectionPage(
        String code,
        String name,
        String level,
        @Nullable Named against,
        @Nullable OutlineMap map,
        List<Shown> figures,
        List<Sentence> sentences,
        @Nullable Sentence unclear,
        List<Unknown> unknown,
        int more,
        List<Voice> voices,
        Attendance attendance,
        String editions,
        boolean records,
        Provenance provenance)
        implements Page {

    /**
     * A figure on its screen.
     *
     * @param path of the observation, by which the room's word on it is kept
     * @param theme code of the theme
     * @param themeName the same in words
     * @param source title of the dataset
     */
    public record Shown(String path, @Nullable String theme, String themeName, Row row, String source) {

        public Figure figure() {
            return java.util.Objects.requireNonNull(row.figure());
        }

        public String label() {
            return row.family() == null ? row.label() : row.family() + ", " + row.label();
        }
    }

    /** A figure that cannot be read. */
    public record Unknown(
            String label, String text, @Nullable String interval) {}

    /**
     * A note of an earlier meeting.
     *
     * @param date in words
     * @param figure what it is about, in words
     * @param verdict the code of what the room said
     * @param language in which the note is written
     * @param answer of the town, in the same language
     */
    public record Voice(
            String meeting,
            String date,
            String figure,
            String verdict,
            String language,
            String note,
            @Nullable String answer) {}

    /** Who came, by sex and age band. */
    public record Attendance(List<Named> sexes, List<Named> ages) {}
}
