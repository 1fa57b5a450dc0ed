package org.socialobservatory.ingest.estimate.ecql;

import java.util.List;
import java.util.SortedSet;
import org.socialobservatory.ingest.estimate.Expression;
import org.socialobservatory.ontology.finding.FindingRule;

/** What became of a text in ECQL. */
public sealed interface Translation {

    /**
     * The text in SQL.
     *
     * @param variables that it speaks of
     */
    record Translated(Expression expression, SortedSet<String> variables) implements Translation {}

    /** The first reason why the text has no meaning here, with the arguments of the finding. */
    record Refused(FindingRule rule, List<String> arguments) implements Translation {}
}
