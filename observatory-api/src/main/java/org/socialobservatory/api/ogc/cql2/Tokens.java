package org.socialobservatory.api.ogc.cql2;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A filter in text, cut into words. */
final class Tokens {

    /** An exponent of more digits would let a short text stand for a number of a billion digits. */
    private static final Pattern NUMBER =
            Pattern.compile("(?:[0-9]{1,40}(?:\\.[0-9]{0,40})?|\\.[0-9]{1,40})(?:[eE][+-]?[0-9]{1,3})?");
    /** A letter, a mark or a digit follows the first; a colon and a stop join names (21-065r2, B.1, identifier). */
    private static final Pattern NAME =
            Pattern.compile("[:_\\p{L}\\x{10000}-\\x{EFFFF}][:._\\p{L}\\p{M}\\p{N}\\x{10000}-\\x{EFFFF}]*");

    private static final Pattern SIGN = Pattern.compile("<>|<=|>=|[=<>+\\-*/%^(),]");

    /** What a word is. */
    enum Sort {
        NAME,
        /** A name between quotes, which is no keyword. */
        QUOTED,
        TEXT,
        NUMBER,
        SIGN,
        END
    }

    /**
     * A word.
     *
     * @param text without the quotes around it
     * @param at its first character in the filter
     */
    record Token(Sort sort, String text, int at) {
        boolean is(String keywordOrSign) {
            return (sort == Sort.NAME || sort == Sort.SIGN) && text.equalsIgnoreCase(keywordOrSign);
        }
    }

    private final String filter;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Tokens(String filter) {
        this.filter = filter;
    }

    static List<Token> of(String filter) {
        var reading = new Tokens(filter);
        reading.read();
        return reading.tokens;
    }

    private void read() {
        while (at < filter.length()) {
            char next = filter.charAt(at);
            if (Character.isWhitespace(next)) {
                at++;
            } else if (next == '\'') {
                quoted(Sort.TEXT, next);
            } else if (next == '"') {
                quoted(Sort.QUOTED, next);
            } else if (!taken(Sort.NUMBER, NUMBER) && !taken(Sort.SIGN, SIGN) && !taken(Sort.NAME, NAME)) {
                throw BadFilter.syntax(excerpt(filter, at), List.of());
            }
        }
        tokens.add(new Token(Sort.END, "", at));
    }

    private boolean taken(Sort sort, Pattern pattern) {
        var matcher = pattern.matcher(filter).region(at, filter.length());
        if (!matcher.lookingAt()) {
            return false;
        }
        // 12abc is neither a number nor a name.
        if (sort == Sort.NUMBER
                && NAME.matcher(filter).region(matcher.end(), filter.length()).lookingAt()) {
            return false;
        }
        tokens.add(new Token(sort, matcher.group(), at));
        at = matcher.end();
        return true;
    }

    /** A quote within is doubled; in a text it may have a backslash before it instead. */
    private void quoted(Sort sort, char quote) {
        int start = at++;
        var text = new StringBuilder();
        while (at < filter.length()) {
            char next = filter.charAt(at);
            boolean again = at + 1 < filter.length() && filter.charAt(at + 1) == quote;
            if (again && (next == quote || (next == '\\' && sort == Sort.TEXT))) {
                text.append(quote);
                at += 2;
            } else if (next == quote) {
                at++;
                tokens.add(new Token(sort, text.toString(), start));
                return;
            } else {
                text.append(next);
                at++;
            }
        }
        throw BadFilter.syntax(excerpt(filter, start), List.of(String.valueOf(quote)));
    }

    /** Where something is wrong: its place, counted from one, and what stands there. */
    static String excerpt(String filter, int at) {
        int end = Math.min(filter.length(), at + 24);
        return (at + 1) + ": " + (at >= filter.length() ? "…" : filter.substring(at, end));
    }
}
