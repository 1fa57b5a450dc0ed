package org.socialobservatory.ingest.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.socialobservatory.ingest.gate.candidate.Contributors;
import org.socialobservatory.ingest.gate.candidate.DisclosureRules;
import org.socialobservatory.ingest.gate.candidate.WeightedSum;
import org.socialobservatory.ontology.cube.Cell;
import org.socialobservatory.ontology.cube.CellKey;
import org.socialobservatory.ontology.cube.Observed;
import org.socialobservatory.ontology.cube.Uncertainty;
import org.socialobservatory.ontology.indicator.Indicator.Counted;
import org.socialobservatory.ontology.indicator.Indicator.Kind;

/** What else must be withheld, in tables small enough to be done by hand. */
class SecondaryTest {

    private static Trial quarters(long... counts) {
        return quarters(new Trial(Trial.CENSUS), LongStream.of(counts).sum(), counts);
    }

    private static Trial quarters(Trial trial, long town, long... counts) {
        trial.town("town", "q1", "q2", "q3");
        for (int i = 0; i < counts.length; i++) {
            trial.people("q" + (i + 1), "_T", counts[i]);
        }
        return trial.people("town", "_T", town);
    }

    @Test
    void withholdsTheQuarterOfFewestPeopleBesideASmallOne() {
        assertThat(quarters(3, 50, 20).withheld()).containsExactly("people/q1/_T", "people/q3/_T");
    }

    @Test
    void needsNoFurtherQuarterWhereTwoProtectEachOther() {
        assertThat(quarters(3, 3, 20).withheld()).containsExactly("people/q1/_T", "people/q2/_T");
    }

    @Test
    void knowsThatZerosArePublishedAndProtectNobody() {
        assertThat(quarters(3, 0, 20).withheld()).containsExactly("people/q1/_T", "people/q3/_T");
    }

    @Test
    void withholdsNothingElseWhereTheQuartersDoNotMakeUpTheTown() {
        var trial = new Trial(Trial.CENSUS)
                .town("town", "q1", "q2", "q3")
                .people("q1", "_T", 3)
                .people("q2", "_T", 50)
                .people("town", "_T", 73);
        assertThat(trial.withheld()).containsExactly("people/q1/_T");
    }

    private static final DisclosureRules ANSWERS = new DisclosureRules(
            Trial.CENSUS.coverage(), Trial.CENSUS.disclosure(), 4, false, Trial.CENSUS.minRespondents(), true);

    /** Seven people are in no quarter: of a table of somebody else only he knows, of answers the edition says so. */
    @Test
    void knowsWhatTheQuartersLeaveWhereTheEditionSaysIt() {
        assertThat(quarters(new Trial(Trial.CENSUS), 80, 3, 50, 20).withheld()).containsExactly("people/q1/_T");
        assertThat(quarters(new Trial(ANSWERS), 80, 3, 50, 20).withheld())
                .containsExactly("people/q1/_T", "people/q3/_T");
    }

    @Test
    void knowsThatNobodyAnsweredWhereAQuarterHasNoFigure() {
        assertThat(quarters(new Trial(Trial.CENSUS), 53, 3, 50).withheld()).containsExactly("people/q1/_T");
        assertThat(quarters(new Trial(ANSWERS), 53, 3, 50).withheld()).containsExactly("people/q1/_T", "people/q2/_T");
    }

    @Test
    void knowsThatNobodyAnsweredWhereAnAgeHasNoFigure() {
        for (var rules : List.of(Trial.CENSUS, ANSWERS)) {
            var trial = new Trial(rules)
                    .town("town", "q1")
                    .people("q1", "_T", 53)
                    .people("q1", "age=Y0T14", 3)
                    .people("q1", "age=Y_GE60", 50);
            assertThat(trial.withheld())
                    .isEqualTo(
                            rules.fromAnswers()
                                    ? Set.of("people/q1/age=Y0T14", "people/q1/age=Y_GE60")
                                    : Set.of("people/q1/age=Y0T14"));
        }
    }

