package org.socialobservatory.ontology.survey;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ontology.survey.Comparability.Row;
import org.socialobservatory.ontology.survey.FigureComparison.Kind;
import org.socialobservatory.ontology.survey.FigureComparison.Obstacle;

/**
 * The variables of two studies in the terms of what was asked, so that expressions about the same questions are the same
 * text whatever columns and codes are called: a variable by the pair of questions that it belongs to, a code by the
 * label of its choice.
 */
final class AskedTerms {

    /** Texts in quotes, names in double quotes, names, numbers, and any other sign by itself (ECQL). */
    private static final Pattern TOKEN =
            Pattern.compile("'(?:[^']|'')*'|\"[^\"]*\"|[\\p{L}_][\\p{L}\\p{N}\\p{M}_.]*|\\d+(?:\\.\\d+)?|<>|<=|>=|\\S");
    /** How the forms of ODK name an answer. */
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{\\s*([^}\\s]{1,200})\\s*}");

    private final Side first;
    private final Side second;
    private final @Nullable Comparability questions;

    /** @param questions how the two questionnaires compare; null where one is not known */
    AskedTerms(Study first, Study second, @Nullable Comparability questions) {
        this.questions = questions;
        var pairs = new HashMap<String, Row>();
        var counterparts = new HashMap<String, Row>();
        if (questions != null) {
            for (Row row : questions.rows()) {
                if (row.first() != null) {
                    pairs.put(row.first(), row);
                }
                if (row.second() != null) {
                    counterparts.put(row.second(), row);
                }
            }
        }
        this.first = new Side(first.questionnaire(), pairs, tags(first, second));
        this.second = new Side(second.questionnaire(), counterparts, this.first.tags);
    }

    /** The languages of both questionnaires, of which the first is taken for labels. */
    private static Set<String> tags(Study first, Study second) {
        var tags = new TreeSet<String>();
        if (first.questionnaire() != null && second.questionnaire() != null) {
            tags.addAll(labelled(first.questionnaire()));
            tags.retainAll(labelled(second.questionnaire()));
        }
        return tags;
    }

    private static Set<String> labelled(Questionnaire questionnaire) {
        var tags = new TreeSet<String>();
        for (ChoiceList list : questionnaire.lists()) {
            list.choices().forEach(choice -> tags.addAll(choice.labels().texts().keySet()));
        }
        return tags;
    }

    String first(String ecql) {
        return first.text(ecql);
    }

    String second(String ecql) {
        return second.text(ecql);
    }

    List<Obstacle> ofFirst(String variable) {
        return obstacles(first, second, variable, new HashSet<>());
    }

    List<Obstacle> ofSecond(String variable) {
        return obstacles(second, first, variable, new HashSet<>());
    }

    /** What stands against comparing a variable of one side with its counterpart, or the variables that it is computed from. */
    private List<Obstacle> obstacles(Side side, Side other, String name, Set<String> passed) {
        var variable = side.variable(name);
        if (questions == null || variable.isEmpty()) {
            return List.of(obstacle(side, Kind.UNKNOWN_QUESTION, name, null));
        }
        if (!passed.add(variable.get().fullName())) {
            return List.of();
        }
        var row = side.row(variable.get());
        if (row != null) {
            return row.comparable() ? List.of() : List.of(new Obstacle(Kind.QUESTION, row.first(), row.second()));
        }
        return computed(side, other, variable.get(), passed);
    }

    /** A variable that the form computes is the same where the same is computed from comparable answers. */
    private List<Obstacle> computed(Side side, Side other, Variable variable, Set<String> passed) {
        var calculation = side.calculation(variable);
        var counterpart =
                other.variable(variable.name()).flatMap(found -> Optional.ofNullable(other.calculation(found)));
        if (calculation == null || counterpart.isEmpty()) {
            return List.of(obstacle(side, Kind.UNKNOWN_QUESTION, variable.name(), null));
        }
        if (!side.reference(calculation).equals(other.reference(counterpart.get()))) {
            return List.of(obstacle(side, Kind.EXPRESSION, calculation, counterpart.get()));
        }
        var found = new ArrayList<Obstacle>();
        REFERENCE
                .matcher(calculation)
                .results()
                .forEach(used -> found.addAll(obstacles(side, other, used.group(1), passed)));
        return found;
    }

    private Obstacle obstacle(Side side, Kind kind, String own, @Nullable String others) {
        return side == first ? new Obstacle(kind, own, others) : new Obstacle(kind, others, own);
    }

    /** One of the two studies. */
    private static final class Side {
        private final @Nullable Questionnaire questionnaire;
        private final Map<String, Row> rows;
        private final Set<String> tags;

        Side(@Nullable Questionnaire questionnaire, Map<String, Row> rows, Set<String> tags) {
            this.questionnaire = questionnaire;
            this.rows = rows;
            this.tags = tags;
        }

        Optional<Variable> variable(String name) {
            return questionnaire == null ? Optional.empty() : questionnaire.variable(name);
        }

        @Nullable
        Row row(Variable variable) {
            return variable.question() == null ? null : rows.get(variable.question());
        }

        @Nullable
        String calculation(Variable variable) {
            return questionnaire == null
                    ? null
                    : questionnaire
                            .question(variable.fullName())
                            .map(question -> question.logic().calculation())
                            .orElse(null);
        }

        /** A calculation with its references in common terms and without blanks that say nothing. */
        String reference(String calculation) {
            return REFERENCE
                    .matcher(calculation)
                    .replaceAll(used -> Matcher.quoteReplacement("${" + term(used.group(1)) + "}"))
                    .replaceAll("\\s+", " ")
                    .strip();
        }

        private String term(String name) {
            return variable(name)
                    .map(this::row)
                    .map(row -> "question " + row.first() + " " + row.second())
                    .orElse(name);
        }

        String text(String ecql) {
            var written = new ArrayList<String>();
            ChoiceList choices = null;
            for (var found : TOKEN.matcher(ecql).results().toList()) {
                var token = found.group();
                var variable = variable(unquoted(token));
                if (variable.isPresent() && !token.startsWith("'")) {
                    choices = choices(variable.get());
                    written.add(term(variable.get().name()));
                } else {
                    written.add(token(token, choices));
                }
            }
            return String.join(" ", written);
        }

        /** A code that follows a closed variable is the label of its choice; words of the language have no case. */
        private String token(String token, @Nullable ChoiceList choices) {
            var label = choices == null ? Optional.<String>empty() : label(choices, unquoted(token));
            return label.orElseGet(() -> token.startsWith("'") ? token : token.toUpperCase(Locale.ROOT));
        }

        private Optional<String> label(ChoiceList choices, String code) {
            return choices.choice(code)
                    .flatMap(choice -> tags.stream()
                            .flatMap(tag -> choice.labels().in(tag).stream())
                            .findFirst())
                    .map(label -> "choice " + Fingerprint.folded(label));
        }

        private @Nullable ChoiceList choices(Variable variable) {
            return questionnaire == null || variable.choices() == null
                    ? null
                    : questionnaire.list(variable.choices()).orElse(null);
        }

        private static String unquoted(String token) {
            return token.length() > 1 && (token.startsWith("'") || token.startsWith("\""))
                    ? token.substring(1, token.length() - 1).replace("''", "'")
                    : token;
        }
    }
}
