package org.socialobservatory.ontology.survey;

import java.util.List;
import java.util.Optional;
import org.socialobservatory.ontology.Term;

/**
 * The answers that closed questions take, in the order in which they are shown.
 *
 * @param name in its questionnaire
 */
@Term("skos:ConceptScheme")
public record ChoiceList(String name, List<Choice> choices) {
    public ChoiceList {
        choices = List.copyOf(choices);
    }

    public Optional<Choice> choice(String code) {
        return choices.stream().filter(choice -> choice.name().equals(code)).findFirst();
    }
}
