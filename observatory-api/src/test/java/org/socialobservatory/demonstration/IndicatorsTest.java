package org.socialobservatory.demonstration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.socialobservatory.ingest.estimate.Expression;
import org.socialobservatory.ingest.estimate.ecql.Ecql;
import org.socialobservatory.ingest.estimate.ecql.Translation;
import org.socialobservatory.ontology.Vocabulary;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Holds what is computed to the answers: each expression is understood and gives a figure that could be. */
class IndicatorsTest {

    private static final Path PACKAGE = DemonstrationSurveyTest.PACKAGE;
    private static final Expression EVERYBODY = Expression.of("TRUE");

    private static final Form FORM = Form.read();
    private static final Answers HOUSEHOLDS = open("menages", FORM.household());
    private static final Answers PERSONS = open("personnes", FORM.person());

    record Computed(String table, String code, JsonNode row) {
        String text(String key) {
            return row.path(key).asString("");
        }

        @Override
        public String toString() {
            return code;
        }
    }

    private static Answers open(String table, List<Form.Field> fields) {
        try {
            return new Answers(PACKAGE.resolve(table + ".csv.gz"), fields);
        } catch (SQLException e) {
            throw new AssertionError("The answers cannot be read", e);
        }
    }

    @AfterAll
    static void close() throws SQLException {
        HOUSEHOLDS.close();
        PERSONS.close();
    }

    static List<Computed> indicators() {
        var found = new ArrayList<Computed>();
        for (String table : List.of("menages", "personnes")) {
            var file = PACKAGE.resolve("indicateurs-" + table + ".yaml").toFile();
            for (JsonNode row : new YAMLMapper().readTree(file).path("indicators")) {
                found.add(new Computed(table, row.path("code").asString(""), row));
            }
        }
        return found;
    }

    static Stream<Computed> proportions() {
        return indicators().stream().filter(one -> one.text("kind").equals("proportion"));
    }

    static Stream<Computed> numbers() {
        return indicators().stream().filter(one -> !one.text("value").isEmpty());
    }

    @Test
    void mostOfTheSharedCatalogueIsComputed() {
        var shared = Vocabulary.load().indicators().stream()
                .map(indicator -> indicator.code())
                .toList();
        assertThat(indicators().stream().map(Computed::code).filter(shared::contains))
                .hasSizeGreaterThan(50)
                .doesNotHaveDuplicates();
        assertThat(indicators().stream().map(one -> one.text("kind")))
                .contains("proportion", "mean", "ratio", "total", "count", "quantile", "mpi");
    }

    @ParameterizedTest
    @MethodSource("proportions")
    void proportionsAreNeitherNobodyNorEverybody(Computed one) throws SQLException {
        assertThat(mean(one, condition(one, one.text("condition")))).isBetween(0.002, 0.999);
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void numbersAreThereToBeReckoned(Computed one) throws SQLException {
        assertThat(mean(one, number(one, one.text("value")))).isPositive();
        if (one.text("kind").equals("ratio")) {
            assertThat(mean(one, number(one, one.text("denominator")))).isPositive();
        }
    }

    @Test
    void deprivationsAreRareAndAllOccur() throws SQLException {
        var index = indicators().getLast();
        assertThat(index.code()).isEqualTo("mpi");
        for (JsonNode dimension : index.row().path("dimensions")) {
            for (JsonNode deprivation : dimension.path("indicators")) {
                var deprived = condition(index, deprivation.path("deprived").asString(""));
                assertThat(mean(index, deprived)).isBetween(0.001, 0.3);
            }
        }
    }

    @Test
    void someFiguresOfSomeQuartersRestOnTooFewAnswers() throws SQLException {
        assertThat(here("age = 1")).as("unreliable").isBetween(10.0, 60.0);
        assertThat(here("sexe = 'femme' AND age >= 60 AND travaille = 'oui'"))
                .as("withheld")
                .isBetween(0.0, 9.0);
    }

    @Test
    void illiteracyOfWomenIsThatOfTheCensus() throws SQLException {
        var illiteracy = indicators().stream()
                .filter(one -> one.code().equals("illiteracy-rate"))
                .findFirst()
                .orElseThrow();
        var women = condition(illiteracy, "age >= 15 AND sexe = 'femme'");
        assertThat(PERSONS.mean(condition(illiteracy, illiteracy.text("condition")), women))
                .isCloseTo(0.227, within(0.003));
    }

    private static double here(String universe) throws SQLException {
        var where = ((Translation.Translated) new Ecql(PERSONS.types()).condition(universe)).expression();
        return PERSONS.size(new Expression(where.sql() + " AND area = '44410105'", where.values()));
    }

    private static double mean(Computed one, Expression value) throws SQLException {
        var universe = one.text("universe");
        return table(one).mean(value, universe.isEmpty() ? EVERYBODY : condition(one, universe));
    }

    private static Answers table(Computed one) {
        return one.table().equals("menages") ? HOUSEHOLDS : PERSONS;
    }

    private static Expression condition(Computed one, String ecql) {
        return understood(new Ecql(table(one).types()).condition(ecql));
    }

    private static Expression number(Computed one, String ecql) {
        return understood(new Ecql(table(one).types()).number(ecql));
    }

    private static Expression understood(Translation translation) {
        assertThat(translation).isInstanceOf(Translation.Translated.class);
        return ((Translation.Translated) translation).expression();
    }
}
