package org.socialobservatory.ontology.survey;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ontology.Codes;
import org.socialobservatory.ontology.Term;

/**
 * Asking a population, in person or by sample, with what was asked and what is computed of it. The answers themselves
 * stay in the vault.
 *
 * @param resource of the package that holds the answers
 * @param storedSha256 of the answers as the vault keeps them, without what tells who somebody is
 * @param unit what an answer is about: {@code household} or {@code person}
 * @param questionnaire that was filled in; null where a schema alone says what the variables are
 * @param notKept full names of the questions of which no answer is stored as it was given, for it tells who somebody is
 * @param decisions about the comparability of its questions with others
 */
@Term("disco:Study")
public record Study(
        String resource,
        String storedSha256,
        String unit,
        @Nullable Questionnaire questionnaire,
        Sample sample,
        List<Computation> computations,
        List<String> notKept,
        List<ComparabilityDecision> decisions) {

    public Study {
        Codes.require(resource);
        computations = List.copyOf(computations);
        // Editions of before these were said do not say that there are none.
        notKept = notKept == null ? List.of() : List.copyOf(notKept);
        decisions = decisions == null ? List.of() : List.copyOf(decisions);
    }

    /** All answers kept, nothing decided. */
    public Study(
            String resource,
            String storedSha256,
            String unit,
            @Nullable Questionnaire questionnaire,
            Sample sample,
            List<Computation> computations) {
        this(resource, storedSha256, unit, questionnaire, sample, computations, List.of(), List.of());
    }

    /** How an indicator was computed; one of the figures beside an index of poverty comes with the index. */
    public Optional<Computation> computation(String indicator) {
        return computations.stream()
                .filter(computation -> computation.indicator().equals(indicator))
                .findFirst()
                .or(() -> computations.stream()
                        .filter(computation ->
                                computation.kind().equals("mpi") && indicator.startsWith(computation.indicator() + "-"))
                        .findFirst());
    }

    /** The index beside which an indicator was computed, from the same answers in one go. */
    public Optional<String> index(String indicator) {
        return computation(indicator).stream()
                .flatMap(own -> computations.stream()
                        .filter(other -> other.kind().equals("mpi")
                                && other.expressions().equals(own.expressions())
                                && indicator.startsWith(other.indicator() + "-")))
                .map(Computation::indicator)
                .min(Comparator.comparingInt(String::length));
    }
}
