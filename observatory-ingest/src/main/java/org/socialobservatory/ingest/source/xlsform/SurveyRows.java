package org.socialobservatory.ingest.source.xlsform;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ingest.source.Findings;
import org.socialobservatory.ingest.source.Spelling;
import org.socialobservatory.ontology.finding.FindingRule;
import org.socialobservatory.ontology.survey.AnswerType;
import org.socialobservatory.ontology.survey.ChoiceList;
import org.socialobservatory.ontology.survey.Question;
import org.socialobservatory.ontology.survey.Question.Logic;
import org.socialobservatory.ontology.survey.Section;
import org.socialobservatory.ontology.survey.Variable;

/** Walks through the sheet {@code survey}: groups open and close, questions stand within them. */
final class SurveyRows {

    /** An XML name, as ODK asks for (XML 1.0 §2.3, without the colon). */
    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}\\p{M}_.-]*");

    private final Map<String, ChoiceList> lists;
    private final Findings findings;
    private final Deque<Open> open = new ArrayDeque<>();
    private final Map<String, Long> names = new HashMap<>();
    private final List<Section> sections = new ArrayList<>();
    private final List<Question> questions = new ArrayList<>();
    private final List<Variable> variables = new ArrayList<>();

    /** A group or repeat that is not closed yet. */
    private record Open(String name, boolean repeated, FormSheet.Row row) {}

    /** What the sheet holds. */
    record Content(List<Section> sections, List<Question> questions, List<Variable> variables) {}

    SurveyRows(Map<String, ChoiceList> lists, Findings findings) {
        this.lists = lists;
        this.findings = findings;
    }

    Content read(List<FormSheet.Row> rows) {
        for (FormSheet.Row row : rows) {
            if (!row.get("disabled").equalsIgnoreCase("yes")) {
                read(row);
            }
        }
        open.descendingIterator()
                .forEachRemaining(
                        left -> left.row.fault(findings, FindingRule.FORM_GROUP_UNBALANCED, "type", left.name));
        return new Content(sections, questions, variables);
    }

    private void read(FormSheet.Row row) {
        var cell = row.get("type");
        if (cell.isEmpty()) {
            if (row.says("name")) {
                row.fault(findings, FindingRule.FORM_CELL_MISSING, "type", "type");
            }
            return;
        }
        switch (FormType.of(cell).orElse(null)) {
            case null ->
                row.fault(
                        findings,
                        FindingRule.FORM_TYPE_UNKNOWN,
                        "type",
                        cell,
                        Spelling.nearestText(cell, FormType.names()));
            case FormType.Begin(boolean repeated) -> begin(row, repeated);
            case FormType.End(boolean repeated) -> end(row, repeated);
            case FormType.Asked(var type) -> question(row, type, null, false);
            case FormType.Chosen(var type, var list, var external, var orOther) -> {
                if (!external && !lists.containsKey(list)) {
                    row.fault(
                            findings,
                            FindingRule.FORM_LIST_MISSING,
                            "type",
                            list,
                            Spelling.nearestText(list, lists.keySet()));
                }
                question(row, type, external && !lists.containsKey(list) ? null : list, orOther);
            }
        }
    }

    private void begin(FormSheet.Row row, boolean repeated) {
        var name = name(row, repeated ? "begin_repeat" : "begin_group");
        var path = path(name);
        open.push(new Open(name, repeated, row));
        sections.add(new Section(
                name, path, repeated, row.wordings("label"), row.orNull("relevant"), row.orNull("repeat_count")));
    }

    private void end(FormSheet.Row row, boolean repeated) {
        var last = open.peek();
        if (last == null || last.repeated != repeated) {
            row.fault(findings, FindingRule.FORM_GROUP_UNBALANCED, "type", last == null ? row.get("type") : last.name);
        }
        if (last != null) {
            open.pop();
        }
    }

    private void question(FormSheet.Row row, AnswerType type, @Nullable String list, boolean orOther) {
        if (type == AnswerType.NOTE && row.get("name").isEmpty()) {
            return;
        }
        var name = name(row, row.get("type"));
        if (name.isEmpty()) {
            return;
        }
        var path = path(name);
        var repeat = repeat();
        questions.add(new Question(
                name,
                name,
                path,
                repeat,
                type,
                list,
                orOther,
                row.wordings("label"),
                row.wordings("hint"),
                new Logic(
                        row.orNull("relevant"),
                        row.orNull("constraint"),
                        row.wordings("constraint_message"),
                        row.orNull("required"),
                        row.orNull("calculation"),
                        row.orNull("choice_filter")),
                row.number()));
        if (type.answered()) {
            var full = String.join("/", path);
            variables.add(new Variable(name, path, repeat, type.stored(), type.asked() ? full : null, list));
        }
        if (orOther) {
            var other = name + "_other";
            variables.add(new Variable(other, path(other), repeat, Variable.Type.TEXT, null, null));
        }
    }

    /** The name of a row, without which nothing can be answered; a group without one is known by its type. */
    private String name(FormSheet.Row row, String otherwise) {
        var name = row.get("name");
        if (name.isEmpty()) {
            row.fault(findings, FindingRule.FORM_CELL_MISSING, "name", "name");
            return otherwise.startsWith("begin") ? otherwise : "";
        }
        if (!NAME.matcher(name).matches()) {
            row.fault(findings, FindingRule.FORM_NAME_MALFORMED, "name", name);
        }
        var first = names.putIfAbsent(String.join("/", path(name)), row.number());
        if (first != null) {
            row.fault(findings, FindingRule.FORM_NAME_TWICE, "name", name, String.valueOf(first));
        }
        return name;
    }

    private List<String> path(String name) {
        var path = new ArrayList<String>();
        open.descendingIterator().forEachRemaining(around -> path.add(around.name));
        path.add(name);
        return path;
    }

    /** Full name of the innermost repeat that is open. */
    private @Nullable String repeat() {
        var path = new ArrayList<String>();
        String found = null;
        var outermost = open.descendingIterator();
        while (outermost.hasNext()) {
            var around = outermost.next();
            path.add(around.name);
            found = around.repeated ? String.join("/", path) : found;
        }
        return found;
    }
}
