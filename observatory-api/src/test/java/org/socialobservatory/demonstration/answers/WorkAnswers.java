package org.socialobservatory.demonstration.answers;

import java.util.List;
import org.socialobservatory.demonstration.town.Census;
import org.socialobservatory.demonstration.town.Draw;
import org.socialobservatory.demonstration.town.Person;

/** Work, paid and unpaid, and the way to it. */
final class WorkAnswers {

    private static final String[] OTHER_STATUS = {"Coopérateur", "Associé", "Payé à la tâche"};

    private final Town town;

    WorkAnswers(Town town) {
        this.town = town;
    }

    void give() {
        for (String area : Census.ARRONDISSEMENTS) {
            for (String sex : List.of("F", "M")) {
                activity(area, sex);
            }
        }
        status();
        Leaning.<Person>of(
                        "compte",
                        person -> person.wealth()
                                + (person.woman() ? 0 : 0.9)
                                + (works(person) ? 1 : 0)
                                - StrictMath.pow((person.age() - 42) / 22.0, 2))
                .ask(town.persons(), Person::adult, Shares.yes(0.53));
        for (Person person : town.persons(Person::adult)) {
            person.say("heures_domestiques", hours(person, new Draw("hours " + person.name())));
        }
        travel();
    }

    /** Who is active, and who of them has work, as the census has it for each arrondissement and sex. */
    private void activity(String area, String sex) {
        var adults = town.adults(area, sex);
        Leaning.<Person>of("actif", WorkAnswers::active)
                .ask(adults, Shares.yes(town.census().share("activity-rate", area, sex)));
        Leaning.<Person>of("travaille", person -> 0.06 * person.age() + 0.3 * person.wealth())
                .ask(
                        adults,
                        person -> person.says("actif", "oui"),
                        Shares.yes(1 - town.census().share("unemployment-rate", area, sex)));
        for (Person person : adults) {
            person.say("travaille", works(person));
            if (!works(person)) {
                person.say("cherche", person.says("actif", "oui"));
            }
        }
    }

    private static double active(Person person) {
        return -1.5 * StrictMath.pow((person.age() - 38) / 13.0, 2)
                - (person.says("scolarise", "oui") ? 5 : 0)
                - (person.says("handicap", "oui") ? 1.5 : 0)
                + (person.woman() && person.says("niveau", "superieur") ? 1.3 : 0)
                - (person.woman() && person.kin() == Person.Kin.SPOUSE ? 0.8 : 0);
    }

    private static boolean works(Person person) {
        return person.says("travaille", "oui");
    }

    private void status() {
        Leaning.<Person>of("statut_emploi", person -> 0.5 * person.wealth() + 0.03 * person.age() + level(person))
                .ask(
                        town.persons(),
                        WorkAnswers::works,
                        Shares.of(
                                "aide_familial 0.008",
                                "apprenti 0.012",
                                "independant 0.21",
                                "other 0.03",
                                "salarie_prive 0.45",
                                "employeur 0.02",
                                "salarie_public 0.27"));
        for (Person person : town.persons(WorkAnswers::works)) {
            var draw = new Draw("contract " + person.name());
            boolean contract = draw.chance(
                    switch (person.said("statut_emploi")) {
                        case "salarie_public" -> 0.99;
                        case "salarie_prive" -> 0.52 + 0.1 * person.wealth();
                        default -> 0.06;
                    });
            person.say("contrat", contract);
            person.say("couverture_emploi", draw.chance(contract ? 0.93 : 0.17));
            if (person.says("statut_emploi", "other")) {
                person.say("statut_emploi_other", OTHER_STATUS[draw.between(0, 2)]);
            }
        }
    }

    private static double level(Person person) {
        return switch (person.said("niveau")) {
            case "superieur" -> 2.2;
            case "lycee" -> 1;
            case "college" -> 0.3;
            default -> 0;
        };
    }

    /** A day, in half hours. */
    private static String hours(Person person, Draw draw) {
        long infants = person.household().members().stream()
                .filter(member -> member.age() < 6)
                .count();
        double adult = person.age() < 20 ? 0.4 : 1;
        double mean = person.woman() ? adult * 4.4 + 0.7 * infants - (works(person) ? 1.2 : 0) : 0.8 + 0.1 * infants;
        long halves = Math.clamp(Math.round(2 * (mean + (person.woman() ? 1.5 : 0.7) * draw.normal())), 0, 30);
        return halves % 2 == 0 ? Long.toString(halves / 2) : halves / 2 + ".5";
    }

    private void travel() {
        var travellers = town.persons(person -> person.adult() && (works(person) || person.says("scolarise", "oui")));
        Leaning.<Person>of("mode_trajet", person -> 0.7 * person.wealth() + (person.age() < 20 ? -1 : 0.2))
                .ask(
                        travellers,
                        Shares.of(
                                "pied 0.27",
                                "velo 0.02",
                                "bus 0.19",
                                "tramway 0.13",
                                "grand_taxi 0.14",
                                "moto 0.1",
                                "voiture 0.15"));
        for (Person person : travellers) {
            var draw = new Draw("way " + person.name());
            double typical = person.says("mode_trajet", "pied") ? 14 : 33;
            double minutes = typical * StrictMath.exp(0.45 * draw.normal());
            person.say("duree_trajet", Math.clamp(Math.round(minutes / 5) * 5, 5, 150));
        }
    }
}
