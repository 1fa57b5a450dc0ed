package org.socialobservatory.demonstration.answers;

import java.util.ArrayList;
import java.util.List;
import org.socialobservatory.demonstration.town.Census;
import org.socialobservatory.demonstration.town.Draw;
import org.socialobservatory.demonstration.town.Person;

/** The six questions of the Washington Group, health cover and care. */
final class HealthAnswers {

    static final List<String> DOMAINS =
            List.of("voir", "entendre", "marcher", "se_souvenir", "se_laver", "communiquer");

    /** How often each domain is the one where a disability shows. */
    private static final double[] SEVERE = {0.24, 0.14, 0.36, 0.12, 0.06, 0.08};

    /** How often somebody of 60 has a little difficulty. */
    private static final double[] SLIGHT = {0.34, 0.14, 0.3, 0.2, 0.05, 0.05};

    private static final String[] MOTIVES = {"cout", "distance", "attente", "temps", "peur", "autre"};
    private static final double[] MOTIVE = {0.62, 0.14, 0.36, 0.14, 0.09, 0.06};

    private final Town town;

    HealthAnswers(Town town) {
        this.town = town;
    }

    void give() {
        difficulties();
        care();
        Leaning.<Person>of("vaccins", person -> 0.6 * person.wealth())
                .ask(
                        town.persons(),
                        person -> person.age() == 1,
                        Shares.of("aucun 0.02", "une_partie 0.1", "tous 0.88"));
    }

    private void difficulties() {
        var disability = Leaning.<Person>of("handicap", person -> 0.05 * person.age() - 0.4 * person.wealth());
        for (String area : Census.ARRONDISSEMENTS) {
            double share = town.census().share("disability-prevalence", area, "T");
            disability.ask(town.persons(), person -> person.area().equals(area), Shares.yes(share));
        }
        for (Person person : town.persons()) {
            var draw = new Draw("difficulties " + person.name());
            for (int domain = 0; domain < SLIGHT.length; domain++) {
                double chance = SLIGHT[domain] * Math.max(0.04, (person.age() - 15) / 45.0);
                person.say(DOMAINS.get(domain), draw.chance(chance) ? "un_peu" : "aucune");
            }
            if (person.says("handicap", "oui")) {
                severe(person, draw);
            }
        }
    }

    private static void severe(Person person, Draw draw) {
        int domains = 1 + draw.among(0.65, 0.25, 0.1);
        for (int one = 0; one < domains; one++) {
            person.say(DOMAINS.get(draw.among(SEVERE)), draw.chance(0.17) ? "impossible" : "beaucoup");
        }
    }

    private void care() {
        // Families share their cover.
        Leaning.<Person>of("couverture", person -> 0.9 * person.wealth() + 3 * family(person))
                .ask(town.persons(), Shares.of("aucune 0.2", "amo_tadamon 0.28", "amo 0.46", "autre 0.06"));
        Leaning.<Person>of(
                        "besoin_soins",
                        person -> 0.02 * Math.abs(person.age() - 12)
                                + (person.says("handicap", "oui") ? 1.8 : 0)
                                + (person.woman() ? 0.25 : 0))
                .ask(town.persons(), Shares.yes(0.37));
        Leaning.<Person>of(
                        "soins_recus", person -> 0.9 * person.wealth() - (person.says("couverture", "aucune") ? 1 : 0))
                .ask(town.persons(), person -> person.says("besoin_soins", "oui"), Shares.yes(0.87));
        for (Person person : town.persons(person -> person.says("soins_recus", "non"))) {
            person.say("motifs", motives(new Draw("motives " + person.name())));
        }
    }

    private static double family(Person person) {
        return new Draw("cover " + person.household().number()).normal();
    }

    private static String motives(Draw draw) {
        var motives = new ArrayList<String>();
        for (int one = 0; one < MOTIVES.length; one++) {
            if (draw.chance(MOTIVE[one])) {
                motives.add(MOTIVES[one]);
            }
        }
        return motives.isEmpty() ? "autre" : String.join(" ", motives);
    }
}
