package org.socialobservatory.demonstration.answers;

import java.util.ArrayList;
import java.util.List;
import org.socialobservatory.demonstration.town.Census;
import org.socialobservatory.demonstration.town.Draw;
import org.socialobservatory.demonstration.town.Household;

/** What is said of the dwelling, of food and of spending. */
final class HomeAnswers {

    private static final String[] FOODS = {
        "cereales", "tubercules", "legumes", "fruits", "viande", "oeufs",
        "poisson", "legumineuses", "lait", "huile", "sucre", "epices"
    };
    private static final double[] EATEN = {0.99, 0.6, 0.84, 0.58, 0.52, 0.38, 0.24, 0.33, 0.72, 0.96, 0.9, 0.92};
    private static final String[] OTHER_HOMES = {"Local professionnel", "Chambre sur la terrasse", "Loge de gardien"};

    private final Town town;
    private final List<Household> all;

    HomeAnswers(Town town) {
        this.town = town;
        this.all = town.households();
    }

    void give() {
        for (String area : Census.ARRONDISSEMENTS) {
            byCensus(area, town.households(area));
        }
        dwelling();
        food();
        for (Household household : all) {
            var draw = new Draw("home " + household.number());
            rooms(household, draw);
            aliments(household, draw);
            spending(household, draw);
            if (household.says("type_logement", "other")) {
                household.say("type_logement_other", OTHER_HOMES[draw.between(0, 2)]);
            }
        }
    }

    /** What the census says of each arrondissement. */
    private void byCensus(String area, List<Household> here) {
        Leaning.<Household>of("electricite", household -> 1.4 * household.wealth())
                .ask(here, Shares.yes(town.census().share("electricity-access", area, "T")));
        Leaning.<Household>of("eau", household -> 1.4 * household.wealth())
                .ask(here, Shares.yes(town.census().share("running-water-access", area, "T")));
        double sewerage = town.census().share("sewerage-access", area, "T");
        Leaning.<Household>of("eaux_usees", household -> 1.2 * household.wealth())
                .ask(
                        here,
                        Shares.of(
                                "autre " + (1 - sewerage) / 3, "fosse " + (1 - sewerage) / 1.5, "reseau " + sewerage));
        double owners = town.census().share("owner-occupancy-rate", area, "T");
        Leaning.<Household>of("occupation", household -> 0.3 * household.wealth() + head(household) / 15.0)
                .ask(here, Shares.of("locataire " + (0.9 - owners), "loge 0.1", "proprietaire " + owners));
    }

    private static int head(Household household) {
        return household.members().getFirst().age();
    }

    private void dwelling() {
        Leaning.<Household>of("type_logement", 0.8, household -> household.wealth())
                .ask(all, Shares.of("sommaire 0.012", "other 0.008", "maison 0.64", "appartement 0.32", "villa 0.02"));
        Leaning.<Household>of("dechets", 0.9, household -> 0.5 * household.wealth())
                .ask(all, Shares.of("nature 0.007", "autre 0.006", "bac 0.68", "camion 0.307"));
        Leaning.<Household>of("cuisson", household -> 1.2 * household.wealth())
                .ask(all, Shares.of("bois 0.003", "charbon 0.005", "gaz 0.98", "electricite 0.012"));
        Leaning.<Household>of("lavage_mains", household -> 1.1 * household.wealth())
                .ask(all, Shares.of("non 0.025", "eau 0.085", "eau_savon 0.89"));
        Leaning.<Household>of("internet", household -> 1.1 * household.wealth() - head(household) / 40.0)
                .ask(all, Shares.yes(0.79));
        // Water comes to whole streets.
        Leaning.<Household>of("inondation", 1.6, household -> -0.5 * household.wealth())
                .ask(all, Shares.yes(0.046));
        Leaning.<Household>of(
                        "bruit", 0.6, household -> household.block().stratum().endsWith("A") ? 0.4 : 0)
                .ask(all, Shares.of("jamais 0.42", "parfois 0.35", "souvent 0.23"));
    }

    private void food() {
        Leaning.<Household>of("repas_sautes", household -> -1.1 * household.wealth() + 0.1 * household.size())
                .ask(all, Shares.of("jamais 0.87", "parfois 0.09", "souvent 0.03", "toujours 0.01"));
    }

    private static void rooms(Household household, Draw draw) {
        double rooms = 1.4 + 0.42 * household.size() + 0.45 * household.wealth() + 0.7 * draw.normal();
        household.say("pieces", Math.clamp(Math.round(rooms), 1, 12));
    }

    private static void aliments(Household household, Draw draw) {
        var eaten = new ArrayList<String>();
        for (int food = 0; food < FOODS.length; food++) {
            if (draw.chance(EATEN[food] + 0.07 * household.wealth() * (EATEN[food] < 0.9 ? 1 : 0))) {
                eaten.add(FOODS[food]);
            }
        }
        household.say("aliments", eaten.isEmpty() ? FOODS[0] : String.join(" ", eaten));
    }

    /** In dirhams a month; the poorer a household, the larger the share of food. */
    private static void spending(Household household, Draw draw) {
        double persons = StrictMath.pow(household.size() / 3.7, 0.65);
        double food = 2_300 * persons * StrictMath.exp(0.25 * household.wealth() + 0.25 * draw.normal());
        double share = Math.clamp(0.42 - 0.05 * household.wealth() + 0.05 * draw.normal(), 0.2, 0.75);
        double others = food * (1 - share) / share;
        household.say("dep_alimentation", to(50, food));
        if (household.says("occupation", "locataire")) {
            double rent =
                    Math.clamp(1_500 * StrictMath.exp(0.3 * household.wealth() + 0.25 * draw.normal()), 300, 9_000);
            household.say("loyer", to(50, rent));
            others = Math.max(others - rent, 0.2 * food);
        }
        household.say("dep_autres", to(50, others));
        boolean cared = draw.chance(0.66);
        household.say(
                "dep_sante", cared ? to(10, 160 * StrictMath.exp(0.3 * household.wealth() + 1.1 * draw.normal())) : 0);
    }

    private static long to(int unit, double dirhams) {
        return Math.round(dirhams / unit) * unit;
    }
}