    /** Nobody of the town counts: then nobody of its quarters does, whoever else lives in it. */
    @Test
    void knowsThatNoQuarterCountsMoreThanItsTown() {
        var trial = new Trial(ANSWERS)
                .town("town", "q1", "q2")
                .people("q1", "_T", 20)
                .people("q2", "_T", 30);
        trial.people("town", "_T", 53).indicator("poor", Kind.PROPORTION, Counted.PERSONS, "percent");
        trial.cell(Trial.key("poor", "q1", "_T"), 0, Trial.sized(5, 20), Trial.persons(5), 0);
        trial.cell(Trial.key("poor", "q2", "_T"), 0, Trial.sized(30, 30), Trial.persons(30), 0);
        trial.cell(Trial.key("poor", "town", "_T"), 0, Trial.sized(38, 53), Trial.persons(38), 0);
        assertThat(trial.pass().report().unprotected()).containsExactly(Trial.key("poor", "q1", "_T"));
    }

    @Test
    void closesACycleOfAreasAndSexes() {
        var trial = new Trial(Trial.CENSUS).town("town", "q1", "q2", "q3");
        long[][] counts = {{2, 30}, {40, 60}, {10, 12}};
        for (int quarter = 0; quarter < 3; quarter++) {
            trial.people("q" + (quarter + 1), "sex=F", counts[quarter][0])
                    .people("q" + (quarter + 1), "sex=M", counts[quarter][1])
                    .people("q" + (quarter + 1), "_T", counts[quarter][0] + counts[quarter][1]);
        }
        trial.people("town", "sex=F", 52).people("town", "sex=M", 102).people("town", "_T", 154);
        assertThat(trial.withheld())
                .containsExactly("people/q1/sex=F", "people/q1/sex=M", "people/q3/sex=F", "people/q3/sex=M");
    }

    @Test
    void seesAgesThatMakeUpWiderOnes() {
        var trial = new Trial(Trial.CENSUS)
                .town("town")
                .people("town", "age=Y0T14", 100)
                .people("town", "age=Y15T24", 3)
                .people("town", "age=Y25T59", 80)
                .people("town", "age=Y_GE60", 90)
                .people("town", "age=Y15T59", 83)
                .people("town", "_T", 273);
        assertThat(trial.withheld()).containsExactly("people/town/age=Y15T24", "people/town/age=Y25T59");
    }

    @Test
    void looksBelowALevelThatHasNoFigures() {
        var trial = new Trial(Trial.CENSUS).area("region", "region", "country").town("other");
        trial.area("town", "town", "region").area("q1", "quartier", "town").area("q2", "quartier", "town");
        trial.people("region", "_T", 43).people("q1", "_T", 3).people("q2", "_T", 40);
        assertThat(trial.withheld()).containsExactly("people/q1/_T", "people/q2/_T");
    }

    @Test
    void withholdsTheShareFromWhichACountFollows() {
        var trial = new Trial(Trial.CENSUS)
                .town("town", "q1", "q2", "q3")
                .indicator("share", Kind.PROPORTION, Counted.NONE, "percent");
        long[] counts = {3, 20, 30};
        for (int i = 0; i < 3; i++) {
            trial.people("q" + (i + 1), "_T", counts[i])
                    .cell(
                            Trial.key("share", "q" + (i + 1), "_T"),
                            (double) counts[i],
                            Trial.sized(100, 100),
                            Contributors.UNKNOWN,
                            0);
        }
        assertThat(trial.withheld())
                .contains("people/q1/_T", "share/q1/_T")
                .doesNotContain("share/q3/_T", "people/q3/_T");
    }

    @Test
    void withholdsASecondShareOfAnExhaustiveSource() {
        var trial = new Trial(Trial.CENSUS)
                .town("town", "q1", "q2", "q3")
                .indicator("share", Kind.PROPORTION, Counted.NONE, "percent")
                .cell(Trial.key("share", "q1", "_T"), 50, Trial.sized(8, 8), Contributors.UNKNOWN, 0)
                .cell(Trial.key("share", "q2", "_T"), 25, Trial.sized(40, 40), Contributors.UNKNOWN, 0)
                .cell(Trial.key("share", "q3", "_T"), 50, Trial.sized(60, 60), Contributors.UNKNOWN, 0)
                .cell(Trial.key("share", "town", "_T"), 4400.0 / 108, Trial.sized(108, 108), Contributors.UNKNOWN, 0);
        assertThat(trial.withheld()).containsExactly("share/q1/_T", "share/q2/_T");
    }

