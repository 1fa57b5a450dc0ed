package org.socialobservatory.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.socialobservatory.ontology.cube.Observed;
import org.socialobservatory.ontology.finding.FindingRule;

/** Numbers as people write them. */
class WrittenNumberTest {

    private static final String HEADER = "quartier;annee;indicateur;sexe;origine;valeur;statut\n";

    @TempDir
    private Path folder;

    /** A table of one column of numbers, whose marks nobody declares. */
    private Town.Read written(String... numbers) {
        var rows = new StringBuilder(HEADER);
        for (int i = 0; i < numbers.length; i++) {
            rows.append("port;")
                    .append(2000 + i)
                    .append(";habitants;E;_T;")
                    .append(numbers[i])
                    .append(";\n");
        }
        return Town.in(folder)
                .replace("datapackage.yaml", "        - {name: valeur, type: number}\n", "")
                .write("chiffres.csv", rows.toString())
                .read();
    }

    private static List<String> numbers(Town.Read read) {
        read.published();
        return read.intake().content().orElseThrow().cells().stream()
                .map(cell -> ((Observed.Value) cell.observed()).number().toPlainString())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "1\u00A0234\u00A0567, 1234567",
        "1\u202F234\u202F567, 1234567",
        "1 234 567, 1234567",
        "'1\u202F234,5', 1234.5",
        "'1.234.567,5', 1234567.5",
        "'1,234,567.5', 1234567.5",
        "١٢٣٤, 1234",
        "١٢٣٤٫٥, 1234.5",
        "١٬٢٣٤٬٥٦٧٫٥, 1234567.5",
        "۱۲۳۴, 1234",
        "1.2345E3, 1234.5",
        "+12, 12",
    })
    void areReadWithTheirMarks(String written, String number) {
        try (var read = written(written)) {
            assertThat(numbers(read)).containsExactly(number);
        }
    }

    @Test
    void ofOneColumnHaveOneDecimalMark() {
        try (var read = written("81,5", "77,25", "12.5")) {
            var finding = read.refusedFor(FindingRule.DECIMAL_MARK_WRONG);
            assertThat(finding.value()).isEqualTo("12.5");
            assertThat(finding.arguments()).containsExactly("12.5", ",");
            assertThat(finding.place().row()).isEqualTo(4);
            assertThat(finding.place().column()).isEqualTo("valeur");
        }
    }

    @Test
    void areNeverReadAThousandTimesTooSmall() {
        try (var read = written("81.5", "77.25", "1,200")) {
            assertThat(read.refusedFor(FindingRule.DECIMAL_MARK_WRONG).value()).isEqualTo("1,200");
        }
    }

    @ParameterizedTest
    @CsvSource({"12 34", "1 23", "1__2", "0x12", "12-", "١٢a", "NaN", "'12,5,5'"})
    void areRefusedWhereTheyAreNone(String written) {
        try (var read = written(written)) {
            assertThat(read.of(FindingRule.NUMBER_MALFORMED))
                    .singleElement()
                    .satisfies(finding -> assertThat(finding.value()).isEqualTo(written));
            assertThat(read.intake().content()).isEmpty();
        }
    }
}
