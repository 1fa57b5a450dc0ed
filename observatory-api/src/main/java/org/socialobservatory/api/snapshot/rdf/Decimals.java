package org.socialobservatory.api.snapshot.rdf;

import java.math.BigDecimal;
import java.util.Optional;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ontology.cube.Numbers;

/** Published numbers as {@code xsd:decimal} in their one canonical form. */
final class Decimals {

    /** Percentages with one decimal and small counts make most figures; a literal of theirs is made once. */
    private static final int REMEMBERED = 1 << 13;

    /** Longer than the text of any number of 15 significant digits that a double can hold. */
    private static final int LONGEST = 400;

    private static final @Nullable Known[] KNOWN = new Known[REMEMBERED];

    private record Known(BigDecimal number, Node node) {}

    private Decimals() {}

    static Node node(BigDecimal number) {
        int place = (number.hashCode() * 0x9E3779B9) >>> (Integer.SIZE - 13);
        var known = KNOWN[place]; // a race at worst makes an equal literal twice
        if (known != null && known.number.compareTo(number) == 0) {
            return known.node;
        }
        var node = NodeFactory.createLiteralDT(Numbers.text(number), XSDDatatype.XSDdecimal);
        KNOWN[place] = new Known(number, node);
        return node;
    }

    /** The number of a canonical decimal literal; empty for any other term, which no cell says. */
    static Optional<BigDecimal> number(Node node) {
        if (!node.isLiteral() || !XSDDatatype.XSDdecimal.equals(node.getLiteralDatatype())) {
            return Optional.empty();
        }
        var text = node.getLiteralLexicalForm();
        if (text.length() > LONGEST || text.chars().anyMatch(letter -> letter == 'e' || letter == 'E')) {
            return Optional.empty(); // never expand 1E999999999
        }
        try {
            var number = new BigDecimal(text);
            return Numbers.text(number).equals(text) ? Optional.of(number) : Optional.empty();
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }
}
