package org.socialobservatory.ontology;

import java.util.List;
import org.apache.jena.graph.Graph;
import org.socialobservatory.ontology.cube.CodeList;
import org.socialobservatory.ontology.indicator.Indicator;

/**
 * The published language as it stands in {@code vocabulary/}: ontology, shared code lists and base catalogue.
 *
 * @param graph all its triples
 * @param indicators the base catalogue in order of code
 * @param codeLists the shared code lists in order of scheme: {@code age}, {@code level}, {@code sex}, {@code theme} …
 */
public record Vocabulary(Graph graph, List<Indicator> indicators, List<CodeList> codeLists) {
    public Vocabulary {
        indicators = List.copyOf(indicators);
        codeLists = List.copyOf(codeLists);
    }
}
