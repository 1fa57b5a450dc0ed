package org.socialobservatory.ingest.check.plausibility;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ingest.mapping.answers.StoredVariable;
import org.socialobservatory.ingest.source.Findings;
import org.socialobservatory.ontology.finding.Finding.Place;
import org.socialobservatory.ontology.survey.Questionnaire;

/** Looks at stored answers as a field supervisor would. Every finding is a count or an index, never an answer. */
public final class Plausibility {

    private Plausibility() {}

    /**
     * Looks at one table for every sign.
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
            var table = new Table(answers, variables, form, place, findings);
            Copies.look(table);
            Resemblance.look(table);
            PersonsTwice.look(table, person);
            AgeHeaping.look(table, age);
            LastDigits.look(table, age);
            InterviewLengths.look(table);
            InterviewerEffect.look(table);
            StraightLines.look(table);
            SkipLogic.look(table);
        }
    }
}
