package org.socialobservatory.api.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.socialobservatory.api.diagnostic.Sondage.figure;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.socialobservatory.api.Fixture;
import org.socialobservatory.api.snapshot.Snapshot;
import org.socialobservatory.ontology.cube.Observed;
import org.socialobservatory.ontology.edition.SourceResource.Coverage;

class DiagnosticTest {

    private static final String ILLITERACY = "illiteracy-rate";

    private final Snapshot survey = Sondage.snapshot(Sondage.content());

    private static Diagnostic of(Snapshot snapshot, String area) {
        return Diagnostic.of(snapshot, snapshot.territory().area(area).orElseThrow(), null);
    }

    private static Diagnostic of(Snapshot snapshot, String area, String against) {
        return Diagnostic.of(
                snapshot,
                snapshot.territory().area(area).orElseThrow(),
                snapshot.territory().area(against).orElseThrow());
    }

    private static Line line(Snapshot snapshot, String area, String indicator) {
        return of(snapshot, area).line(indicator).orElseThrow();
    }

    private static Contrast reference(Line line) {
        return Objects.requireNonNull(line.reference(), line.indicator());
    }

    private static Difference difference(@org.jspecify.annotations.Nullable Contrast contrast) {
        return Objects.requireNonNull(Objects.requireNonNull(contrast).difference());
    }

    private static String words(Line line) {
        var reason = reference(line).reason();
        return line.indicator() + " " + reference(line).verdict().code() + (reason == null ? "" : " " + reason.code());
    }

    /** By hand: V = 9 + 1 − 2 × 1.2 = 7.6; R: 2 * pt(-10/sqrt(7.6), 40) = 0.0008015854. */
    @Test
    void anAreaIsComparedWithItsTownByTheCovariance() {
        var contrast = reference(line(survey, "q1", ILLITERACY));
        assertThat(difference(contrast).error()).isCloseTo(Math.sqrt(7.6), within(1e-12));
        assertThat(difference(contrast).p()).isCloseTo(0.0008015854, within(1e-9));
        assertThat(contrast.verdict()).isEqualTo(Verdict.WORSE);
        assertThat(contrast.approximate()).isFalse();
    }

    /** R: p.adjust(c(0.0008016, 0.0123448, 0.0888909), "BH"); households, and care that the town was not asked about, do not count. */
    @Test
    void manyComparisonsAreJudgedTogetherAndOnlyThoseThatAreTests() {
        var lines = of(survey, "q1").lines();
        assertThat(lines.stream().map(DiagnosticTest::words))
                .containsExactly(
                        "households not comparable size",
                        "illiteracy-rate worse",
                        "school-enrolment-rate worse",
                        "unemployment-rate no clear difference",
                        "unmet-care-rate not comparable no-figure");
        assertThat(reference(line(survey, "q1", "school-enrolment-rate")).adjusted())
                .isCloseTo(0.018517257, within(1e-8));
    }

    @Test
    void withoutCovarianceAndBaseTheErrorIsTooLargeAndSaidToBeApproximate() {
        assertThat(reference(line(survey, "q1", "unemployment-rate")).approximate())
                .isTrue();
    }

    /** By hand: V = 9 + 9, 22 degrees of freedom. R: 2 * pt(-15/sqrt(18), 22) = 0.00186. */
    @Test
    void theChangeIsThatSinceTheLastPeriod() {
        var change = Objects.requireNonNull(line(survey, "q1", ILLITERACY).change());
        assertThat(Objects.requireNonNull(change.other()).run().period().code()).isEqualTo("2020");
        assertThat(difference(change).estimate()).isEqualByComparingTo("-15");
        assertThat(difference(change).degrees()).isEqualTo(22);
        assertThat(difference(change).p()).isCloseTo(0.001858565, within(1e-8));
        assertThat(change.verdict()).isEqualTo(Verdict.BETTER);
    }

    @Test
    void acrossANewOutlineThereIsNoChangeButTheReason() {
        var redrawn = Sondage.snapshot(Sondage.redrawn("q1", LocalDate.of(2023, 1, 1)));
        var change = Objects.requireNonNull(line(redrawn, "q1", ILLITERACY).change());
        assertThat(change.difference()).isNull();
        assertThat(change.reason()).isEqualTo(Reason.BOUNDARY);
        assertThat(Objects.requireNonNull(change.other()).run().period().code()).isEqualTo("2020");
        var before = Sondage.snapshot(Sondage.redrawn("q1", LocalDate.of(2019, 1, 1)));
        assertThat(Objects.requireNonNull(line(before, "q1", ILLITERACY).change())
                        .reason())
                .isNull();
    }

    @Test
    void whatWouldBeComputedFromAWithheldCellIsWithheld() {
        var withheld = line(survey, "q3", ILLITERACY);
        assertThat(reference(withheld).reason()).isEqualTo(Reason.WITHHELD);
        assertThat(reference(withheld).difference()).isNull();
        assertThat(withheld.rank()).isNull();
        var change = Objects.requireNonNull(line(survey, "q2", ILLITERACY).change());
        assertThat(change.difference()).isNull();
        assertThat(change.reason()).isEqualTo(Reason.WITHHELD);
    }

