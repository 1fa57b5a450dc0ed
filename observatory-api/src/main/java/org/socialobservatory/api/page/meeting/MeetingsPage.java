package org.socialobservatory.api.page.meeting;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.page.Listing;
import org.socialobservatory.api.page.Named;
import org.socialobservatory.api.page.Provenance;
import org.socialobservatory.api.snapshot.meeting.Held;
import org.socialobservatory.ontology.Language;
import org.socialobservatory.ontology.meeting.Meeting;
import org.socialobservatory.ontology.meeting.Verdict;

/**
 * The meetings, the newest first.
 *
 * @param area to which the list is narrowed; null for all
 * @param rows of the table, one for each
 */
public record MeetingsPage(
        @Nullable Named area, List<MeetingLine> meetings, List<List<@Nullable String>> rows, Provenance provenance)
        implements Listing {

    @Override
    public List<String> columns() {
        return List.of(
                "code",
                "name_fr",
                "name_ar",
                "name_en",
                "area",
                "date",
                "language",
                "place",
                "persons",
                "figures",
                "confirmed",
                "contested",
                "completed",
                "priorities",
                "decisions",
                "done",
                "fictitious",
                "dataset",
                "edition",
                "iri");
    }

    /** A meeting as a row of the table. */
    static List<@Nullable String> row(Held held, String iri) {
        var meeting = held.meeting();
        return Stream.<@Nullable String>of(
                        meeting.code(),
                        name(meeting, Language.FR),
                        name(meeting, Language.AR),
                        name(meeting, Language.EN),
                        meeting.area(),
                        meeting.date().toString(),
                        meeting.language().tag(),
                        meeting.place(),
                        meeting.attendance().isEmpty() ? null : String.valueOf(meeting.persons()),
                        String.valueOf(meeting.figures().size()),
                        count(meeting, Verdict.CONFIRMED),
                        count(meeting, Verdict.CONTESTED),
                        count(meeting, Verdict.COMPLETED),
                        String.valueOf(meeting.priorities().size()),
                        String.valueOf(meeting.decisions().size()),
                        String.valueOf(meeting.decisions().stream()
                                .filter(decision -> decision.done() != null)
                                .count()),
                        String.valueOf(held.fictitious()),
                        held.edition().dataset(),
                        String.valueOf(held.edition().number()),
                        iri)
                .toList();
    }

    private static @Nullable String name(Meeting meeting, Language language) {
        return meeting.name().exactly(language).orElse(null);
    }

    private static String count(Meeting meeting, Verdict verdict) {
        return String.valueOf(meeting.figures().stream()
                .filter(figure -> figure.verdict() == verdict)
                .count());
    }
}
