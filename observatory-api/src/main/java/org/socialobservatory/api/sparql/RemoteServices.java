package org.socialobservatory.api.sparql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.walker.Walker;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.ExprFunctionOp;
import org.apache.jena.sparql.expr.ExprVisitorBase;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementBind;
import org.apache.jena.sparql.syntax.ElementFilter;
import org.apache.jena.sparql.syntax.ElementService;
import org.apache.jena.sparql.syntax.ElementSubQuery;
import org.apache.jena.sparql.syntax.ElementVisitorBase;
import org.apache.jena.sparql.syntax.ElementWalker;
import org.jspecify.annotations.Nullable;

/**
 * Looks for {@code SERVICE} wherever it may stand: in patterns and subqueries, and in an {@code EXISTS} within a filter,
 * a binding, an aggregate, a group, a having or an order.
 */
final class RemoteServices extends ElementVisitorBase {

    private final List<String> found = new ArrayList<>();
    private final Expressions expressions = new Expressions();

    private RemoteServices() {}

    /** The first service of a query, by its address or variable. */
    static Optional<String> first(Query query) {
        var search = new RemoteServices();
        search.query(query);
        return search.found.stream().findFirst();
    }

    private void query(Query query) {
        pattern(query.getQueryPattern());
        query.getProject().getExprs().values().forEach(this::expression);
        query.getGroupBy().getExprs().values().forEach(this::expression);
        query.getHavingExprs().forEach(this::expression);
        query.getAggregators().forEach(this::expression);
        if (query.hasOrderBy()) {
            query.getOrderBy().forEach(condition -> expression(condition.getExpression()));
        }
    }

    private void pattern(@Nullable Element element) {
        if (element != null) {
            ElementWalker.walk(element, this);
        }
    }

    private void expression(Expr expression) {
        Walker.walk(expression, expressions);
    }

    @Override
    public void visit(ElementService service) {
        found.add(service.getServiceNode().toString());
    }

    @Override
    public void visit(ElementSubQuery subquery) {
        query(subquery.getQuery());
    }

    @Override
    public void visit(ElementFilter filter) {
        expression(filter.getExpr());
    }

    @Override
    public void visit(ElementBind binding) {
        expression(binding.getExpr());
    }

    private final class Expressions extends ExprVisitorBase {

        @Override
        public void visit(ExprFunctionOp exists) {
            pattern(exists.getElement());
        }

        @Override
        public void visit(ExprAggregator aggregate) {
            // COUNT(*) is of nothing.
            Optional.ofNullable(aggregate.getAggregator().getExprList())
                    .ifPresent(arguments -> arguments.forEach(RemoteServices.this::expression));
        }
    }
}
