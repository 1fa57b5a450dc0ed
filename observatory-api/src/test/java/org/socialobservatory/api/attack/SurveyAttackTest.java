package org.socialobservatory.api.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.socialobservatory.api.Visitor;
import org.socialobservatory.ingest.gate.Attacker;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Answers of persons are published by the program as it is, corrected, looked at before they are published, and published
 * again. A reader collects every number from every door, of both editions; he knows what adds up, and has a linear
 * programme.
 */
@Served
class SurveyAttackTest {

    private static final int MIN_COUNT = 4;
    private static final int MIN_RESPONDENTS = 10;
    /** Shorter numbers stand on pages by chance. */
    private static final int LONG_ENOUGH = 10_000;

    @TempDir
    private Path home;

    @LocalServerPort
    private int port;

    @Autowired
    private Agent agent;

    private Visitor visitor;

    @BeforeEach
    void visit() {
        visitor = new Visitor(port);
    }

    @ParameterizedTest
    @ValueSource(strings = {"enquete", "registre"})
    void recoversNoWithheldFigureFromAllDoorsAndEditions(String dataset) throws IOException {
        boolean weighted = dataset.equals("enquete");
        var design = weighted ? InventedSurvey.WEIGHTED : InventedSurvey.CENSUS;
        var survey = new InventedSurvey(7, weighted ? 0 : 3);
        var doors = new EveryDoor(visitor, "", dataset);
        var found = agent.publish(survey.write(home.resolve(dataset + "-1"), dataset, design, "first"));
        var first = SurveyFacts.truth(survey.persons(), weighted);
        attack(survey, weighted, doors.told(""), known(doors.told(""), first));
        var secrets = secrets(doors.told(""), first);
        staysSilent(secrets, dataset, found);

        survey.correct();
        var corrected = survey.write(home.resolve(dataset + "-2"), dataset, design, "corrected");
        var second = SurveyFacts.truth(survey.persons(), weighted);
        var preview = new EveryDoor(visitor, agent.preview(corrected), dataset);
        attackBoth(survey, weighted, preview, first, second);
        preview.hold("2");
        var previewed = preview.told("").figures();
        found = agent.publish(corrected);
        assertThat(doors.told("").figures()).isEqualTo(previewed);
        doors.hold("1", "2");
        secrets.addAll(secrets(doors.told(""), second));
        staysSilent(secrets, dataset, found);
    }

    /** What he read in the first edition and has not changed, he knows too; here he is told what has not. */
    private void attackBoth(
            InventedSurvey survey,
            boolean weighted,
            EveryDoor doors,
            Map<String, Double> first,
            Map<String, Double> second) {
        var known = known(doors.told(""), second);
        known(doors.told("&edition=1"), first).forEach((name, amount) -> {
            if (Math.abs(amount - second.getOrDefault(name, 0.0)) < 1e-6) {
                known.putIfAbsent(name, amount);
            }
        });
        attack(survey, weighted, doors.told(""), known);
    }

    /** The amounts that published figures tell, each as it is. */
    private static Map<String, Double> known(Told told, Map<String, Double> truth) {
        var known = new TreeMap<String, Double>();
        told.figures().values().forEach(figure -> known.putAll(SurveyFacts.of(figure)));
        known.forEach((name, amount) ->
                assertThat(amount).as(name).isCloseTo(truth.getOrDefault(name, 0.0), within(1e-6 * (1 + amount))));
        return known;
    }

    /** Withheld amounts that would be noticed wherever they stand. */
    private static Set<String> secrets(Told told, Map<String, Double> truth) {
        var secrets = new TreeSet<String>();
        told.withheld().values().forEach(figure -> {
            var amount = truth.getOrDefault(
                    SurveyFacts.quantity(figure.get("indicator").asString()) + SurveyFacts.place(figure), 0.0);
            if (amount >= LONG_ENOUGH) {
                secrets.add(String.valueOf(Math.round(amount)));
            }
        });
        told.figures().keySet().forEach(key -> secrets.remove(told.said(key, "value")));
        assertThat(secrets).isNotEmpty();
        return secrets;
    }

    private void staysSilent(Set<String> secrets, String dataset, String found) {
        assertThat(PageDoors.numbers(found)).doesNotContainAnyElementsOf(secrets);
        new PageDoors(visitor, "", dataset).walk(secrets);
    }

    private static void attack(InventedSurvey survey, boolean weighted, Told told, Map<String, Double> known) {
        var withheld = new TreeSet<String>();
        told.withheld()
                .values()
                .forEach(figure -> withheld.add(figure.get("indicator").asString() + SurveyFacts.place(figure)));
        assertThat(withheld).isNotEmpty();
        var truth = SurveyFacts.truth(survey.persons(), weighted);
        var respondents = SurveyFacts.truth(survey.persons(), false);
        var leaves = SurveyFacts.leaves(survey.persons());
        known.putAll(SurveyFacts.unsaid(told, truth));
        var alone = new Attacker(known, weighted ? 0 : 1, SurveyFacts.sums("persons", true));
        for (var cell : withheld) {
            var place = cell.substring(cell.indexOf(' '));
            var indicator = cell.substring(0, cell.indexOf(' '));
            int persons = respondents.getOrDefault("persons" + place, 0.0).intValue();
            if (indicator.equals("residents")) {
                isUnknown(
                        alone,
                        "persons" + place,
                        truth,
                        weighted
                                ? widthOfSum(persons, true, truth.getOrDefault("persons" + place, 0.0))
                                : widthOfCount(persons, leaves.getOrDefault(place, 1)));
            } else if (indicator.equals("income")) {
                isUnknown(
                        new Attacker(known, 0, SurveyFacts.sums("income", false)),
                        "income" + place,
                        truth,
                        widthOfSum(persons, weighted, truth.getOrDefault("income" + place, 0.0)));
            } else if (!weighted) {
                isUnknownShare(indicator, place, persons, known, truth);
            }
        }
    }

