package org.socialobservatory.ingest.check.plausibility;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ingest.mapping.answers.StoredVariable;
import org.socialobservatory.ingest.source.Findings;
import org.socialobservatory.ontology.finding.Finding.Place;
import org.socialobservatory.ontology.finding.FindingRule;
import org.socialobservatory.ontology.survey.AnswerType;
import org.socialobservatory.ontology.survey.Question;
import org.socialobservatory.ontology.survey.Questionnaire;
import org.socialobservatory.ontology.survey.Section;
import org.socialobservatory.ontology.survey.Variable;

/** Looks at stored answers as a field supervisor would. Every finding is a count or an index, never an answer. */
public final class Plausibility {

    /** Fewer equal answers than these happen by chance (Kuriakose &amp; Robbins 2016 look at whole questionnaires). */
    private static final int ANSWERS_TO_BE_ALIKE = 20;
    /** Smallest numbers of respondents for which an index means something. */
    private static final int ENOUGH_FOR_AGES = 100;

    private static final int ENOUGH_FOR_DIGITS = 200;
    private static final int ENOUGH_INTERVIEWS = 30;
    /** Whipple's index from which on ages are rough (United Nations 1955, Manual II). */
    private static final double ROUGH_AGES = 125;
    /** Share of last digits that would have to change for all ten to be equally frequent. */
    private static final double MUCH_PREFERENCE = 0.2;
    /** A number with fewer values than these has no last digit to speak of. */
    private static final int SPREAD_OF_DIGITS = 50;
    /** Intraclass correlation that is high for interviewers (Groves 1989 reports 0.01 as usual). */
    private static final double HIGH_CORRELATION = 0.1;

    private static final int FEWEST_INTERVIEWERS = 5;
    private static final int SHORTEST_BATTERY = 5;
    private static final int FEWEST_CHOICES = 4;
    /** Share of respondents who give one answer to a whole battery from which on it is remarkable. */
    private static final double MANY_STRAIGHT = 0.1;
    /** Item non-response from which on a figure is at best {@code caution} ({@code statistics.md} §1). */
    private static final double MUCH_MISSING = 0.05;

    private static final Set<String> INTERVIEWERS = Set.of(
            "interviewer",
            "enumerator",
            "enumerator_id",
            "interviewer_id",
            "enqueteur",
            "enqueteur_id",
            "id_enqueteur",
            "code_enqueteur",
            "agent",
            "agent_id");

    private final AnswersAtHand answers;
    private final List<StoredVariable> variables;
    private final Optional<Questionnaire> form;
    private final Place place;
    private final Findings findings;

    private Plausibility(
            AnswersAtHand answers,
            List<StoredVariable> variables,
            Optional<Questionnaire> form,
            Place place,
            Findings findings) {
        this.answers = answers;
        this.variables = variables;
        this.form = form;
        this.place = place;
        this.findings = findings;
    }

    /**
     * Looks at one table.
     *
     * @param age name of the variable that is the age, null where there is none
     * @param person name of the variable that is the hash of a person, null where there is none
     */
    public static void check(
            Path parquet,
            List<StoredVariable> variables,
            Optional<Questionnaire> form,
            @Nullable String age,
            @Nullable String person,
            Place place,
            Findings findings) {
        try (var answers = new AnswersAtHand(parquet)) {
            var look = new Plausibility(answers, variables, form, place, findings);
            look.alike();
            look.persons(person);
            look.ages(age);
            look.digits(age);
            look.lengths();
            look.interviewers();
            look.straight();
            look.asked();
        }
    }

    private void find(FindingRule rule, @Nullable String column, String... arguments) {
        findings.add(rule, column == null ? place : place.column(column), null, arguments);
    }

    private static String rounded(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }

    private static String whole(double number) {
        return String.valueOf(Math.round(number));
    }

    /** The variables that somebody was asked for. */
    private List<StoredVariable> askedFor() {
        return variables.stream()
                .filter(variable -> variable.question() != null)
                .toList();
    }

    private static String joined(List<StoredVariable> some, String before, String after, String between) {
        return some.stream()
                .map(variable -> before + Relevance.quoted(variable.name()) + after)
                .collect(Collectors.joining(between));
    }

    private void alike() {
        var asked = askedFor();
        if (asked.size() >= ANSWERS_TO_BE_ALIKE) {
            double copies = answers.ask(
                            "alike",
                            List.of(ANSWERS_TO_BE_ALIKE),
                            "columns",
                            joined(asked, "", "", ", "),
                            "known",
                            joined(asked, "CAST(", " IS NOT NULL AS INTEGER)", " + "))
                    .getFirst()[0];
            if (copies > 0) {
                find(FindingRule.ANSWERS_ALIKE, null, whole(copies), String.valueOf(asked.size()));
            }
        }
    }

