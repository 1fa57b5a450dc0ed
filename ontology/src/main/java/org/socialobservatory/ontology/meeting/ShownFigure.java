package org.socialobservatory.ontology.meeting;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ontology.Term;

/**
 * A figure that a meeting was shown, with what the room said of it.
 *
 * @param path {@link FigurePath} in its text form
 * @param edition of the dataset that was on the screen
 * @param note of the room, in the language of the meeting
 * @param answer of the town to the note
 * @param properties further columns of the table, as text
 */
@Term("dqv:UserQualityFeedback")
public record ShownFigure(
        String path,
        int edition,
        Verdict verdict,
        @Nullable String note,
        @Nullable String answer,
        Map<String, String> properties) {

    public ShownFigure {
        path = FigurePath.require(path);
        if (edition < 1) {
            throw new IllegalArgumentException("Editions are numbered from 1: " + edition);
        }
        note = Meeting.optionalText(note);
        answer = Meeting.optionalText(answer);
        properties = Meeting.sorted(properties);
    }

    public ShownFigure(String path, int edition, Verdict verdict, @Nullable String note, @Nullable String answer) {
        this(path, edition, verdict, note, answer, Map.of());
    }

    public FigurePath figure() {
        return FigurePath.parse(path).orElseThrow();
    }
}
