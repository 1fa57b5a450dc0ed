package org.socialobservatory.demonstration.answers;

import java.util.List;
import org.socialobservatory.demonstration.town.Draw;
import org.socialobservatory.demonstration.town.Person;

/** Sport, food, well-being, social ties, participation and safety of those of 15 and over. */
final class LifeAnswers {

    private static final String[] ASSOCIATIONS = {"sport", "quartier", "parents", "cooperative", "entraide", "autre"};
    private static final double[] MEMBERS = {0.3, 0.25, 0.16, 0.09, 0.14, 0.06};

    private final List<Person> adults;
    private final List<Person> women;
    private final List<Person> men;

    LifeAnswers(Town town) {
        adults = town.persons(Person::adult);
        women = town.persons(person -> person.adult() && person.woman());
        men = town.persons(person -> person.adult() && !person.woman());
    }

    void give() {
        body();
        mind();
        together();
        safety();
    }

    private void body() {
        var sport = Leaning.<Person>of(
                "sport",
                person -> 0.5 * person.wealth() - 0.02 * person.age() - (person.says("handicap", "oui") ? 1.2 : 0));
        sport.ask(women, Shares.of("jamais 0.56", "rarement 0.17", "semaine 0.2", "quotidien 0.07"));
        sport.ask(men, Shares.of("jamais 0.37", "rarement 0.18", "semaine 0.3", "quotidien 0.15"));
        Leaning.<Person>of("fruits_legumes", person -> 0.9 * person.wealth())
                .ask(adults, Shares.of("0 0.02", "1 0.05", "2 0.09", "3 0.13", "4 0.12", "5 0.11", "6 0.08", "7 0.4"));
    }

    private void mind() {
        Leaning.<Person>of(
                        "satisfaction",
                        person -> 0.8 * person.wealth()
                                - (person.says("cherche", "oui") ? 0.9 : 0)
                                - (person.says("handicap", "oui") ? 0.8 : 0))
                .ask(
                        adults,
                        Shares.of(
                                "0 0.01", "1 0.015", "2 0.03", "3 0.05", "4 0.09", "5 0.21", "6 0.16", "7 0.19",
                                "8 0.145", "9 0.06", "10 0.04"));
        Leaning.<Person>of("soutien", person -> 0.5 * person.wealth() - 0.01 * person.age())
                .ask(adults, Shares.yes(0.85));
        Leaning.<Person>of(
                        "solitude",
                        person -> (person.household().size() == 1 ? 1.4 : 0)
                                + (person.age() >= 60 ? 0.5 : 0)
                                + (person.says("soutien", "non") ? 0.9 : 0))
                .ask(adults, Shares.of("jamais 0.52", "parfois 0.33", "souvent 0.11", "toujours 0.04"));
    }

    private void together() {
        Leaning.<Person>of("associations", person -> 0.5 * person.wealth() + (person.woman() ? 0 : 0.6))
                .ask(adults, Shares.of("aucune 0.91", "membre 0.09"));
        for (Person person : adults) {
            if (person.says("associations", "membre")) {
                person.say("associations", memberships(new Draw("associations " + person.name())));
            }
        }
        Leaning.<Person>of("reunion", 0.7, person -> person.says("associations", "aucune") ? 0 : 1.8)
                .ask(adults, Shares.yes(0.07));
        Leaning.<Person>of("benevolat", person -> person.says("associations", "aucune") ? 0 : 1.6)
                .ask(adults, Shares.yes(0.12));
        Leaning.<Person>of("culture", person -> 0.8 * person.wealth() - 0.025 * person.age())
                .ask(adults, Shares.yes(0.22));
        Leaning.<Person>of("influence", person -> 0.3 * person.wealth() + (person.says("reunion", "oui") ? 1.2 : 0))
                .ask(
                        adults,
                        person -> person.age() >= 18,
                        Shares.of("pas_du_tout 0.42", "plutot_pas 0.29", "plutot 0.22", "tout_a_fait 0.07"));
    }

    private static String memberships(Draw draw) {
        int first = draw.among(MEMBERS);
        int second = draw.among(MEMBERS);
        return first == second || draw.chance(0.7)
                ? ASSOCIATIONS[first]
                : ASSOCIATIONS[Math.min(first, second)] + " " + ASSOCIATIONS[Math.max(first, second)];
    }

    /** Blocks differ most in safety and in trust. */
    private void safety() {
        var evening = Leaning.<Person>of("securite_soir", 0.7, person -> 0.3 * person.wealth());
        evening.ask(women, Shares.of("ne_sort_pas 0.22", "pas_du_tout 0.17", "peu 0.25", "plutot 0.26", "tres 0.1"));
        evening.ask(men, Shares.of("ne_sort_pas 0.04", "pas_du_tout 0.08", "peu 0.2", "plutot 0.42", "tres 0.26"));
        Leaning.<Person>of("confiance", 0.6, person -> 0.3 * person.wealth() + 0.01 * person.age())
                .ask(adults, Shares.yes(0.57));
        Leaning.<Person>of("vol_agression", 0.5, person -> -0.02 * person.age()).ask(adults, Shares.yes(0.075));
        var harassment = Leaning.<Person>of("harcelement", person -> -0.05 * person.age());
        harassment.ask(women, Shares.yes(0.19));
        harassment.ask(men, Shares.yes(0.05));
    }
}
