package org.socialobservatory.ingest.estimate;

import java.util.List;
import org.socialobservatory.ontology.Codes;

/**
 * A dimension by which an indicator is broken down.
 *
 * @param code of the dimension, such as {@code sex}
 * @param value its code of one response as text; a response without one counts in the total only
 * @param codes the codes that get a cell; if none are given, those that occur among the answers
 */
public record Dimension(String code, Expression value, List<String> codes) {

    public Dimension {
        Codes.require(code);
        codes = List.copyOf(codes);
    }

    public Dimension(String code, Expression value) {
        this(code, value, List.of());
    }
}
