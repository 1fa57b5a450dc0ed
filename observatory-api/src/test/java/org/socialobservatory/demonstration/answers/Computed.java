package org.socialobservatory.demonstration.answers;

import java.util.List;
import org.socialobservatory.demonstration.town.Household;
import org.socialobservatory.demonstration.town.Person;

/** What the form computes from the answers: its {@code calculate} rows. */
final class Computed {

    private static final List<String> SPENDING = List.of("dep_alimentation", "dep_sante", "dep_autres", "loyer");

    private final Town town;

    Computed(Town town) {
        this.town = town;
    }

    void give() {
        for (Household household : town.households()) {
            for (Person person : household.members()) {
                who(person);
            }
            household(household);
            for (Person person : household.members()) {
                deprivations(person, household);
            }
        }
    }

    private static void who(Person person) {
        person.say("rang", person.rank());
        person.say("lien", person.kin().answer());
        person.say("sexe", person.woman() ? "femme" : "homme");
        person.say("age", person.age());
        boolean dependent = !person.between(15, 59);
        person.say("a_charge", bit(dependent));
        person.say("en_age_de_travailler", bit(!dependent));
        person.say("hors_ecole", person.between(6, 14) && person.says("scolarise", "non") ? 1 : 0);
        person.say(
                "handicap",
                HealthAnswers.DOMAINS.stream()
                        .anyMatch(domain -> person.says(domain, "beaucoup") || person.says(domain, "impossible")));
    }

    private static void household(Household household) {
        var members = household.members();
        household.say("taille", household.size());
        household.say("diversite", household.said("aliments").split(" ", -1).length);
        household.say("dep_totale", total(household));
        household.say(
                "annees_max",
                members.stream()
                        .filter(person -> person.age() >= 10)
                        .mapToLong(person -> Long.parseLong(person.said("annees_etudes")))
                        .max()
                        .orElseThrow());
        household.say(
                "enfants_hors_ecole",
                members.stream()
                        .filter(person -> person.says("hors_ecole", "1"))
                        .count());
        household.say(
                "soins_manques",
                members.stream()
                        .filter(person -> !person.said("motifs").isEmpty())
                        .count());
    }

    private static long total(Household household) {
        long total = 0;
        for (String question : SPENDING) {
            var said = household.said(question);
            long dirhams = said.isEmpty() ? 0 : Long.parseLong(said);
            if (dirhams < 0) {
                return -99;
            }
            total += dirhams;
        }
        return total;
    }

    private static void deprivations(Person person, Household household) {
        long years = Long.parseLong(household.said("annees_max"));
        person.say("prive_etudes", years < 0 ? "" : years < 6 ? "1" : "0");
        person.say("prive_ecole", bit(!household.says("enfants_hors_ecole", "0")));
        person.say(
                "prive_repas",
                household.says("repas_sautes", "refus")
                        ? ""
                        : bit(household.says("repas_sautes", "souvent") || household.says("repas_sautes", "toujours")));
        person.say("prive_soins", bit(!household.says("soins_manques", "0")));
        person.say("prive_electricite", bit(household.says("electricite", "non")));
        person.say("prive_eau", bit(household.says("eau", "non")));
        person.say("prive_eaux_usees", bit(!household.says("eaux_usees", "reseau")));
        person.say("prive_cuisson", bit(household.says("cuisson", "charbon") || household.says("cuisson", "bois")));
        person.say("prive_logement", bit(household.says("type_logement", "sommaire")));
        person.say("prive_place", bit(household.size() > 3 * Long.parseLong(household.said("pieces"))));
    }

    private static String bit(boolean holds) {
        return holds ? "1" : "0";
    }
}
