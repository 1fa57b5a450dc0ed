package org.socialobservatory.demonstration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.Predicate;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.socialobservatory.demonstration.answers.Town;
import org.socialobservatory.demonstration.town.AgeBand;
import org.socialobservatory.demonstration.town.Census;
import org.socialobservatory.demonstration.town.Household;
import org.socialobservatory.demonstration.town.Person;
import org.socialobservatory.demonstration.town.Respondent;

class CensusMarginsTest {

    static final List<String> ARRONDISSEMENTS = Census.ARRONDISSEMENTS;

    private static final Town TOWN = DemonstrationSurveyTest.SURVEY.town();

    /** Weights have four decimals. */
    private static final Offset<Double> ROUNDING = within(0.5);

    /** One person more or less at the cut, and answers that were withheld. */
    private static final Offset<Double> A_PERSON_OR_TWO = within(0.005);

    @ParameterizedTest
    @FieldSource("ARRONDISSEMENTS")
    void householdsAndPersonsAreThoseOfTheCensus(String area) {
        double households = TOWN.households().stream()
                .filter(household -> household.area().equals(area))
                .mapToDouble(Household::weight)
                .sum();
        assertThat(households).isCloseTo(TOWN.census().households(area), ROUNDING);
        for (AgeBand band : AgeBand.values()) {
            for (String sex : List.of("F", "M")) {
                assertThat(weight(person -> is(person, area, sex) && AgeBand.of(person.age()) == band))
                        .isCloseTo(TOWN.census().persons(area, sex, band), ROUNDING);
            }
        }
    }

    @ParameterizedTest
    @FieldSource("ARRONDISSEMENTS")
    void womenWhoCannotReadAreAsManyAsInTheCensus(String area) {
        for (String sex : List.of("F", "M")) {
            double share = share(person -> person.adult() && is(person, area, sex), "lire_ecrire", "non");
            assertThat(share).isCloseTo(TOWN.census().share("illiteracy-rate", area, sex), A_PERSON_OR_TWO);
        }
    }

    @ParameterizedTest
    @FieldSource("ARRONDISSEMENTS")
    void workAndDisabilityAreThoseOfTheCensus(String area) {
        for (String sex : List.of("F", "M")) {
            double unemployed =
                    share(person -> is(person, area, sex) && person.says("actif", "oui"), "travaille", "non");
            assertThat(unemployed).isCloseTo(TOWN.census().share("unemployment-rate", area, sex), within(0.01));
        }
        assertThat(share(person -> person.area().equals(area), "handicap", "oui"))
                .isCloseTo(TOWN.census().share("disability-prevalence", area, "T"), A_PERSON_OR_TWO);
    }

    @Test
    void weightsStayNearThoseOfTheSample() {
        assertThat(TOWN.households())
                .allSatisfy(household -> assertThat(household.weight()).isBetween(7.0, 350.0));
    }

    /** The intraclass correlation of not being able to read, by analysis of variance. */
    @Test
    void neighboursResembleOneAnother() {
        var adults = TOWN.persons().stream().filter(Person::adult).toList();
        assertThat(IntraclassCorrelation.of(
                        adults, person -> person.household().block(), person -> person.says("lire_ecrire", "non")))
                .isBetween(0.02, 0.1);
    }

    private static boolean is(Person person, String area, String sex) {
        return person.area().equals(area) && person.sex().equals(sex);
    }

    private static double weight(Predicate<Person> which) {
        return TOWN.persons().stream()
                .filter(which)
                .mapToDouble(Respondent::weight)
                .sum();
    }

    private static double share(Predicate<Person> universe, String question, String answer) {
        return weight(universe.and(person -> person.says(question, answer))) / weight(universe);
    }
}
