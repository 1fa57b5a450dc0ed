package org.socialobservatory.ingest.mapping.answers;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ingest.mapping.description.Schema;
import org.socialobservatory.ontology.survey.AnswerType;
import org.socialobservatory.ontology.survey.Choice;
import org.socialobservatory.ontology.survey.ChoiceList;
import org.socialobservatory.ontology.survey.Question;
import org.socialobservatory.ontology.survey.Questionnaire;
import org.socialobservatory.ontology.survey.Variable;

/** Which column of an export holds which variable of its questionnaire, and which columns must never be stored. */
final class AnswerColumns {

    private final Headers headers;
    private final Schema schema;
    private final Map<Integer, Matched> matched = new LinkedHashMap<>();
    private final Map<Variable, List<Cell.Split>> split = new LinkedHashMap<>();
    private final Set<Integer> taken = new HashSet<>();
    private final BitSet identifying = new BitSet();
    private final BitSet notes = new BitSet();

    /** A variable of the questionnaire with its question, if somebody is asked. */
    record Matched(
            Variable variable,
            @Nullable Question question,
            @Nullable ChoiceList list) {}

    AnswerColumns(Headers headers, Optional<Questionnaire> questionnaire, Schema schema) {
        this.headers = headers;
        this.schema = schema;
        questionnaire.ifPresent(this::match);
    }

    private void match(Questionnaire form) {
        var best = new Scope(form, null);
        for (String repeat : repeats(form)) {
            var scope = new Scope(form, repeat);
            best = scope.found.size() > best.found.size() ? scope : best;
        }
        matched.putAll(best.found);
        taken.addAll(matched.keySet());
        best.split();
        matched.forEach((column, match) -> mark(column, match.question));
        for (Question question : form.questions()) {
            if (question.type() == AnswerType.PLACE) {
                headers.partsOfPoint(question.name()).forEach(identifying::set);
            } else if (question.type() == AnswerType.NOTE) {
                int column = headers.find(question.fullName());
                if (column >= 0) {
                    notes.set(column);
                }
            }
        }
    }

    private void mark(int column, @Nullable Question question) {
        if (question != null && question.type().identifying()) {
            identifying.set(column);
        }
    }

    private static Set<String> repeats(Questionnaire form) {
        var found = new LinkedHashSet<String>();
        for (Variable variable : form.variables()) {
            if (variable.repeat() != null) {
                found.add(variable.repeat());
            }
        }
        return found;
    }

    /** The columns that belong to the form itself, or to one of its repeats. */
    private final class Scope {
        private final Questionnaire form;
        private final Map<String, Question> questions;
        private final List<Variable> variables;
        private final Map<Integer, Matched> found = new LinkedHashMap<>();

        Scope(Questionnaire form, @Nullable String repeat) {
            this.form = form;
            this.questions = form.byFullName();
            this.variables = form.variables(repeat);
            var bySuffix = bySuffix();
            var seen = new HashSet<Variable>();
            for (int i = 0; i < headers.size(); i++) {
                var variable = bySuffix.get(headers.path(i));
                if (variable != null && variable.isPresent() && seen.add(variable.get())) {
                    found.put(i, matched(variable.get()));
                }
            }
        }

        /** Variables by their full name and by each end of it; empty where two share one. */
        private Map<String, Optional<Variable>> bySuffix() {
            var all = new HashMap<String, Optional<Variable>>();
            for (Variable variable : variables) {
                for (String suffix :
                        suffixes(variable).subList(1, variable.path().size())) {
                    all.merge(suffix, Optional.of(variable), (_, _) -> Optional.empty());
                }
            }
            for (Variable variable : variables) {
                all.put(suffixes(variable).getFirst(), Optional.of(variable));
            }
            return all;
        }

        /** The full name, then what is left of it without its outer groups. */
        private static List<String> suffixes(Variable variable) {
            var suffixes = new ArrayList<String>();
            var path = variable.path();
            for (int i = 0; i < path.size(); i++) {
                suffixes.add(Headers.path(String.join("/", path.subList(i, path.size()))));
            }
            return suffixes;
        }

        private Matched matched(Variable variable) {
            var full = variable.fullName();
            return new Matched(
                    variable,
                    questions.get(full),
                    variable.choices() == null
                            ? null
                            : form.list(variable.choices()).orElse(null));
        }

        /** Finds the columns that stand for one choice each: they hold a variable where no column holds all of it. */
        void split() {
            var whole = new HashSet<Variable>();
            found.values().forEach(match -> whole.add(match.variable));
            for (Variable variable : variables) {
                var match = matched(variable);
                if (variable.type() == Variable.Type.TEXTS && match.list != null) {
                    var columns = columns(variable, match.list);
                    columns.forEach(one -> taken.add(one.column()));
                    if (!whole.contains(variable) && !columns.isEmpty()) {
                        split.put(variable, columns);
                        matched.put(columns.getFirst().column(), match);
                    }
                }
            }
        }

        private List<Cell.Split> columns(Variable variable, ChoiceList list) {
            var columns = new ArrayList<Cell.Split>();
            for (int i = 0; i < headers.size(); i++) {
                if (!matched.containsKey(i)) {
                    var code = choice(headers.path(i), variable, list);
                    if (code != null) {
                        columns.add(new Cell.Split(i, code));
                    }
                }
            }
            return columns;
        }

        private static @Nullable String choice(String path, Variable variable, ChoiceList list) {
            for (String suffix : suffixes(variable)) {
                if (path.startsWith(suffix + "/")) {
                    var rest = path.substring(suffix.length() + 1);
                    for (Choice choice : list.choices()) {
                        if (Headers.path(choice.name()).equals(rest)
                                || choice.labels().texts().values().stream()
                                        .anyMatch(label -> Headers.path(label).equalsIgnoreCase(rest))) {
                            return choice.name();
                        }
                    }
                }
            }
            return null;
        }
    }

    /** What stands in a column, if the questionnaire knows it. */
    Optional<Matched> of(int column) {
        return Optional.ofNullable(matched.get(column));
    }

    /** The columns that each stand for one choice of a variable; none where one column holds all of it. */
    List<Cell.Split> split(Variable variable) {
        return split.getOrDefault(variable, List.of());
    }

    /** Whether a column says by its nature who somebody is or where they live. */
    boolean identifying(int column) {
        return identifying.get(column)
                || headers.identifying(column)
                || field(column)
                        .filter(field -> field.type() == Schema.Type.GEOPOINT || field.type() == Schema.Type.GEOJSON)
                        .isPresent();
    }

    Optional<Schema.Field> field(int column) {
        return schema.field(headers.title(column));
    }

    /** Whether anybody says what a column is: the questionnaire, the schema, or the export by its nature. */
    boolean known(int column) {
        return taken.contains(column)
                || notes.get(column)
                || headers.added(column)
                || field(column).isPresent()
                || headers.title(column).isEmpty();
    }

    /** Whether a column holds a variable that is stored, if nobody finds it personal. */
    boolean holdsVariable(int column) {
        return matched.containsKey(column)
                || (field(column).isPresent() && !taken.contains(column) && !notes.get(column));
    }
}
