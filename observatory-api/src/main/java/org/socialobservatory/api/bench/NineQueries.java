package org.socialobservatory.api.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The nine questions by which endpoints are compared, in SPARQL and, for the limit that a column store sets, in SQL on
 * the tables of the warehouse.
 */
final class NineQueries {

    private static final List<String> NAMES = List.of(
            "1-one-indicator",
            "2-profile",
            "3-against-parent",
            "4-ranking",
            "5-by-region",
            "6-whole-cube",
            "7-two-indicators",
            "8-free-range",
            "9-labels");

    private NineQueries() {}

    /** One of them. */
    record Question(String name, String sparql, String sql) {}

    static List<Question> all() throws IOException {
        var questions = new ArrayList<Question>();
        for (String name : NAMES) {
            questions.add(new Question(
                    name.replace('-', ' '),
                    BigIntake.text("nine/" + name + ".rq"),
                    BigIntake.text("nine/" + name + ".sql")));
        }
        return questions;
    }

    static String sparql(String name) throws IOException {
        return BigIntake.text("nine/" + name + ".rq");
    }
}
