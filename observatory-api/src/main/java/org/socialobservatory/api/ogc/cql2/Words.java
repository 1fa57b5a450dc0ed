package org.socialobservatory.api.ogc.cql2;

import java.math.BigDecimal;
import java.util.List;
import org.socialobservatory.api.ogc.cql2.Tokens.Sort;
import org.socialobservatory.api.ogc.cql2.Tokens.Token;
import org.socialobservatory.api.problem.ApiProblem.BadParameter;

/** The words of a filter, one after the other. */
final class Words {

    private final String filter;
    private final List<Token> tokens;
    private int at;

    Words(String filter) {
        this.filter = filter;
        this.tokens = Tokens.of(filter);
    }

    Token next() {
        return tokens.get(at);
    }

    /** The word after the next one. */
    Token afterNext() {
        return tokens.get(Math.min(at + 1, tokens.size() - 1));
    }

    /** Goes on, and returns what was next. */
    Token skip() {
        var token = tokens.get(at);
        if (token.sort() != Sort.END) {
            at++;
        }
        return token;
    }

    boolean taken(String keywordOrSign) {
        if (next().is(keywordOrSign)) {
            skip();
            return true;
        }
        return false;
    }

    void require(String keywordOrSign) {
        if (!taken(keywordOrSign)) {
            throw unexpected(keywordOrSign);
        }
    }

    void end() {
        if (next().sort() != Sort.END) {
            throw unexpected("AND", "OR");
        }
    }

    String text() {
        if (next().sort() != Sort.TEXT) {
            throw unexpected("'…'");
        }
        return skip().text();
    }

    BigDecimal number() {
        if (next().sort() != Sort.NUMBER) {
            throw unexpected("0");
        }
        return new BigDecimal(skip().text());
    }

    BigDecimal signedNumber() {
        if (taken("-")) {
            return number().negate();
        }
        taken("+");
        return number();
    }

    /** That the next word cannot stand here. */
    BadParameter unexpected(String... expected) {
        return BadFilter.syntax(Tokens.excerpt(filter, next().at()), List.of(expected));
    }
}
