package org.socialobservatory.api.sparql;

import java.util.List;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.apache.jena.shared.JenaException;
import org.apache.jena.update.UpdateFactory;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.problem.ApiProblem.BadParameter;
import org.socialobservatory.api.problem.ApiProblem.Refused;
import org.socialobservatory.api.problem.ProblemRule;

/** Understands the text of a query, and refuses before anything is evaluated what must not be. */
final class QueryText {

    private QueryText() {}

    /** @param base what relative IRIs of the query are relative to */
    static Query parse(String text, String base) {
        try {
            var query = QueryFactory.create(text, base, Syntax.syntaxSPARQL_11);
            RemoteServices.first(query).ifPresent(host -> {
                throw new Refused(ProblemRule.SERVICE_REFUSED, host, List.of());
            });
            return query;
        } catch (QueryException wrong) {
            if (isUpdate(text, base)) {
                throw new Refused(ProblemRule.UPDATE_REFUSED);
            }
            throw syntax(wrong.getMessage());
        } catch (JenaException wrong) {
            throw syntax(wrong.getMessage());
        } catch (StackOverflowError tooDeep) {
            throw syntax("nested too deeply");
        }
    }

    private static BadParameter syntax(@Nullable String message) {
        var said = message == null ? "" : message.strip().lines().findFirst().orElse("");
        return new BadParameter(ProblemRule.QUERY_SYNTAX, "query", said, List.of());
    }

    private static boolean isUpdate(String text, String base) {
        try {
            return !UpdateFactory.create(text, base, Syntax.syntaxSPARQL_11)
                    .getOperations()
                    .isEmpty();
        } catch (JenaException neither) {
            return false;
        }
    }
}
