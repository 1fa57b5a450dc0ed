package org.socialobservatory.ingest.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.socialobservatory.ontology.finding.FindingRule;
import org.socialobservatory.ontology.reference.ReferenceData;
import org.socialobservatory.ontology.reference.ReferenceFolder;

/** A form of KoboToolbox with the five submissions that came of it. */
class KoboSampleTest {

    private static final String PACKAGE = """
            name: kobo
            title: {fr: Kobo, ar: Kobo, en: Kobo}
            licenses: [{name: GPL-3.0}]
            resources:
              - name: menages
                path: submissions.xlsx
                dialect: {sheet: Sample Dataset KoboloadeR}
                observatory:
                  role: responses
                  questionnaire: form.xlsx
                  unit: household
                  design: srs
                  population: 100
                  area: {value: ville}
                  period: {column: _submission_time, as: year}
              - name: membres
                path: submissions.xlsx
                dialect: {sheet: members}
                observatory:
                  role: responses
                  unit: person
                  parent: {resource: menages, key: _index, column: _parent_index}
            """;

    @TempDir
    Path home;

    @Test
    @ReferenceData
    void joinsSubmissionsAndMembersToTheirForm() throws IOException {
        var forms = ReferenceFolder.path("xlsforms");
        var survey = new Survey(home)
                .write("datapackage.yaml", PACKAGE)
                .write("form.xlsx", Files.readAllBytes(forms.resolve("kobo_sample_xlsform.xlsx")))
                .write("submissions.xlsx", Files.readAllBytes(forms.resolve("kobo_sample_submissions.xlsx")));
        try (var read = survey.read()) {
            assertThat(read.findings.stops()).isFalse();
            assertThat(read.of(FindingRule.COLUMNS_UNASKED))
                    .singleElement()
                    .satisfies(finding ->
                            assertThat(finding.arguments().getFirst()).startsWith("start, end"));
            assertThat(read.column("menages", "country")).containsExactly("VEN", "HND", "SLV", "SLV", "COL");
            assertThat(read.column("menages", "len(reason)")).containsExactly(4L, 4L, 2L, 2L, 2L);
            assertThat(read.column("menages", "HHSize")).containsExactly(1L, 5L, 3L, 1L, 2L);
            assertThat(read.column("menages", "_weight")).containsOnly(20.0);
            assertThat(read.column("menages", "_period")).containsOnly("2022");
            assertThat(read.column("membres", "_household")).hasSize(12).startsWith("1", "2", "2");
            assertThat(read.column("membres", "sex")).startsWith("male", "male", "male", "female");
            assertThat(read.column("membres", "age")).startsWith(56L, 2L, 3L, 10L);
        }
    }
}
