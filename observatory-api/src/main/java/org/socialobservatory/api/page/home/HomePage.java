package org.socialobservatory.api.page.home;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.page.Named;
import org.socialobservatory.api.page.OutlineMap;
import org.socialobservatory.api.page.Page;
import org.socialobservatory.api.page.Provenance;
import org.socialobservatory.api.page.meeting.MeetingLine;

/**
 * Where a reader begins.
 *
 * @param query what was looked for, empty where nothing was
 * @param found what bears such a name
 * @param towns each with its quarters
 * @param sentences what the figures say, one sentence each
 * @param editions the newest ones
 * @param meetings the newest ones
 */
public record HomePage(
        String query,
        List<Hit> found,
        List<Town> towns,
        List<Sentence> sentences,
        List<NewEdition> editions,
        List<MeetingLine> meetings,
        Provenance provenance)
        implements Page {

    /**
     * Something that was found.
     *
     * @param path of its page
     * @param kind what it is, in words
     */
    public record Hit(String path, String name, String kind) {}

    /**
     * A town and its quarters.
     *
     * @param map its quarters as far as they have outlines
     */
    public record Town(String code, String name, @Nullable OutlineMap map, List<Named> quarters) {}

    /**
     * How far the figures of a town's quarters lie apart.
     *
     * @param lowest quarter with the lowest figure
     */
    public record Sentence(
            String indicator,
            String label,
            @Nullable String universe,
            String period,
            Named lowest,
            String low,
            Named highest,
            String high,
            Named town) {}

    /** An edition that came out lately. */
    public record NewEdition(String dataset, String title, int number, String publishedOn, String reason) {}
}
