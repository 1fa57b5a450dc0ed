package org.socialobservatory.ontology.cube;

import java.util.List;
import java.util.Optional;
import org.socialobservatory.ontology.Codes;
import org.socialobservatory.ontology.Multilingual;
import org.socialobservatory.ontology.Term;

/**
 * The codes of one dimension, in their order.
 *
 * @param scheme code of the list, which is the name of the dimension: {@code sex}, {@code age} …
 */
@Term("skos:ConceptScheme")
public record CodeList(String scheme, Multilingual labels, List<Concept> concepts) {
    public CodeList {
        Codes.require(scheme);
        concepts = List.copyOf(concepts);
    }

    public Optional<Concept> concept(String code) {
        return concepts.stream().filter(concept -> concept.code().equals(code)).findFirst();
    }
}
