package org.socialobservatory.demonstration.answers;

import org.socialobservatory.demonstration.town.Draw;
import org.socialobservatory.demonstration.town.Person;
import org.socialobservatory.demonstration.town.Respondent;

/** Answers that nobody knew or gave, oftener to the interviewer who hurries. */
final class Silence {

    private static final String REFUSED = "refus";
    private static final String UNKNOWN = "nsp";
    private static final String REFUSED_NUMBER = "-99";
    private static final String UNKNOWN_NUMBER = "-98";

    private final Town town;

    Silence(Town town) {
        this.town = town;
    }

    void fall() {
        for (var household : town.households()) {
            keep(household, "loyer", 0.04, REFUSED_NUMBER);
            keep(household, "dep_alimentation", 0.025, REFUSED_NUMBER);
            keep(household, "dep_sante", 0.02, REFUSED_NUMBER);
            keep(household, "dep_autres", 0.045, REFUSED_NUMBER);
            keep(household, "repas_sautes", 0.015, REFUSED);
        }
        for (Person person : town.persons()) {
            facts(person);
            opinions(person);
        }
    }

    private static void facts(Person person) {
        keep(person, "annees_etudes", 0.015, UNKNOWN_NUMBER);
        keep(person, "couverture", 0.01, UNKNOWN);
        keep(person, "vaccins", 0.04, UNKNOWN);
        keep(person, "contrat", 0.02, UNKNOWN);
        keep(person, "couverture_emploi", 0.025, UNKNOWN);
        keep(person, "compte", 0.02, UNKNOWN);
        keep(person, "heures_domestiques", 0.02, UNKNOWN_NUMBER);
    }

    private static void opinions(Person person) {
        keep(person, "sport", 0.004, REFUSED);
        keep(person, "satisfaction", 0.015, REFUSED_NUMBER);
        keep(person, "soutien", 0.01, REFUSED);
        keep(person, "solitude", 0.012, REFUSED);
        keep(person, "influence", 0.03, REFUSED);
        keep(person, "securite_soir", 0.008, REFUSED);
        keep(person, "confiance", 0.015, REFUSED);
        keep(person, "vol_agression", 0.012, REFUSED);
        keep(person, "harcelement", person.woman() ? 0.085 : 0.03, REFUSED);
    }

    private static void keep(Respondent respondent, String question, double chance, String instead) {
        double hurry = respondent.household().says("enqueteur", Interviews.HASTY) ? 2.5 : 1;
        if (!respondent.said(question).isEmpty()
                && new Draw("silence " + question + " " + respondent.name()).chance(chance * hurry)) {
            respondent.say(question, instead);
        }
    }
}