    @Test
    void unreliableFiguresAreNeitherComparedNorRanked() {
        var unreliable = line(survey, "q4", ILLITERACY);
        assertThat(reference(unreliable).reason()).isEqualTo(Reason.UNRELIABLE);
        assertThat(unreliable.rank()).isNull();
        assertThat(line(survey, "q1", ILLITERACY).rank()).isEqualTo(new RankInterval(1, 2, 2));
    }

    @Test
    void beforeTheTargetLiesTheWholeInterval() {
        var target = Objects.requireNonNull(
                line(survey, "q1", "school-enrolment-rate").target());
        assertThat(target.value()).isEqualByComparingTo("100");
        assertThat(target.standing()).isEqualTo(Target.Standing.NOT_REACHED);
        assertThat(line(survey, "q1", ILLITERACY).target()).isNull();
    }

    /** V = 9 + 6.25, df 22; R: 2 * pt(-9/sqrt(15.25), 22) = 0.031, the only test there is. */
    @Test
    void besideAnotherQuarterTheTwoAreTakenForIndependent() {
        var contrast = reference(of(survey, "q1", "q2").line(ILLITERACY).orElseThrow());
        assertThat(difference(contrast).error()).isCloseTo(Math.sqrt(15.25), within(1e-12));
        assertThat(difference(contrast).degrees()).isEqualTo(22);
        assertThat(contrast.approximate()).isTrue();
        assertThat(contrast.verdict()).isEqualTo(Verdict.WORSE);
    }

    @Test
    void theTownBesideItsQuarterIsTheSameTurnedRound() {
        var up = difference(reference(of(survey, "q1", "ville").line(ILLITERACY).orElseThrow()));
        var down =
                difference(reference(of(survey, "ville", "q1").line(ILLITERACY).orElseThrow()));
        assertThat(down).isEqualTo(up.reversed());
    }

    @Test
    void exactFiguresDifferWhenTheyAreWrittenDifferently() {
        var census = Sondage.snapshot(Sondage.content(
                "recensement",
                Coverage.EXHAUSTIVE,
                List.of(
                        figure(ILLITERACY, "2024", "ville", Fixture.value("20.04")),
                        figure(ILLITERACY, "2024", "q1", Fixture.value("20.01")),
                        figure(ILLITERACY, "2024", "q2", Fixture.value("20.1")))));
        assertThat(reference(line(census, "q1", ILLITERACY)).verdict()).isEqualTo(Verdict.NO_CLEAR_DIFFERENCE);
        assertThat(reference(line(census, "q2", ILLITERACY)).verdict()).isEqualTo(Verdict.WORSE);
        assertThat(line(census, "q1", ILLITERACY).rank()).isEqualTo(new RankInterval(1, 1, 2));
    }

    @Test
    void aPublishedSurveyStandsBeforeAWithheldCensus() {
        var both = Sondage.snapshot(
                Sondage.content(),
                Sondage.content(
                        "recensement",
                        Coverage.EXHAUSTIVE,
                        List.of(
                                figure(ILLITERACY, "2024", "ville", Fixture.value("20")),
                                figure(ILLITERACY, "2024", "q1", Observed.Withheld.CELL),
                                figure(ILLITERACY, "2024", "q3", Observed.Withheld.CELL))));
        var line = line(both, "q1", ILLITERACY);
        assertThat(Objects.requireNonNull(line.figure()).dataset().code()).isEqualTo("sondage");
        assertThat(Objects.requireNonNull(line.passedOver()).dataset().code()).isEqualTo("recensement");
        assertThat(line(both, "q3", ILLITERACY).passedOver()).isNull();
        assertThat(Objects.requireNonNull(line(both, "q3", ILLITERACY).figure())
                        .dataset()
                        .code())
                .isEqualTo("recensement");
    }

    @Test
    void aSurveyIsNotSetBesideTheFigureOfAnotherYear() {
        var both = Sondage.snapshot(
                Sondage.content(),
                Sondage.content(
                        "recensement",
                        Coverage.EXHAUSTIVE,
                        List.of(figure("unmet-care-rate", "2024", "ville", Fixture.value("9")))));
        var contrast = reference(line(both, "q1", "unmet-care-rate"));
        assertThat(contrast.reason()).isEqualTo(Reason.PERIOD);
        assertThat(contrast.other()).isNotNull();
    }

    @Test
    void theOutermostAreaStandsBesideNothing() {
        var country = of(survey, "pays");
        assertThat(country.lines()).isEmpty();
        assertThat(of(survey, "ville").surroundings().reference()).isNull();
        assertThat(line(survey, "ville", ILLITERACY).reference()).isNull();
    }
}
