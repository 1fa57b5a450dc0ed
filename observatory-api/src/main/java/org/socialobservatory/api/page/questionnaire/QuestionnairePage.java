package org.socialobservatory.api.page.questionnaire;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.page.Listing;
import org.socialobservatory.api.page.Provenance;

/**
 * What was asked, in all languages of the form.
 *
 * @param tongues the languages of the form; texts by language are in this order
 * @param sections groups and repeats with their questions, in the order of the form
 * @param asked how many questions somebody is asked
 * @param lists of choices that questions take
 * @param versions other versions of the same questionnaire
 * @param others questionnaires with which this one can be compared
 */
public record QuestionnairePage(
        InstrumentNames.Named questionnaire,
        List<Tongue> tongues,
        int asked,
        List<SectionPart> sections,
        List<ListPart> lists,
        List<InstrumentNames.Named> versions,
        List<InstrumentNames.Named> others,
        Provenance provenance)
        implements Listing {

    /**
     * Questions that stand together under one heading.
     *
     * @param section null for those before any group, and for those that follow one
     */
    public record SectionPart(@Nullable Heading section, List<QuestionLine> questions) {}

    /**
     * Where a group or repeat begins.
     *
     * @param depth how many groups are around it
     */
    public record Heading(
            String code,
            String name,
            int depth,
            List<String> labels,
            boolean repeated,
            @Nullable String relevance) {}

    /**
     * A question.
     *
     * @param code its anchor, and its name in the graph
     * @param fullName with the groups around it
     * @param type code
     * @param list of choices; null where the answer is open
     * @param orOther whether an answer outside the list may be written
     * @param kept whether answers are kept as they were given
     */
    public record QuestionLine(
            String code,
            String fullName,
            String name,
            String type,
            String typeName,
            boolean asked,
            List<String> wordings,
            List<String> hints,
            @Nullable ListPart list,
            boolean orOther,
            @Nullable String relevance,
            @Nullable String constraint,
            @Nullable String calculation,
            @Nullable String choiceFilter,
            boolean kept) {}

    /**
     * A list of choices.
     *
     * @param choices the first of them
     * @param count how many there are
     */
    public record ListPart(String code, List<ChoiceLine> choices, int count) {

        /** So many are shown beside the question itself. */
        private static final int FEW = 12;

        /** Whether the choices fit beside each question. */
        public boolean isShort() {
            return count <= FEW;
        }

        public int more() {
            return count - choices.size();
        }
    }

    /** A choice with its label in each language. */
    public record ChoiceLine(String code, List<String> labels) {}

    @Override
    public List<String> columns() {
        var columns = new ArrayList<>(List.of("question", "name", "type", "section", "list", "choices"));
        tongues.forEach(tongue -> columns.add("wording:" + tongue.tag()));
        columns.addAll(List.of("relevance", "constraint", "calculation", "kept"));
        return columns;
    }

    @Override
    public List<List<@Nullable String>> rows() {
        var rows = new ArrayList<List<@Nullable String>>();
        for (SectionPart part : sections) {
            for (QuestionLine question : part.questions) {
                rows.add(row(question));
            }
        }
        return rows;
    }

    private static List<@Nullable String> row(QuestionLine question) {
        var row = new ArrayList<@Nullable String>();
        row.add(question.code);
        row.add(question.fullName);
        row.add(question.type);
        int slash = question.fullName.lastIndexOf('/');
        row.add(slash < 0 ? null : question.fullName.substring(0, slash));
        row.add(question.list == null ? null : question.list.code);
        row.add(
                question.list == null
                        ? null
                        : String.join(
                                " ",
                                question.list.choices.stream()
                                        .map(ChoiceLine::code)
                                        .toList()));
        row.addAll(question.wordings);
        row.add(question.relevance);
        row.add(question.constraint);
        row.add(question.calculation);
        row.add(Boolean.toString(question.kept));
        return row;
    }
}
