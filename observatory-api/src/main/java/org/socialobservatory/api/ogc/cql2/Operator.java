package org.socialobservatory.api.ogc.cql2;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the language can do with values, under the names that it has in JSON. */
public enum Operator {
    AND("and", Form.LOGIC),
    OR("or", Form.LOGIC),
    NOT("not", Form.LOGIC),
    EQUAL("=", Form.COMPARISON),
    UNEQUAL("<>", Form.COMPARISON),
    LESS("<", Form.COMPARISON),
    GREATER(">", Form.COMPARISON),
    AT_MOST("<=", Form.COMPARISON),
    AT_LEAST(">=", Form.COMPARISON),
    LIKE("like", Form.PREDICATE),
    BETWEEN("between", Form.PREDICATE),
    IN("in", Form.PREDICATE),
    IS_NULL("isNull", Form.PREDICATE),
    CASEI("casei", Form.FOLDING),
    ACCENTI("accenti", Form.FOLDING),
    PLUS("+", Form.ARITHMETIC),
    MINUS("-", Form.ARITHMETIC),
    TIMES("*", Form.ARITHMETIC),
    OVER("/", Form.ARITHMETIC),
    REMAINDER("%", Form.ARITHMETIC),
    WHOLE_OVER("div", Form.ARITHMETIC),
    POWER("^", Form.ARITHMETIC),
    S_INTERSECTS("s_intersects", Form.SPATIAL),
    S_EQUALS("s_equals", Form.SPATIAL),
    S_DISJOINT("s_disjoint", Form.SPATIAL),
    S_TOUCHES("s_touches", Form.SPATIAL),
    S_WITHIN("s_within", Form.SPATIAL),
    S_OVERLAPS("s_overlaps", Form.SPATIAL),
    S_CROSSES("s_crosses", Form.SPATIAL),
    S_CONTAINS("s_contains", Form.SPATIAL),
    T_AFTER("t_after", Form.TEMPORAL),
    T_BEFORE("t_before", Form.TEMPORAL),
    T_CONTAINS("t_contains", Form.TEMPORAL),
    T_DISJOINT("t_disjoint", Form.TEMPORAL),
    T_DURING("t_during", Form.TEMPORAL),
    T_EQUALS("t_equals", Form.TEMPORAL),
    T_FINISHEDBY("t_finishedBy", Form.TEMPORAL),
    T_FINISHES("t_finishes", Form.TEMPORAL),
    T_INTERSECTS("t_intersects", Form.TEMPORAL),
    T_MEETS("t_meets", Form.TEMPORAL),
    T_METBY("t_metBy", Form.TEMPORAL),
    T_OVERLAPPEDBY("t_overlappedBy", Form.TEMPORAL),
    T_OVERLAPS("t_overlaps", Form.TEMPORAL),
    T_STARTEDBY("t_startedBy", Form.TEMPORAL),
    T_STARTS("t_starts", Form.TEMPORAL),
    A_CONTAINEDBY("a_containedBy", Form.ARRAY),
    A_CONTAINS("a_contains", Form.ARRAY),
    A_EQUALS("a_equals", Form.ARRAY),
    A_OVERLAPS("a_overlaps", Form.ARRAY);

    /** Operators that are written and checked alike. */
    enum Form {
        LOGIC,
        COMPARISON,
        PREDICATE,
        FOLDING,
        ARITHMETIC,
        SPATIAL,
        TEMPORAL,
        ARRAY
    }

    private static final Map<String, Operator> BY_NAME = Arrays.stream(values())
            .collect(Collectors.toMap(operator -> operator.code.toLowerCase(Locale.ROOT), Function.identity()));

    private final String code;
    private final Form form;

    Operator(String code, Form form) {
        this.code = code;
        this.form = form;
    }

    String code() {
        return code;
    }

    Form form() {
        return form;
    }

    /** By its name in JSON, whatever its case. */
    static Optional<Operator> of(String name) {
        return Optional.ofNullable(BY_NAME.get(name.toLowerCase(Locale.ROOT)));
    }

    /** As a function of text, such as {@code S_INTERSECTS(…)} and {@code CASEI(…)}. */
    static Optional<Operator> function(String name) {
        return of(name).filter(Operator::isFunction);
    }

    boolean isFunction() {
        return switch (form) {
            case FOLDING, SPATIAL, TEMPORAL, ARRAY -> true;
            case LOGIC, COMPARISON, PREDICATE, ARITHMETIC -> false;
        };
    }

    /** Whether it takes so many operands. */
    boolean takes(int operands) {
        return switch (form) {
            case LOGIC -> this == NOT ? operands == 1 : operands >= 2;
            case PREDICATE -> operands == (this == IS_NULL ? 1 : this == BETWEEN ? 3 : 2);
            case FOLDING -> operands == 1;
            case COMPARISON, ARITHMETIC, SPATIAL, TEMPORAL, ARRAY -> operands == 2;
        };
    }

    static List<String> codes() {
        return Arrays.stream(values()).map(Operator::code).toList();
    }
}