    @Test
    void leavesTheOtherSharesOfASurveyWithUnpublishedWeights() {
        var trial = new Trial(Trial.SURVEY)
                .town("town", "q1", "q2")
                .indicator("share", Kind.PROPORTION, Counted.NONE, "percent")
                .cell(Trial.key("share", "q1", "_T"), 50, Trial.sized(8, 812.5), Trial.persons(8), 0)
                .cell(Trial.key("share", "q2", "_T"), 25, Trial.sized(90, 9187.5), Trial.persons(90), 0)
                .cell(Trial.key("share", "town", "_T"), 27.03125, Trial.sized(98, 10000), Trial.persons(98), 0);
        assertThat(trial.withheld()).containsExactly("share/q1/_T");
    }

    @Test
    void withholdsTheOtherSharesOfASurveyThatAskedEverybodyAlike() {
        var alike = new Contributors(8L, 5L, 800.0, true, null, null);
        var trial = new Trial(Trial.SURVEY)
                .town("town", "q1", "q2")
                .indicator("share", Kind.PROPORTION, Counted.NONE, "percent")
                .cell(Trial.key("share", "q1", "_T"), 50, Trial.sized(8, 800), alike, 0)
                .cell(Trial.key("share", "q2", "_T"), 25, Trial.sized(92, 9200), Trial.persons(92), 0)
                .cell(Trial.key("share", "town", "_T"), 27, Trial.sized(100, 10000), Trial.persons(100), 0);
        assertThat(trial.withheld()).containsExactly("share/q1/_T", "share/q2/_T");
    }

    @Test
    void leavesATenthAroundASurveysSum() {
        var trial = new Trial(Trial.SURVEY)
                .town("town", "q1", "q2", "q3")
                .cell(Trial.key("people", "q1", "_T"), 1000, Uncertainty.NONE, Trial.persons(5), 0)
                .cell(Trial.key("people", "q2", "_T"), 50, Uncertainty.NONE, Trial.persons(11), 0)
                .cell(Trial.key("people", "q3", "_T"), 9000, Uncertainty.NONE, Trial.persons(80), 0)
                .cell(Trial.key("people", "town", "_T"), 10050, Uncertainty.NONE, Trial.persons(96), 0);
        // q2 could take only 50 of the 100 that q1 must be able to be more.
        assertThat(trial.withheld()).contains("people/q1/_T", "people/q3/_T");
    }

    @Test
    void countsFewHouseholdsBesideManyPersons() {
        var trial = new Trial(Trial.SURVEY)
                .town("town")
                .indicator("mean", Kind.MEAN, Counted.NONE, "years")
                .cell(
                        Trial.key("mean", "town", "_T"),
                        7,
                        Trial.sized(12, 900),
                        new Contributors(12L, 2L, 900.0, false, null, null),
                        0);
        assertThat(trial.withheld()).containsExactly("mean/town/_T");
    }

    @Test
    void withholdsAnAmountOfWhichOneRespondentIsNearlyAll() {
        var open = new Contributors(40L, 40L, 40.0, true, 900.0, 50.0);
        var trial = new Trial(Trial.CENSUS).town("town").indicator("income", Kind.TOTAL, Counted.NONE, "MAD");
        trial.cell(Trial.key("income", "town", "_T"), 1039, Uncertainty.NONE, open, 0);
        assertThat(trial.withheld()).containsExactly("income/town/_T");
        trial.cell(Trial.key("income", "town", "_T"), 1041, Uncertainty.NONE, open, 0);
        assertThat(trial.withheld()).isEmpty();
    }

