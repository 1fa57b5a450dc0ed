package org.socialobservatory.ontology.survey;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ontology.Term;

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
     * @param verdict of the fingerprints
     * @param decision of a person, null where nobody decided
     */
    @Term("obs:QuestionComparison")
    public record Row(
            @Nullable String first,
            @Nullable String second,
            Verdict verdict,
            @Nullable Decision decision) {

        /** Whether answers to the two may be compared: a person has the last word. */
        public boolean comparable() {
            return decision == null ? verdict == Verdict.SAME : decision.comparable();
        }
    }

    /** What two questions have in common. */
    public enum Verdict {
        SAME,
        WORDING_CHANGED,
        CHOICES_CHANGED,
        WORDING_AND_CHOICES_CHANGED,
        MISSING;

        private static Verdict of(Fingerprint first, Fingerprint second) {
            boolean wordless = first.wording().isEmpty() && second.wording().isEmpty();
            boolean words = wordless || first.sameWording(second);
            boolean choices = first.sameChoices(second);
            if (words) {
                return choices ? SAME : CHOICES_CHANGED;
            }
            return choices ? WORDING_CHANGED : WORDING_AND_CHOICES_CHANGED;
        }

        /** Its code in the list {@code question-verdict}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * What a person decided: that a question of the first is, or is not, comparable with one of the second.
     *
     * @param first full name in the first questionnaire
     * @param second full name in the second
     */
    public record Decision(String first, String second, boolean comparable, String reason, String by) {}

    /** Compares two questionnaires. */
    public static Comparability of(Questionnaire first, Questionnaire second, List<Decision> decisions) {
        return new Matching(first, second, decisions).table();
    }

    /** The row of a question of the first. */
    public Optional<Row> ofFirst(String fullName) {
        return rows.stream().filter(row -> fullName.equals(row.first)).findFirst();
    }

    /** Finds counterparts: those that a person names, those of the same words, those of the same name. */
    private static final class Matching {
        private final Questionnaire first;
        private final Questionnaire second;
        private final Map<String, Fingerprint> here;
        private final Map<String, Fingerprint> there;
        private final Map<String, String> pairs = new LinkedHashMap<>();
        private final Set<String> free;
        private final Map<String, Decision> decided = new LinkedHashMap<>();

        Matching(Questionnaire first, Questionnaire second, List<Decision> decisions) {
            this.first = first;
            this.second = second;
            this.here = fingerprints(first);
            this.there = fingerprints(second);
            this.free = new LinkedHashSet<>(there.keySet());
            for (Decision decision : decisions) {
                if (here.containsKey(decision.first()) && free.contains(decision.second())) {
                    decided.put(decision.first(), decision);
                    pair(decision.first(), decision.second());
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

        private void pair(String one, String other) {
            var former = pairs.put(one, other);
            if (former != null) {
                free.add(former);
            }
            free.remove(other);
        }

        Comparability table() {
            pairByName(true);
            pairByWords();
            pairByName(false);
            var rows = new ArrayList<Row>();
            here.forEach((name, print) -> rows.add(row(name, print)));
            for (String name : there.keySet()) {
                if (free.contains(name)) {
                    rows.add(new Row(null, name, Verdict.MISSING, null));
                }
            }
            return new Comparability(rows);
        }

        private Row row(String name, Fingerprint print) {
            var other = pairs.get(name);
            return other == null
                    ? new Row(name, null, Verdict.MISSING, null)
                    : new Row(name, other, Verdict.of(print, fingerprint(other)), decided.get(name));
        }

        private Fingerprint fingerprint(String name) {
            return Objects.requireNonNull(there.get(name), name);
        }

        /** Questions of the same words have counterparts whatever they are called. */
        private void pairByWords() {
            here.forEach((name, print) -> {
                if (!pairs.containsKey(name)) {
                    free.stream()
                            .filter(other -> print.sameWording(fingerprint(other)))
                            .findFirst()
                            .ifPresent(other -> pair(name, other));
                }
            });
        }

        /** @param alike whether the words must be the same too */
        private void pairByName(boolean alike) {
            for (Question question : first.questions()) {
                var name = question.fullName();
                var print = here.get(name);
                if (print != null && !pairs.containsKey(name)) {
                    counterpart(question)
                            .filter(other -> !alike || print.sameWording(fingerprint(other)))
                            .ifPresent(other -> pair(name, other));
                }
            }
        }

        /** The free question of the same name, that of the same path before others. */
        private Optional<String> counterpart(Question question) {
            if (free.contains(question.fullName())) {
                return Optional.of(question.fullName());
            }
            return second.questions().stream()
                    .filter(other -> other.name().equals(question.name()))
                    .map(Question::fullName)
                    .filter(free::contains)
                    .findFirst();
        }
    }
}
