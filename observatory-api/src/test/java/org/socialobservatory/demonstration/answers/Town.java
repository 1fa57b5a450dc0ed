package org.socialobservatory.demonstration.answers;

import java.util.List;
import java.util.function.Predicate;
import org.socialobservatory.demonstration.town.Census;
import org.socialobservatory.demonstration.town.Household;
import org.socialobservatory.demonstration.town.Person;

/** All who answer, with the facts to which their answers keep. */
public record Town(Census census, List<Household> households, List<Person> persons) {

    public static Town of(Census census, List<Household> households) {
        var persons = households.stream()
                .flatMap(household -> household.members().stream())
                .toList();
        return new Town(census, households, persons);
    }

    /** Has everybody answer all questions, those first on which others lean. */
    public void answer() {
        new HomeAnswers(this).give();
        new SchoolAnswers(this).give();
        new HealthAnswers(this).give();
        new WorkAnswers(this).give();
        new LifeAnswers(this).give();
        new Interviews(this).give();
        new Silence(this).fall();
        new Computed(this).give();
    }

    List<Person> persons(Predicate<Person> which) {
        return persons.stream().filter(which).toList();
    }

    List<Household> households(String area) {
        return households.stream()
                .filter(household -> household.area().equals(area))
                .toList();
    }

    /** Persons of 15 and over of one arrondissement and sex. */
    List<Person> adults(String area, String sex) {
        return persons(person ->
                person.adult() && person.area().equals(area) && person.sex().equals(sex));
    }
}
