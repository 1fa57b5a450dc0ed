package org.socialobservatory.ingest.mapping.description;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.socialobservatory.ingest.mapping.tabulation.Statistic;
import org.socialobservatory.ingest.source.Descriptor;
import org.socialobservatory.ingest.source.Findings;
import org.socialobservatory.ingest.source.RawFile;
import org.socialobservatory.ontology.finding.FindingRule;

/** Morocco's index of multidimensional poverty in few words. */
class PovertyReaderTest {

    private static final String SHORT = """
            profile: morocco
            deprived:
              education: {schooling: etudes < 6, attendance: ecole = 'non'}
              health: {care: soin = 'non'}
              living-conditions: {water: eau = 'non', electricity: courant = 'non', sewerage: egout = 'non'}
            """;

    private static final String LONG = """
            cutoff: 1/3
            dimensions:
              - code: education
                weight: 1/3
                indicators:
                  - {code: schooling, weight: 1/6, deprived: etudes < 6}
                  - {code: attendance, weight: 1/6, deprived: ecole = 'non'}
              - code: health
                weight: 1/3
                indicators: [{code: care, weight: 1/3, deprived: soin = 'non'}]
              - code: living-conditions
                weight: 1/3
                indicators:
                  - {code: water, weight: 1/9, deprived: eau = 'non'}
                  - {code: electricity, weight: 1/9, deprived: courant = 'non'}
                  - {code: sewerage, weight: 1/9, deprived: egout = 'non'}
            """;

    @TempDir
    private Path folder;

    private final Findings findings = new Findings();

    private Optional<Statistic> read(String yaml) throws IOException {
        var location = Files.writeString(folder.resolve("mpi.yaml"), yaml);
        var file = new RawFile("mpi.yaml", "0".repeat(64), yaml.length(), location);
        return Descriptor.read(file, findings).flatMap(keys -> {
            var section = new Section(keys, "", "mpi.yaml", findings);
            var found = new PovertyReader(section).read();
            section.close(FindingRule.KEY_UNKNOWN);
            return found;
        });
    }

    @Test
    void hasThreeEqualPillarsAndACutoffOfAThird() throws IOException {
        assertThat(read(SHORT)).isPresent().isEqualTo(read(LONG));
        assertThat(findings.list()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "profile: morocco         | profile: atlantis | VALUE_NOT_ALLOWED",
                "health: {care: soin = 'non'} | health: {}    | KEY_MISSING",
                "health:                  | helth:            | KEY_UNKNOWN",
                "deprived:                | deprivations:     | KEY_MISSING",
                "care: soin               | c a: soin         | CODE_MALFORMED",
            },
            quoteCharacter = '`')
    void pointsOutWhatTheProfileDoesNotKnow(String old, String wrong, FindingRule rule) throws IOException {
        read(SHORT.replace(old, wrong));
        assertThat(findings.list()).extracting("rule").contains(rule);
    }

    @Test
    void letsAPackageSayAnotherCutoff() throws IOException {
        assertThat(read("cutoff: 1/2\n" + SHORT))
                .get()
                .extracting(
                        statistic -> ((Statistic.Poverty) statistic).cutoff().toString())
                .isEqualTo("1/2");
    }
}
