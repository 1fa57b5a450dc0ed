package org.socialobservatory.api.page.questionnaire;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.page.Listing;
import org.socialobservatory.api.page.Provenance;

/**
 * Two questionnaires side by side: which questions ask the same.
 *
 * @param tongues the languages of both; texts by language are in this order
 * @param counts how many questions there are of each verdict
 * @param comparable how many may be compared
 * @param lines one for each question of the first, then those of the second alone
 * @param others questionnaires with which the first can be compared
 */
public record ComparabilityPage(
        InstrumentNames.Named first,
        InstrumentNames.Named second,
        List<Tongue> tongues,
        List<Count> counts,
        int comparable,
        List<Line> lines,
        List<InstrumentNames.Named> others,
        Provenance provenance)
        implements Listing {

    /** How many questions a verdict has. */
    public record Count(String verdict, String name, int questions) {}

    /**
     * A question beside its counterpart.
     *
     * @param verdict of the fingerprints, as a code
     * @param different tags of the languages in which the words differ
     * @param gone labels of the choices that only the first has, for the reader
     * @param come labels of those that only the second has
     */
    public record Line(
            @Nullable Side first,
            @Nullable Side second,
            String verdict,
            String verdictName,
            boolean comparable,
            List<String> different,
            List<String> gone,
            List<String> come,
            @Nullable Decision decision) {}

    /** A question of one of the two. */
    public record Side(String code, String fullName, String type, String typeName, List<String> wordings) {}

    /** What a person decided. */
    public record Decision(boolean comparable, String reason, String by) {}

    @Override
    public List<String> columns() {
        var columns = new ArrayList<>(List.of(
                "first",
                "second",
                "verdict",
                "comparable",
                "decided",
                "reason",
                "by",
                "gone",
                "come",
                "firstType",
                "secondType"));
        tongues.forEach(tongue -> columns.add("first:" + tongue.tag()));
        tongues.forEach(tongue -> columns.add("second:" + tongue.tag()));
        return columns;
    }

    @Override
    public List<List<@Nullable String>> rows() {
        return lines.stream().map(this::row).toList();
    }

    private List<@Nullable String> row(Line line) {
        var row = new ArrayList<@Nullable String>(Arrays.asList(
                line.first == null ? null : line.first.fullName,
                line.second == null ? null : line.second.fullName,
                line.verdict,
                Boolean.toString(line.comparable),
                line.decision == null ? null : Boolean.toString(line.decision.comparable),
                line.decision == null ? null : line.decision.reason,
                line.decision == null ? null : line.decision.by,
                String.join(" | ", line.gone),
                String.join(" | ", line.come),
                line.first == null ? null : line.first.type,
                line.second == null ? null : line.second.type));
        wordings(row, line.first);
        wordings(row, line.second);
        return row;
    }

    private void wordings(List<@Nullable String> row, @Nullable Side side) {
        for (int i = 0; i < tongues.size(); i++) {
            row.add(side == null ? null : side.wordings.get(i));
        }
    }
}