    /** A count of few must be possible from the least that its parts allow to the least that is shown. */
    private static double[] widthOfCount(int persons, int leaves) {
        return persons < MIN_RESPONDENTS
                ? new double[] {persons - leaves, Math.max(0, MIN_COUNT - persons)}
                : new double[] {0, 0};
    }

    private static double[] widthOfSum(int persons, boolean weighted, double sum) {
        double width = weighted && persons < MIN_RESPONDENTS ? 0.1 * sum : 0;
        return new double[] {width, width};
    }

    private static void isUnknownShare(
            String indicator, String place, int persons, Map<String, Double> known, Map<String, Double> truth) {
        var part = SurveyFacts.quantity(indicator) + place;
        var attacker = new Attacker(known, 0, sums(SurveyFacts.quantity(indicator)));
        double is = truth.getOrDefault(part, 0.0);
        boolean told = !attacker.hidden().contains(part) || attacker.most(part) - attacker.least(part) < trace(is);
        if (told && is > 0 && persons >= MIN_RESPONDENTS) {
            // Who knows a part from the first edition does not know the share while he does not know of how many.
            var base = SurveyFacts.base(indicator);
            isUnknown(new Attacker(known, 0, sums(base)), base + place, truth, new double[] {0, 0});
        } else {
            isUnknown(attacker, part, truth, new double[] {0, 0});
        }
    }

    private static List<Map.Entry<String, List<String>>> sums(String quantity) {
        var sums = new ArrayList<Map.Entry<String, List<String>>>();
        switch (quantity) {
            case "persons", "readers", "others" -> {
                sums.addAll(SurveyFacts.sums("persons", true));
                sums.addAll(SurveyFacts.sums("readers", true));
                sums.addAll(SurveyFacts.sums("others", true));
                sums.addAll(SurveyFacts.sums("persons", List.of("readers", "others"), true));
            }
            default ->
                sums.addAll(
                        quantity.equals("mpi") || quantity.startsWith("part-")
                                ? SurveyFacts.poverty()
                                : SurveyFacts.sums(quantity, false));
        }
        return sums;
    }

    /** What rounding may leave between two equal amounts. */
    private static double trace(double amount) {
        return 1e-6 * (1 + Math.abs(amount));
    }

    /** That an amount could be so much less and so much more than it is, and anything but it in any case. */
    private static void isUnknown(Attacker attacker, String name, Map<String, Double> truth, double[] width) {
        assertThat(attacker.hidden()).as(name + " is told by another figure").contains(name);
        double is = truth.getOrDefault(name, 0.0);
        double least = attacker.least(name);
        double most = attacker.most(name);
        var found = name + " = " + is + " in [" + least + ", " + most + "]";
        assertThat(most - least).as(found).isGreaterThan(trace(is));
        assertThat(least).as(found).isLessThanOrEqualTo(Math.max(0, is - width[0]) + trace(is));
        assertThat(most).as(found).isGreaterThanOrEqualTo(is + width[1] - trace(is));
    }

    @Test
    void noPublicDoorSpeaksOfOnePersonsAnswer() throws IOException {
        var survey = new InventedSurvey(11, 0);
        var folder = survey.write(
                home.resolve("refus"),
                "refus",
                InventedSurvey.WEIGHTED,
                "first",
                "secretid1,nord-1,secretsexe,33,oui,100,0,0,0,30,nor,i1,",
                "secretid2,secretzone,femme,33,oui,100,0,0,0,30,nor,i1,",
                "secretid3,nord-1,femme,1000000007,oui,100,0,0,0,30,nor,i1,",
                "secretid4,nord-1,femme,secretage,oui,100,0,0,0,30,nor,i1,");
        agent.publish(folder);
        var token = agent.preview(folder);
        var walk = Walk.from(
                visitor,
                600,
                "/",
                "/datasets/refus/editions/1",
                "/datasets/refus/editions/1?f=json",
                "/datasets/refus?f=json",
                "/catalogue.ttl",
                "/sitemap.xml",
                "/feed.atom",
                "/openapi.json",
                "/sparql",
                "/api/search?q=secret",
                "/api/search?q=secretzone",
                "/actuator/health",
                "/actuator/prometheus");
        assertThat(walk.get("/datasets/refus/editions/1")).contains("personnes");
        assertThat(walk).hasSizeGreaterThan(100);
        walk.forEach((path, body) ->
                assertThat(body).as(path).doesNotContain("secretid", "secretsexe", "secretage", "1000000007", token));
        assertThat(walk.get("/datasets/refus/editions/1?f=json")).doesNotContain("secretzone");
        nothingOfThemLiesOutsideTheVault();
    }

    private void nothingOfThemLiesOutsideTheVault() throws IOException {
        var data = agent.data();
        try (var files = Files.walk(data.root())) {
            for (var file : files.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(data.root().resolve("vault")))
                    .toList()) {
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                        .as(data.root().relativize(file).toString())
                        .doesNotContain("secretid", "secretsexe", "secretage", "1000000007");
            }
        }
    }
}
