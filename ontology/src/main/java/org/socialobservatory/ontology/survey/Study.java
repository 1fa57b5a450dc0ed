package org.socialobservatory.ontology.survey;

import java.util.List;
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
 */
@Term("disco:Study")
public record Study(
        String resource,
        String storedSha256,
        String unit,
        @Nullable Questionnaire questionnaire,
        Sample sample,
        List<Computation> computations) {

    public Study {
        Codes.require(resource);
        computations = List.copyOf(computations);
    }
}
