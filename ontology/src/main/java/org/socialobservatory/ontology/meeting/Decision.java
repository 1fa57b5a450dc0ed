package org.socialobservatory.ontology.meeting;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ontology.Codes;
import org.socialobservatory.ontology.Term;

/**
 * What a meeting decided, and what became of it.
 *
 * @param code of the decision within its meeting
 * @param text in the language of the meeting
 * @param votes for it; null where nobody counted
 * @param responsible who sees to it, in words
 * @param due until when
 * @param done since when it is done; null while it is not
 * @param cites {@link FigurePath}s of the figures on which it rests
 * @param properties further columns of the table, as text
 */
@Term("obs:Decision")
public record Decision(
        String code,
        String text,
        @Nullable Integer votes,
        @Nullable String responsible,
        @Nullable LocalDate due,
        @Nullable LocalDate done,
        List<String> cites,
        Map<String, String> properties) {

    public Decision {
        Codes.require(code);
        text = Meeting.text(text);
        if (votes != null) {
            Meeting.counted(votes);
        }
        responsible = Meeting.optionalText(responsible);
        cites = Meeting.listed(cites).stream()
                .map(FigurePath::require)
                .distinct()
                .toList();
        properties = Meeting.sorted(properties);
    }

    public Decision(
            String code,
            String text,
            @Nullable Integer votes,
            @Nullable String responsible,
            @Nullable LocalDate due,
            @Nullable LocalDate done,
            List<String> cites) {
        this(code, text, votes, responsible, due, done, cites, Map.of());
    }
}
