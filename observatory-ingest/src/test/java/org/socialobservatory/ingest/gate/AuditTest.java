package org.socialobservatory.ingest.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.socialobservatory.ingest.gate.candidate.Contributors;
import org.socialobservatory.ingest.gate.candidate.DisclosureRules;
import org.socialobservatory.ontology.cube.CellKey;
import org.socialobservatory.ontology.cube.Uncertainty;
import org.socialobservatory.ontology.edition.SourceResource.Coverage;
import org.socialobservatory.ontology.edition.SourceResource.Disclosure;
import org.socialobservatory.ontology.indicator.Indicator.Counted;
import org.socialobservatory.ontology.indicator.Indicator.Kind;
import org.socialobservatory.ontology.reference.ReferenceData;
import org.socialobservatory.ontology.reference.ReferenceFolder;
import tools.jackson.databind.json.JsonMapper;

/** What a reader can find out, as other programmes found it. */
class AuditTest {

    /** Statistic to number of one case of the recorded answers. */
    private static Map<String, Double> recorded(String reference) throws IOException {
        var answers = new TreeMap<String, Double>();
        for (var line : Files.readAllLines(ReferenceFolder.path("survey/extra-reference.csv"))) {
            var parts = line.split("\",\"", -1);
            if (parts.length == 4 && parts[0].equals("\"" + reference)) {
                answers.put(parts[2], Double.valueOf(parts[3].replace("\"", "")));
            }
        }
        assertThat(answers).isNotEmpty();
        return answers;
    }

    /** The table of the vignette of rtauargus: activities as areas, sizes as codes. */
    private static Trial tauArgus() throws IOException {
        var rules = new DisclosureRules(Coverage.EXHAUSTIVE, Disclosure.APPLY, 4, false, 3);
        var trial = new Trial(rules)
                .indicator("turnover", Kind.TOTAL, Counted.NONE, "EUR")
                .town("Total", "01", "02", "06");
        var file = ReferenceFolder.path("disclosure/tau-argus-example.json");
        for (var row : JsonMapper.shared().readTree(Files.readString(file)).at("/tauargus_ex1/rows")) {
            double sum = row.get(2).asDouble();
            double largest = row.get(4).asDouble();
            var size = row.get(1).asString();
            trial.cell(
                    key(row.get(0).asString(), size.equals("Total") ? "_T" : size),
                    sum,
                    Uncertainty.NONE,
                    new Contributors(
                            row.get(3).asLong(), null, null, false, largest, Math.min(largest, (sum - largest) / 2)),
                    0);
        }
        return trial;
    }

    private static CellKey key(String activity, String size) {
        return Trial.key("turnover", activity, size.equals("_T") ? "_T" : "size=" + size);
    }

    @Test
    @ReferenceData
    void findsTheIntervalsThatAnotherProgrammeFindsInTheTableOfTauArgus() throws IOException {
        var hidden = List.of(key("02", "tr1"), key("02", "tr2"), key("06", "tr1"), key("06", "tr2"));
        var recorded = recorded("lp-tau-argus");
        tauArgus().intervals(hidden).forEach((key, interval) -> {
            var name = key.area() + "_" + key.breakdown().replace("size=", "");
            assertThat(interval[0]).as(name).isCloseTo(recorded.get(name + "_min"), within(1e-6));
            assertThat(interval[1]).as(name).isCloseTo(recorded.get(name + "_max"), within(1e-6));
        });
    }

    @Test
    @ReferenceData
    void withholdsInTheTableOfTauArgusWhatTauArgusWithholds() throws IOException {
        assertThat(tauArgus().withheld())
                .containsExactly(
                        "turnover/02/size=tr1", "turnover/02/size=tr2", "turnover/06/size=tr1", "turnover/06/size=tr2");
    }

    /** Zeros are suppressed, so that a hidden count may be 0. */
    private static Trial square(long x11, long x12, long x21, long x22, boolean suppressZero) {
        return new Trial(new DisclosureRules(Coverage.EXHAUSTIVE, Disclosure.APPLY, 4, suppressZero, 10))
                .town("town", "q1", "q2")
                .people("q1", "sex=F", x11)
                .people("q1", "sex=M", x12)
                .people("q2", "sex=F", x21)
                .people("q2", "sex=M", x22)
                .people("q1", "_T", x11 + x12)
                .people("q2", "_T", x21 + x22)
                .people("town", "sex=F", x11 + x21)
                .people("town", "sex=M", x12 + x22)
                .people("town", "_T", x11 + x12 + x21 + x22);
    }

    private static final List<CellKey> INNER = List.of(
            Trial.key("people", "q1", "sex=F"),
            Trial.key("people", "q1", "sex=M"),
            Trial.key("people", "q2", "sex=F"),
            Trial.key("people", "q2", "sex=M"));

    @Test
    @ReferenceData
    void findsTheIntervalsOfTheHandbook() throws IOException {
        var recorded = recorded("lp-handbook-example-3");
        var found = square(5, 2, 1, 2, true).intervals(INNER);
        for (int i = 0; i < 4; i++) {
            var name = List.of("X11", "X12", "X21", "X22").get(i);
            assertThat(found.get(INNER.get(i)))
                    .containsExactly(
                            new double[] {recorded.get(name + "_min"), recorded.get(name + "_max")}, within(1e-6));
        }
    }

    @Test
    @ReferenceData
    void knowsThatTwoHiddenCountsThatAddUpToTwoAreOneEach() throws IOException {
        var trial = new Trial(Trial.CENSUS)
                .town("town", "q1", "q2", "q3")
                .people("q1", "_T", 1)
                .people("q2", "_T", 1)
                .people("q3", "_T", 98)
                .people("town", "_T", 100);
        var hidden = List.of(Trial.key("people", "q1", "_T"), Trial.key("people", "q2", "_T"));
        var most = recorded("lp-two-hidden-counts-add-to-2").get("max_when_zeros_are_published_so_each_is_1_or_more");
        trial.intervals(hidden)
                .values()
                .forEach(interval -> assertThat(interval).containsExactly(new double[] {1, most}, within(1e-6)));
        assertThat(trial.withheld()).containsExactly("people/q1/_T", "people/q2/_T", "people/q3/_T");
    }
}
