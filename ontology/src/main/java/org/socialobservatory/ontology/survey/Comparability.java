package org.socialobservatory.ontology.survey;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which questions of two questionnaires ask the same: of two waves, or of two towns. The fingerprint speaks first, a
 * person's decision last.
 *
 * @param rows one for each question of the first that somebody is asked, in its order, then those of the second alone
 */
public record Comparability(List<Row> rows) {

    public Comparability {
        rows = List.copyOf(rows);
    }

    /**
     * A question beside its counterpart.
     *
     * @param first full name in the first questionnaire, null where it is missing there
     * @param second full name in the second, null where it is missing there
     * @param decided whether a person said so
     */
    public record Row(@Nullable String first, @Nullable String second, Verdict verdict, boolean decided) {}

    /** What two questions have in common. */
    public enum Verdict {
        SAME,
        WORDING_CHANGED,
        CHOICES_CHANGED,
        WORDING_AND_CHOICES_CHANGED,
        MISSING;

        private static Verdict of(Fingerprint first, Fingerprint second) {
            boolean words = first.sameWording(second);
            boolean choices = first.sameChoices(second);
            if (words) {
                return choices ? SAME : CHOICES_CHANGED;
            }
            return choices ? WORDING_CHANGED : WORDING_AND_CHOICES_CHANGED;
        }
    }

    /**
     * What a person decided: that a question of the first is, or is not, comparable with one of the second.
     *
     * @param first full name in the first questionnaire
     * @param second full name in the second
     */
    public record Decision(String first, String second, boolean comparable) {}

    /** Compares two questionnaires. */
    public static Comparability of(Questionnaire first, Questionnaire second, List<Decision> decisions) {
        return new Matching(first, second, decisions).table();
    }

    /** Finds counterparts: those that a person names, those of the same words, those of the same name. */
    private static final class Matching {
        private final Questionnaire first;
        private final Questionnaire second;
        private final Map<String, Fingerprint> here;
        private final Map<String, Fingerprint> there;
        private final Map<String, String> pairs = new LinkedHashMap<>();
        private final Map<String, Decision> decided = new LinkedHashMap<>();

        Matching(Questionnaire first, Questionnaire second, List<Decision> decisions) {
            this.first = first;
            this.second = second;
            this.here = fingerprints(first);
            this.there = fingerprints(second);
            for (Decision decision : decisions) {
                if (here.containsKey(decision.first()) && there.containsKey(decision.second())) {
                    decided.put(decision.first(), decision);
                    pairs.put(decision.first(), decision.second());
                }
            }
        }

        private static Map<String, Fingerprint> fingerprints(Questionnaire questionnaire) {
            var found = new LinkedHashMap<String, Fingerprint>();
            for (Question question : questionnaire.questions()) {
                if (question.type().asked()) {
                    found.putIfAbsent(question.fullName(), questionnaire.fingerprint(question));
                }
            }
            return found;
        }

        Comparability table() {
            pairByName(true);
            pairByWords();
            pairByName(false);
            var rows = new ArrayList<Row>();
            here.forEach((name, print) -> rows.add(row(name, print)));
            for (String name : there.keySet()) {
                if (!pairs.containsValue(name)) {
                    rows.add(new Row(null, name, Verdict.MISSING, false));
                }
            }
            return new Comparability(rows);
        }

        private Row row(String name, Fingerprint print) {
            var other = pairs.get(name);
            if (other == null) {
                return new Row(name, null, Verdict.MISSING, false);
            }
            var verdict = Verdict.of(print, fingerprint(other));
            var decision = decided.get(name);
            if (decision == null) {
                return new Row(name, other, verdict, false);
            }
            var different = verdict == Verdict.SAME ? Verdict.WORDING_CHANGED : verdict;
            return new Row(name, other, decision.comparable() ? Verdict.SAME : different, true);
        }

        private Fingerprint fingerprint(String name) {
            var found = there.get(name);
            if (found == null) {
                throw new IllegalStateException(name);
            }
            return found;
        }

        /** Questions of the same words have counterparts whatever they are called. */
        private void pairByWords() {
            here.forEach((name, print) -> free().stream()
                    .filter(other -> !pairs.containsKey(name) && print.sameWording(fingerprint(other)))
                    .findFirst()
                    .ifPresent(other -> pairs.put(name, other)));
        }

        /** @param alike whether the words must be the same too */
        private void pairByName(boolean alike) {
            for (Question question : first.questions()) {
                var name = question.fullName();
                var print = here.get(name);
                if (print == null || pairs.containsKey(name)) {
                    continue;
                }
                counterpart(question)
                        .filter(other -> !alike || print.sameWording(fingerprint(other)))
                        .ifPresent(other -> pairs.put(name, other));
            }
        }

        /** The free question of the same name, that of the same path before others. */
        private Optional<String> counterpart(Question question) {
            var free = free();
            if (free.contains(question.fullName())) {
                return Optional.of(question.fullName());
            }
            return second.questions().stream()
                    .filter(other -> other.name().equals(question.name()))
                    .map(Question::fullName)
                    .filter(free::contains)
                    .findFirst();
        }

        private List<String> free() {
            return there.keySet().stream()
                    .filter(name -> !pairs.containsValue(name))
                    .toList();
        }
    }
}
