package org.socialobservatory.api.identity;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.socialobservatory.ontology.Vocabulary;

/** A graph of the vocabulary that a writer may give prefixes. */
final class VocabularyCopy {

    private VocabularyCopy() {}

    static Graph of(Vocabulary vocabulary) {
        var copy = GraphMemFactory.createDefaultGraphSameTerm();
        vocabulary.graph().find().forEachRemaining(copy::add);
        return copy;
    }
}
