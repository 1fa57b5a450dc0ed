package org.socialobservatory.ingest.mapping.answers;

import org.jspecify.annotations.Nullable;
import org.socialobservatory.ontology.survey.Variable;

/**
 * A column of answers as it is stored.
 *
 * @param name in expressions and in the vault
 * @param question full name of the question that it answers; null where nobody is asked or no questionnaire says so
 * @param list name of the list of choices that its values are from; null where it is open
 */
public record StoredVariable(
        String name,
        Variable.Type type,
        @Nullable String question,
        @Nullable String list) {

    /** Names that the vault keeps for itself begin with this sign. */
    public static final char RESERVED = '_';
}
