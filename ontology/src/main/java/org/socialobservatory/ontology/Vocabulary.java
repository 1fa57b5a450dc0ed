package org.socialobservatory.ontology;

import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.socialobservatory.ontology.cube.CodeList;
import org.socialobservatory.ontology.indicator.Indicator;

/**
 * The published language as it stands in {@code vocabulary/}: ontology, shared code lists and base catalogue.
 *
 * @param graph all its triples; reading only
 * @param indicators the base catalogue in order of code
 * @param codeLists the shared code lists in order of scheme: {@code age}, {@code level}, {@code sex}, {@code theme} …
 */
public record Vocabulary(Graph graph, List<Indicator> indicators, List<CodeList> codeLists) {

    /** Read when it is first asked for: parsing Turtle starts Jena. */
    private static final class Loaded {
        private static final Vocabulary VOCABULARY = VocabularyReader.read();
    }

    public Vocabulary {
        indicators = List.copyOf(indicators);
        codeLists = List.copyOf(codeLists);
    }

    /** The vocabulary of this build, read once. */
    public static Vocabulary load() {
        return Loaded.VOCABULARY;
    }

    /** A shared code list by its scheme. */
    public Optional<CodeList> codeList(String scheme) {
        return codeLists.stream().filter(list -> list.scheme().equals(scheme)).findFirst();
    }

    /**
     * The IRI of the QUDT unit that a code of the scheme {@code unit} is mapped to, exactly or as its nearest or
     * broader unit (a count of persons is a number).
     */
    public Optional<String> qudtUnit(String unit) {
        return VocabularyReader.mapping(graph, Iris.sharedCode("unit", unit));
    }
}
