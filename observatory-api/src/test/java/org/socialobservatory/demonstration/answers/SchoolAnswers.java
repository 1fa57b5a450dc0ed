package org.socialobservatory.demonstration.answers;

import java.util.List;
import org.socialobservatory.demonstration.town.Census;
import org.socialobservatory.demonstration.town.Draw;
import org.socialobservatory.demonstration.town.Person;

/** Who goes to school, who can read and write, and how far each went. */
final class SchoolAnswers {

    /** Share at school in each range of ages where the census is silent. */
    private static final int[][] AGES = {{3, 3}, {4, 5}, {12, 14}, {15, 17}, {18, 19}, {20, 21}, {22, 24}, {25, 29}};

    private static final double[] AT_SCHOOL = {0.31, 0.79, 0.955, 0.84, 0.62, 0.47, 0.3, 0.06};

    private final Town town;

    SchoolAnswers(Town town) {
        this.town = town;
    }

    void give() {
        school();
        reading();
        Leaning.<Person>of("niveau", person -> person.wealth() - 0.04 * (person.age() - 40))
                .ask(
                        town.persons(),
                        person -> person.age() >= 10 && person.says("lire_ecrire", "oui") && !atSchool(person),
                        Shares.of("aucun 0.03", "primaire 0.25", "college 0.26", "lycee 0.24", "superieur 0.22"));
        for (Person person : town.persons(person -> person.age() >= 10)) {
            years(person, new Draw("years " + person.name()));
        }
    }

    private void school() {
        var school = Leaning.<Person>of(
                "scolarise", person -> 0.8 * person.wealth() + (person.woman() ? 0.2 : 0) - 0.15 * person.age());
        for (int range = 0; range < AGES.length; range++) {
            int[] ages = AGES[range];
            school.ask(town.persons(), person -> person.between(ages[0], ages[1]), Shares.yes(AT_SCHOOL[range]));
        }
        for (String area : Census.ARRONDISSEMENTS) {
            double share = town.census().share("school-enrolment-rate", area, "T");
            school.ask(
                    town.persons(),
                    person -> person.between(6, 11) && person.area().equals(area),
                    Shares.yes(share));
        }
        Leaning.<Person>of("formation", person -> person.woman() ? 0 : 0.3)
                .ask(
                        town.persons(),
                        person -> person.between(15, 29) && person.says("scolarise", "non"),
                        Shares.yes(0.12));
    }

    private void reading() {
        var reading = Leaning.<Person>of(
                "lire_ecrire", person -> 1.1 * person.wealth() - 0.085 * person.age() + (atSchool(person) ? 9 : 0));
        reading.ask(town.persons(), person -> person.between(10, 14), Shares.yes(0.988));
        for (String area : Census.ARRONDISSEMENTS) {
            for (String sex : List.of("F", "M")) {
                double illiterate = town.census().share("illiteracy-rate", area, sex);
                reading.ask(town.adults(area, sex), Shares.yes(1 - illiterate));
            }
        }
    }

    private static boolean atSchool(Person person) {
        return person.says("scolarise", "oui");
    }

    /** Completed years, and the level where it follows from them. */
    private static void years(Person person, Draw draw) {
        int possible = Math.max(0, person.age() - 6);
        if (person.says("lire_ecrire", "non")) {
            int years = Math.min(possible, draw.chance(0.12) ? draw.between(1, 3) : 0);
            tell(person, years, years == 0 ? "aucun" : "primaire");
        } else if (atSchool(person)) {
            int years = Math.clamp(possible - draw.among(0.6, 0.27, 0.13), 0, 18);
            tell(person, years, level(years));
        } else {
            int years = Math.min(possible, reached(person.said("niveau"), draw));
            tell(person, years, person.says("niveau", "aucun") ? "aucun" : level(years));
        }
    }

    private static int reached(String level, Draw draw) {
        return switch (level) {
            case "primaire" -> draw.between(3, 5);
            case "college" -> draw.between(6, 8);
            case "lycee" -> draw.between(9, 12);
            case "superieur" -> draw.between(13, 18);
            default -> 0;
        };
    }

    private static String level(int years) {
        return years < 6 ? "primaire" : years < 9 ? "college" : years < 13 ? "lycee" : "superieur";
    }

    private static void tell(Person person, int years, String level) {
        person.say("annees_etudes", years);
        person.say("niveau", level);
    }
}
