package org.socialobservatory.ontology.survey;

import java.util.Optional;
import org.socialobservatory.ontology.Codes;
import org.socialobservatory.ontology.Term;

/**
 * What a person decided who looked at two questions: that their answers may be compared, or may not, whatever their
 * fingerprints say.
 *
 * @param question full name of the one that the study asks
 * @param comparable what was decided
 * @param reason in the words of who decided
 * @param by who answers for it
 */
@Term("obs:ComparabilityDecision")
public record ComparabilityDecision(String question, Counterpart with, boolean comparable, String reason, String by) {

    /**
     * The other question. It may be one of an earlier edition of the same dataset.
     *
     * @param resource of the dataset that was asked with the other questionnaire
     * @param question its full name, or its own name where no other question has it
     */
    public record Counterpart(String dataset, String resource, String question) {
        public Counterpart {
            Codes.require(dataset);
            Codes.require(resource);
        }

        /** Reads {@code dataset/resource/question}; a full name has slashes of its own. Empty for any other text. */
        public static Optional<Counterpart> of(String text) {
            var parts = text.strip().split("/", 3);
            return parts.length == 3 && Codes.valid(parts[0]) && Codes.valid(parts[1]) && !parts[2].isBlank()
                    ? Optional.of(new Counterpart(parts[0], parts[1], parts[2].strip()))
                    : Optional.empty();
        }

        @Override
        public String toString() {
            return dataset + "/" + resource + "/" + question;
        }
    }
}
