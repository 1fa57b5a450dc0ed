package org.socialobservatory.ingest.estimate.ecql;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.socialobservatory.ingest.estimate.Expression;
import org.socialobservatory.ontology.finding.FindingRule;

class EcqlTest {

    private static final Ecql ECQL = new Ecql(Map.of(
            "age", VariableType.NUMBER,
            "revenu", VariableType.NUMBER,
            "sexe", VariableType.TEXT,
            "lit", VariableType.TEXT,
            "q5", VariableType.TEXT,
            "sources", VariableType.CHOICES,
            "marie", VariableType.TRUTH,
            "né.le", VariableType.DATE));

    private static Connection answers;

    @BeforeAll
    static void fourPeopleAnswer() throws SQLException {
        answers = DriverManager.getConnection("jdbc:duckdb:");
        try (var statement = answers.createStatement()) {
            statement.execute("""
                    CREATE TABLE answers (id INTEGER, age BIGINT, revenu DOUBLE, sexe VARCHAR, lit VARCHAR, q5 VARCHAR,
                        sources VARCHAR[], marie BOOLEAN, "né.le" DATE)""");
            statement.execute("""
                    INSERT INTO answers VALUES
                        (1, 12, 0, 'F', 'oui', '1', ['eau', 'puits'], FALSE, '2012-03-01'),
                        (2, 40, 3000, 'F', 'non', '2', ['eau'], TRUE, '1984-05-17'),
                        (3, 70, 1500, 'M', 'non', '1', [], TRUE, '1954-12-31'),
                        (4, NULL, NULL, 'M', NULL, NULL, NULL, NULL, NULL)""");
        }
    }

    @AfterAll
    static void close() throws SQLException {
        answers.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "age >= 15 AND sexe = 'F' | 2",
                "age >= 15 | 2,3",
                "NOT age >= 15 | 1",
                "age < 15 OR lit = 'non' | 1,2,3",
                "age BETWEEN 12 AND 40 | 1,2",
                "sexe IN ('M') | 3,4",
                "age IN (12, 70) | 1,3",
                "lit <> 'oui' | 2,3",
                "lit LIKE 'o%' | 1",
                "lit ILIKE 'O_I' | 1",
                "age IS NULL | 4",
                "lit IS NOT NULL | 1,2,3",
                "includes(sources, 'eau') = true | 1,2",
                "includes(sources, 'puits') = false | 2,3",
                "true = includes(sources, 'puits') AND age < 18 | 1",
                "marie = true | 2,3",
                "q5 = 1 | 1,3",
                "age + 1 > 40 | 2,3",
                "revenu / age > 50 | 2",
                "age > -1 | 1,2,3",
                "\"né.le\" < '1980-01-01' | 3",
                "lit = '''; DROP TABLE answers; --' | ``",
            })
    void choosesTheSamePeopleAsSomeoneWhoReadsIt(String text, String ids) throws SQLException {
        assertThat(chosen(translated(ECQL.condition(text)).expression())).isEqualTo(ids);
    }

    @Test
    void leavesTheUnknownUnknown() throws SQLException {
        assertThat(chosen(Expression.of(
                        "("
                                + translated(ECQL.condition("age >= 15"))
                                        .expression()
                                        .sql() + ") IS NULL",
                        15.0)))
                .isEqualTo("4");
    }

    @Test
    void reckonsAndLeavesADivisionByZeroUnknown() throws SQLException {
        var share = translated(ECQL.number("100 * age / (revenu - 1500)"));
        assertThat(share.variables()).containsExactly("age", "revenu");
        assertThat(numbers(share.expression())).containsExactly("-0.8", "2.6666666666666665", "null", "null");
    }

    @Test
    void bindsValuesAndPastesNone() {
        var expression =
                translated(ECQL.condition("lit = 'x'' OR 1=1' AND age > 5")).expression();
        assertThat(expression.sql()).doesNotContain("1=1").contains("?");
        assertThat(expression.values()).containsExactly("x' OR 1=1", 5.0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "age >=",
                "age = (SELECT 1)",
                "age > 1; DROP TABLE answers",
                "1 = 1 --",
                "age # 5",
                "âge > @",
                "\u0000",
                "",
                "INTERSECTS(age, POINT(1 2))",
                "age BEFORE 2020-01-01T00:00:00Z",
                "includes(sources, 'eau') = 'yes'",
                "IN ('1')"
            })
    void refusesWhatIsNoCondition(String text) {
        assertThat(refused(ECQL.condition(text)).rule()).isEqualTo(FindingRule.ECQL_MALFORMED);
    }

    @Test
    void refusesATextThatIsTooDeepOrTooLong() {
        assertThat(refused(ECQL.condition("(".repeat(3000) + "age = 1" + ")".repeat(3000)))
                        .rule())
                .isEqualTo(FindingRule.ECQL_MALFORMED);
        assertThat(refused(ECQL.condition("age = 1 OR ".repeat(1000) + "age = 2"))
                        .rule())
                .isEqualTo(FindingRule.ECQL_MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"strToLowerCase(lit) = 'non'", "env('home') = 'x'", "random() > 0.5", "includes(sources) = true"
            })
    void refusesEveryOtherFunctionByName(String text) {
        var refused = refused(ECQL.condition(text));
        assertThat(refused.rule()).isEqualTo(FindingRule.ECQL_FUNCTION);
        assertThat(text).contains(refused.arguments().getFirst());
    }

    @Test
    void namesTheNearestVariablesOfOneThatTheDataLack() {
        assertThat(refused(ECQL.condition("aeg > 15")))
                .isEqualTo(new Translation.Refused(FindingRule.VARIABLE_UNKNOWN, List.of("aeg", "age")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lit > 5",
                "lit + 1 > 5",
                "age = 'old'",
                "sources = 'eau'",
                "includes(lit, 'eau') = true",
                "marie = 'oui'",
                "age LIKE '1%'",
                "\"né.le\" > '31/12/1980'",
                "lit BETWEEN 'a' AND 'b'",
                "age = lit"
            })
    void refusesToCompareWhatCannotBeCompared(String text) {
        assertThat(refused(ECQL.condition(text)).rule()).isEqualTo(FindingRule.VARIABLE_TYPE);
    }

    @Test
    void refusesATextWhereANumberIsNeeded() {
        assertThat(refused(ECQL.number("lit")).rule()).isEqualTo(FindingRule.VARIABLE_TYPE);
        assertThat(refused(ECQL.number("'5'")).rule()).isEqualTo(FindingRule.VARIABLE_TYPE);
    }

    private static Translation.Translated translated(Translation translation) {
        assertThat(translation).isInstanceOf(Translation.Translated.class);
        return (Translation.Translated) translation;
    }

    private static Translation.Refused refused(Translation translation) {
        assertThat(translation).isInstanceOf(Translation.Refused.class);
        return (Translation.Refused) translation;
    }

    private static String chosen(Expression condition) throws SQLException {
        return String.join(",", column("SELECT id FROM answers WHERE " + condition.sql() + " ORDER BY id", condition));
    }

    private static List<String> numbers(Expression number) throws SQLException {
        return column("SELECT " + number.sql() + " FROM answers ORDER BY id", number);
    }

    private static List<String> column(String sql, Expression expression) throws SQLException {
        var found = new java.util.ArrayList<String>();
        try (var statement = answers.prepareStatement(sql)) {
            for (int i = 0; i < expression.values().size(); i++) {
                statement.setObject(i + 1, expression.values().get(i));
            }
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(String.valueOf(rows.getObject(1)));
                }
            }
        }
        return found;
    }
}