    /** M0 = 0.5·h₁ + 0.5·h₂, of the same people. */
    @Test
    void withholdsWhatGivesAwayACensoredHeadcount() {
        var trial = new Trial(Trial.CENSUS).town("town", "q1", "q2");
        for (var code : List.of("mpi", "mpi-censored-a", "mpi-censored-b")) {
            trial.indicator(code, Kind.PROPORTION, Counted.NONE, "ratio");
        }
        trial.sum(new WeightedSum("mpi", new TreeMap<>(Map.of("mpi-censored-a", 0.5, "mpi-censored-b", 0.5))));
        trial.cell(Trial.key("mpi-censored-a", "q1", "_T"), 0.25, Trial.sized(8, 8), Contributors.UNKNOWN, 0)
                .cell(Trial.key("mpi-censored-b", "q1", "_T"), 0.5, Trial.sized(80, 80), Contributors.UNKNOWN, 0)
                .cell(Trial.key("mpi", "q1", "_T"), 0.375, Trial.sized(80, 80), Contributors.UNKNOWN, 0);
        assertThat(trial.withheld()).contains("mpi-censored-a/q1/_T").hasSizeGreaterThan(1);
    }

    @Test
    void protectsWhatTheSourceWithholds() {
        var trial = new Trial(Trial.CENSUS)
                .town("town", "q1", "q2", "q3")
                .secret(Trial.key("people", "q1", "_T"))
                .people("q2", "_T", 50)
                .people("q3", "_T", 20)
                .people("town", "_T", 100);
        assertThat(trial.withheld()).containsExactly("people/q1/_T", "people/q3/_T");
    }

    @Test
    void keepsWhatAnEarlierEditionShowsAndWithholdsOthers() {
        var earlier = quarters(5, 50, 20).pass().cells();
        Consumer<Consumer<? super Cell>> former = earlier::forEach;
        assertThat(quarters(3, 50, 21).after(former::accept).withheld())
                .containsExactly("people/q1/_T", "people/q3/_T");
        assertThat(quarters(3, 51, 20).after(former::accept).withheld())
                .containsExactly("people/q1/_T", "people/q2/_T");
    }

    /** The first edition says for ever that q1 and q3 are 23 together; each of them would now tell the other. */
    @Test
    void keepsTogetherWhatAnEarlierEditionWithholds() {
        var earlier = quarters(3, 50, 20).pass().cells();
        Consumer<Consumer<? super Cell>> former = earlier::forEach;
        assertThat(quarters(3, 10, 20).after(former::accept).withheld())
                .containsExactly("people/q1/_T", "people/q3/_T");
        assertThat(quarters(2, 10, 20).after(former::accept).withheld())
                .containsExactly("people/q1/_T", "people/q3/_T");
    }

    @Test
    void showsWhatCannotBeWhatAnEarlierEditionWithholds() {
        var earlier = quarters(3, 50, 20).pass().cells();
        assertThat(quarters(61, 10, 20).after(earlier::forEach).withheld())
                .containsExactly("people/q2/_T", "people/q3/_T");
    }

    /**
     * One old person left q1 between the editions. Who read the first knows that 5 of q1 cannot read, yet not of how many:
     * that would tell how many old persons are left there.
     */
    @Test
    void countsAShareAsUnknownWhereItsBaseIs() {
        var earlier = readersAndOldPeople(4, 9).pass().cells();
        assertThat(earlier)
                .anyMatch(cell ->
                        cell.key().equals(Trial.key("share", "q1", "_T")) && cell.observed() instanceof Observed.Value);
        var trial = readersAndOldPeople(3, 8).after(earlier::forEach);
        assertThat(trial.withheld()).contains("people/q1/_T", "people/q1/age=Y_GE60", "share/q1/_T", "share/q1/sex=F");
    }

