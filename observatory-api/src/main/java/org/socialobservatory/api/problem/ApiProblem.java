package org.socialobservatory.api.problem;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request that is not answered as asked, and why. Whoever throws one says only what is wrong; {@link ProblemAdvice}
 * says it to the reader in his language.
 */
public abstract sealed class ApiProblem extends RuntimeException {

    /** The longest value that is repeated to the reader, in characters. */
    private static final int LONGEST_VALUE = 120;

    private final ProblemRule rule;
    private final @Nullable String parameter;
    private final @Nullable String value;
    private final List<String> allowed;

    private ApiProblem(ProblemRule rule, @Nullable String parameter, @Nullable String value, List<String> allowed) {
        // A refusal is an answer, not an accident: nobody reads its stack.
        super(rule.code(), null, false, false);
        this.rule = rule;
        this.parameter = parameter;
        this.value = shortened(value);
        this.allowed = List.copyOf(allowed);
    }

    /** The HTTP status of the answer. */
    public int status() {
        return rule.status();
    }

    public final ProblemRule rule() {
        return rule;
    }

    /** The parameter at fault, if one is. */
    public final @Nullable String parameter() {
        return parameter;
    }

    /** What was found there, shortened. */
    public final @Nullable String value() {
        return value;
    }

    /** What would have been taken; only the nearest of many. */
    public final List<String> allowed() {
        return allowed;
    }

    private static @Nullable String shortened(@Nullable String value) {
        return value == null || value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE - 1) + "…";
    }

    /** A parameter that is missing, or whose value is not taken: 400. */
    public static final class BadParameter extends ApiProblem {

        public BadParameter(ProblemRule rule, String parameter, @Nullable String value, List<String> allowed) {
            super(rule, parameter, value, allowed);
        }

        /** One of many codes was meant: the nearest are offered. */
        public static BadParameter unknown(
                ProblemRule rule, String parameter, String value, Iterable<String> candidates) {
            return new BadParameter(rule, parameter, value, Nearest.to(value, candidates));
        }

        @Override
        public int status() {
            return 400;
        }
    }

    /** The thing that the path names is not there: 404. */
    public static final class NotFound extends ApiProblem {

        public NotFound(ProblemRule rule, String value, List<String> allowed) {
            super(rule, null, value, allowed);
        }

        /** One of many codes was meant: the nearest are offered. */
        public static NotFound unknown(ProblemRule rule, String value, Iterable<String> candidates) {
            return new NotFound(rule, value, Nearest.to(value, candidates));
        }

        @Override
        public int status() {
            return 404;
        }
    }

    /** The edition was there and has been withdrawn: 410 with the reason that was given. */
    public static final class Withdrawn extends ApiProblem {

        public Withdrawn(String reason) {
            super(ProblemRule.WITHDRAWN, null, reason, List.of());
        }
    }

    /** The request as a whole is refused, with the status of its rule. */
    public static final class Refused extends ApiProblem {

        public Refused(ProblemRule rule) {
            this(rule, null, List.of());
        }

        /** @param value what was found, shown to the reader: never anything internal */
        public Refused(ProblemRule rule, @Nullable String value, List<String> allowed) {
            super(rule, null, value, allowed);
        }
    }
}