    private void persons(@Nullable String person) {
        if (person != null) {
            double again = answers.ask("persons", List.of(), "person", Relevance.quoted(person))
                    .getFirst()[0];
            if (again > 0) {
                find(FindingRule.PERSON_TWICE, person, whole(again));
            }
        }
    }

    /** Whipple's index: 100 where ages end in 0 and 5 as often as in other digits, 500 where all of them do. */
    private void ages(@Nullable String age) {
        if (age == null || !isWhole(age)) {
            return;
        }
        var counts =
                answers.ask("ages", List.of(), "age", Relevance.quoted(age)).getFirst();
        double index = 500 * counts[0] / counts[1];
        if (counts[1] >= ENOUGH_FOR_AGES && index >= ROUGH_AGES) {
            find(FindingRule.AGES_HEAPED, age, rounded(index), whole(counts[1]));
        }
    }

    private boolean isWhole(String name) {
        return variables.stream()
                .anyMatch(variable -> variable.name().equals(name) && variable.type() == Variable.Type.WHOLE);
    }

    private void digits(@Nullable String age) {
        for (StoredVariable variable : askedFor()) {
            if (variable.type() == Variable.Type.WHOLE && !variable.name().equals(age)) {
                lastDigits(variable.name());
            }
        }
    }

    private void lastDigits(String name) {
        var counts = answers.ask("digits", List.of(SPREAD_OF_DIGITS), "number", Relevance.quoted(name));
        double all = counts.stream().mapToDouble(row -> row[1]).sum();
        double apart = (10 - counts.size()) * 0.1;
        for (double[] digit : counts) {
            apart += Math.abs(digit[1] / all - 0.1);
        }
        if (all >= ENOUGH_FOR_DIGITS && apart / 2 >= MUCH_PREFERENCE) {
            find(FindingRule.DIGITS_PREFERRED, name, rounded(apart * 50), whole(all));
        }
    }

    private void lengths() {
        var clocks = form.map(Questionnaire::questions).orElse(List.of()).stream()
                .filter(question -> question.type() == AnswerType.CLOCK)
                .map(Question::name)
                .filter(name ->
                        variables.stream().anyMatch(variable -> variable.name().equals(name)))
                .toList();
        if (clocks.size() != 2) {
            return;
        }
        var found = answers.ask(
                        "lengths",
                        List.of(),
                        "begin",
                        Relevance.quoted(clocks.getFirst()),
                        "end",
                        Relevance.quoted(clocks.getLast()))
                .getFirst();
        if (found[1] >= ENOUGH_INTERVIEWS && found[2] > 0) {
            find(FindingRule.INTERVIEWS_SHORT, null, whole(found[2]), rounded(found[0]), whole(found[1]));
        }
    }

    private void interviewers() {
        var interviewer = variables.stream()
                .map(StoredVariable::name)
                .filter(name -> INTERVIEWERS.contains(name.toLowerCase(Locale.ROOT)))
                .findFirst();
        if (interviewer.isEmpty()) {
            return;
        }
        for (StoredVariable variable : askedFor()) {
            if (variable.list() != null && variable.type() == Variable.Type.TEXT) {
                var groups = answers.ask(
                        "interviewers",
                        List.of(),
                        "interviewer",
                        Relevance.quoted(interviewer.get()),
                        "answer",
                        Relevance.quoted(variable.name()));
                double correlation = correlation(groups);
                if (groups.size() >= FEWEST_INTERVIEWERS && correlation >= HIGH_CORRELATION) {
                    find(
                            FindingRule.INTERVIEWERS_DIFFER,
                            variable.name(),
                            String.format(Locale.ROOT, "%.2f", correlation),
                            String.valueOf(groups.size()));
                }
            }
        }
    }

    /**
     * The intraclass correlation of a share, by analysis of variance (Kish 1962).
     *
     * @param groups interviews of each interviewer, and those with the most frequent answer
     */
    static double correlation(List<double[]> groups) {
        double all = 0;
        double chosen = 0;
        double squares = 0;
        for (double[] group : groups) {
            all += group[0];
            chosen += group[1];
            squares += group[0] * group[0];
        }
        double mean = chosen / all;
        double between = 0;
        double within = 0;
        for (double[] group : groups) {
            double own = group[1] / group[0];
            between += group[0] * (own - mean) * (own - mean);
            within += group[0] * own * (1 - own);
        }
        int count = groups.size();
        double typical = (all - squares / all) / (count - 1);
        double betweenMean = between / (count - 1);
        double withinMean = within / (all - count);
        return (betweenMean - withinMean) / (betweenMean + (typical - 1) * withinMean);
    }

