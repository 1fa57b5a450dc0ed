package org.socialobservatory.ingest.source;

/** Finds the sign between the fields of a text table: the one that cuts the most rows into the same number of parts. */
final class Delimiter {

    private static final char[] CANDIDATES = {',', ';', '\t', '|'};
    private static final int ROWS = 50;

    private Delimiter() {}

    static char of(String head, char quote) {
        char best = ',';
        double most = 0;
        for (char candidate : CANDIDATES) {
            double score = score(head, candidate, quote);
            if (score > most) {
                most = score;
                best = candidate;
            }
        }
        return best;
    }

    /** Fields of the first row, times the share of the rows that have as many; 0 where it cuts nothing. */
    private static double score(String head, char delimiter, char quote) {
        int first = 0;
        int fields = 1;
        int rows = 0;
        int equal = 0;
        boolean quoted = false;
        boolean blank = true;
        for (int i = 0; i < head.length() && rows < ROWS; i++) {
            char letter = head.charAt(i);
            if (letter == quote) {
                quoted = !quoted;
                blank = false;
            } else if (!quoted && letter == delimiter) {
                fields++;
                blank = false;
            } else if (!quoted && letter == '\n') {
                if (!blank) {
                    first = rows == 0 ? fields : first;
                    equal += fields == first ? 1 : 0;
                    rows++;
                }
                fields = 1;
                blank = true;
            } else if (letter != '\r') {
                blank = false;
            }
        }
        if (rows == 0) {
            return fields > 1 ? fields : 0;
        }
        return first > 1 ? (double) first * equal / rows : 0;
    }
}