    private static Trial readersAndOldPeople(int old, int women) {
        var trial = new Trial(Trial.CENSUS)
                .town("town", "q1", "q2")
                .indicator("share", Kind.PROPORTION, Counted.NONE, "percent");
        trial.people("q1", "age=Y0T59", 17).people("q1", "age=Y_GE60", old).people("q1", "_T", 17 + old);
        trial.people("q2", "age=Y0T59", 30).people("q2", "age=Y_GE60", 14).people("q2", "_T", 44);
        trial.people("town", "age=Y0T59", 47).people("town", "age=Y_GE60", 14 + old);
        trial.people("town", "_T", 61 + old);
        share(trial, "q1", "sex=F", 2, women);
        share(trial, "q1", "sex=M", 3, 12);
        share(trial, "q1", "_T", 5, 12 + women);
        share(trial, "q2", "sex=F", 6, 20);
        share(trial, "q2", "sex=M", 6, 24);
        share(trial, "q2", "_T", 12, 44);
        share(trial, "town", "sex=F", 8, 20 + women);
        share(trial, "town", "sex=M", 9, 36);
        share(trial, "town", "_T", 17, 56 + women);
        return trial;
    }

    private static void share(Trial trial, String area, String breakdown, double amount, int base) {
        trial.cell(
                Trial.key("share", area, breakdown),
                100 * amount / base,
                Trial.sized(base, base),
                Contributors.UNKNOWN,
                0);
    }

    @Test
    void refusesWhatAnEarlierEditionShows() {
        var free = new Trial(new DisclosureRules(Trial.CENSUS.coverage(), Trial.CENSUS.disclosure(), 1, false, 10))
                .town("town", "q1")
                .people("q1", "_T", 3);
        var earlier = free.pass().cells();
        var report = new Trial(Trial.CENSUS)
                .town("town", "q1")
                .people("q1", "_T", 3)
                .after(earlier::forEach)
                .pass()
                .report();
        assertThat(report.holds()).isFalse();
        assertThat(report.shownEarlier()).containsExactly(Trial.key("people", "q1", "_T"));
    }

    @Test
    void refusesWhatSomebodyElseHasPublishedTheRestOf() {
        var trial =
                new Trial(Trial.CENSUS, Trial.PUBLIC).town("town", "q1", "q2").people("q1", "_T", 3);
        for (var known : Map.of("q2", 40, "town", 43).entrySet()) {
            trial.cell(
                    Trial.key("people", known.getKey(), "_T"),
                    (double) known.getValue(),
                    Uncertainty.NONE,
                    Contributors.UNKNOWN,
                    1);
        }
        assertThat(trial.pass().report().unprotected()).containsExactly(Trial.key("people", "q1", "_T"));
    }

    @Test
    void reportsHowManyRespondentsItHidesAndHowFewItCould() {
        var report = quarters(3, 50, 20).pass().report();
        assertThat(report.respondentsHidden()).isEqualTo(23);
        assertThat(report.fewestRespondents()).isEqualTo(23);
        assertThat(report.reasons())
                .containsExactly(Map.entry("secondary/quartier", 1L), Map.entry("small-count/quartier", 1L));
        assertThat(report.counts().byRule()).containsExactly(Map.entry("published", 2L), Map.entry("withheld", 2L));
        assertThat(report.counts().byLevel())
                .containsExactly(
                        Map.entry("published/quartier", 1L),
                        Map.entry("published/town", 1L),
                        Map.entry("withheld/quartier", 2L));
    }

    /** No door reads more than this, so none can tell a small cell from one that hides it. */
    @Test
    void letsTheSameThroughWhicheverIsTheSmallOne() {
        var one = quarters(3, 50, 20).pass();
        var other = quarters(20, 50, 3).pass();
        var another = quarters(2, 50, 21).pass();
        assertThat(other.cells()).isEqualTo(one.cells());
        assertThat(another.cells()).isEqualTo(one.cells());
        assertThat(other.report().counts()).isEqualTo(one.report().counts());
        assertThat(another.report().counts()).isEqualTo(one.report().counts());
    }

    @Test
    void saysNothingOfPrimaryOrSecondaryInPublic() {
        assertThat(quarters(3, 50, 20).pass().report().counts().all().keySet())
                .noneMatch(rule -> rule.contains("secondary") || rule.contains("small"));
        assertThat(quarters(3, 50, 20).pass().cells())
                .extracting(Cell::key)
                .extracting(CellKey::area)
                .containsExactly("q1", "q2", "q3", "town");
    }
}