    /** Batteries: questions of one group, one after the other, with the same list of several choices. */
    private void straight() {
        for (List<StoredVariable> battery : batteries()) {
            var counts = answers.ask(
                            "straight",
                            List.of(),
                            "complete",
                            joined(battery, "", " IS NOT NULL", " AND "),
                            "same",
                            joined(
                                    battery.subList(1, battery.size()),
                                    Relevance.quoted(battery.getFirst().name()) + " = ",
                                    "",
                                    " AND "))
                    .getFirst();
            if (counts[0] >= ENOUGH_INTERVIEWS && counts[1] / counts[0] >= MANY_STRAIGHT) {
                find(
                        FindingRule.ANSWERS_STRAIGHT,
                        battery.getFirst().name(),
                        rounded(100 * counts[1] / counts[0]),
                        String.valueOf(battery.size()),
                        whole(counts[0]));
            }
        }
    }

    private List<List<StoredVariable>> batteries() {
        var found = new ArrayList<List<StoredVariable>>();
        var battery = new ArrayList<StoredVariable>();
        for (StoredVariable variable : askedFor()) {
            if (!battery.isEmpty() && !together(battery.getLast(), variable)) {
                found.add(List.copyOf(battery));
                battery.clear();
            }
            battery.add(variable);
        }
        found.add(battery);
        return found.stream()
                .filter(one -> one.size() >= SHORTEST_BATTERY && choices(one.getFirst()) >= FEWEST_CHOICES)
                .toList();
    }

    private static boolean together(StoredVariable first, StoredVariable second) {
        return first.list() != null
                && first.list().equals(second.list())
                && first.type() == Variable.Type.TEXT
                && second.type() == Variable.Type.TEXT
                && group(first).equals(group(second));
    }

    private static String group(StoredVariable variable) {
        var full = Objects.requireNonNull(variable.question());
        return full.substring(0, full.lastIndexOf('/') + 1);
    }

    private int choices(StoredVariable variable) {
        var list = variable.list();
        return list == null || variable.type() != Variable.Type.TEXT
                ? 0
                : form.flatMap(one -> one.list(list))
                        .map(found -> found.choices().size())
                        .orElse(0);
    }

    /** Answers to questions that were not to be asked, and questions that were asked and not answered. */
    private void asked() {
        for (StoredVariable variable : askedFor()) {
            var relevance = relevance(Objects.requireNonNull(variable.question()));
            if (relevance.isEmpty()) {
                continue;
            }
            var condition =
                    relevance.get().sql().isEmpty() ? "true" : relevance.get().sql();
            var counts = answers.ask(
                            "asked",
                            threeTimes(relevance.get().values()),
                            "condition",
                            condition,
                            "answer",
                            Relevance.quoted(variable.name()))
                    .getFirst();
            if (counts[2] > 0) {
                find(
                        FindingRule.ANSWERS_IMPOSSIBLE,
                        variable.name(),
                        whole(counts[2]),
                        relevance.get().said());
            }
            if (counts[0] >= ENOUGH_INTERVIEWS && counts[1] / counts[0] > MUCH_MISSING) {
                find(
                        FindingRule.ANSWERS_MISSING,
                        variable.name(),
                        rounded(100 * counts[1] / counts[0]),
                        whole(counts[0]));
            }
        }
    }

    private static List<Object> threeTimes(List<Object> values) {
        var all = new ArrayList<>(values);
        all.addAll(values);
        all.addAll(values);
        return all;
    }

    /** When a question is asked: its own condition and those of the groups around it; empty where one says more. */
    private Optional<Relevance> relevance(String fullName) {
        var question = form.flatMap(one -> one.question(fullName));
        if (question.isEmpty()) {
            return Optional.empty();
        }
        var expressions = new ArrayList<@Nullable String>();
        expressions.add(question.get().logic().relevance());
        for (Section section : form.orElseThrow().sections()) {
            if (fullName.startsWith(String.join("/", section.path()) + "/")) {
                expressions.add(section.relevance());
            }
        }
        var all = Relevance.ALWAYS;
        for (var expression : expressions) {
            if (expression != null) {
                var one = Relevance.of(
                        expression,
                        names(Variable.Type.WHOLE, Variable.Type.NUMBER),
                        names(Variable.Type.TEXT),
                        names(Variable.Type.TEXTS));
                if (one.isEmpty()) {
                    return Optional.empty();
                }
                all = all.and(one.get());
            }
        }
        return Optional.of(all);
    }

    private Set<String> names(Variable.Type... types) {
        var wanted = Set.of(types);
        var names = new HashSet<String>();
        for (StoredVariable variable : variables) {
            if (wanted.contains(variable.type())) {
                names.add(variable.name());
            }
        }
        return names;
    }
}
