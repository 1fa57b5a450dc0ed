package org.socialobservatory.api.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BigSurveyTest {

    @Test
    void hasAMillionAnswersAndTheFiguresOfTheGoal(@TempDir Path folder) throws IOException {
        var survey = BigSurvey.write(folder.resolve("survey.parquet"));
        assertThat(survey.groupBarely()).isEqualTo(40 * 2 * 5);
        var estimates = survey.estimate();
        assertThat(estimates.sample().responses()).isEqualTo(1_000_000);
        assertThat(estimates.sample().clusters()).isEqualTo(200);
        assertThat(estimates.sample().strata()).isEqualTo(20);
        assertThat(estimates.cells())
                .hasSize(10 * 41 * (1 + 2 + 5 + 10))
                .filteredOn(cell -> cell.uncertainty().lower() != null)
                .hasSizeGreaterThan(6_000);
    }

    @Test
    void isAlsoAPackageWhoseAnswersAreAllReadIntoTheVault(@TempDir Path folder) throws IOException {
        var survey = BigSurvey.write(folder.resolve("survey.parquet"));
        var brought = BigIntake.write(survey, folder.resolve("package"));
        assertThat(brought.read(folder.resolve("data"))).isEqualTo(1_000_000);
    }
}
