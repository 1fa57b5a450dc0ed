package org.socialobservatory.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.socialobservatory.ontology.Language;
import org.socialobservatory.ontology.edition.EditionContent;
import org.socialobservatory.ontology.finding.FindingRule;

/** Text tables as people export them. */
class TextTableTest {

    @TempDir
    private Path folder;

    private static final String FIGURES = "chiffres.csv";

    @Test
    void findsDelimiterAndDecimalMark() {
        var expected = content(Town.in(folder));
        for (char delimiter : new char[] {';', '\t', '|'}) {
            var town = Town.in(fresh("d" + (int) delimiter));
            town.write(FIGURES, town.text(FIGURES).replace(',', delimiter).replace("81.5", "81,5"))
                    .replace("datapackage.yaml", "        - {name: valeur, type: number}\n", "");
            assertThat(content(town).cells()).isEqualTo(expected.cells());
        }
    }

    private static EditionContent content(Town town) {
        try (var read = town.read()) {
            read.published();
            return read.intake().content().orElseThrow();
        }
    }

    private Path fresh(String name) {
        var fresh = folder.resolve(name);
        assertThat(fresh.toFile().mkdir()).isTrue();
        return fresh;
    }

    @Test
    void takesTheDeclaredDialect() {
        var expected = content(Town.in(folder));
        var town = Town.in(fresh("declared"));
        town.write(
                        FIGURES,
                        town.text(FIGURES)
                                .replace(',', ';')
                                .replace("81.5", "81,5")
                                .replace("1200", "1 200"))
                .replace(
                        "datapackage.yaml",
                        "path: chiffres.csv",
                        "path: chiffres.csv\n    dialect: {delimiter: ';', decimalChar: ','}");
        assertThat(content(town).cells()).isEqualTo(expected.cells());
    }

    @Test
    void refusesTheWrongDecimalMark() {
        try (var read = Town.in(folder).replace(FIGURES, "81.5", "\"81,5\"").read()) {
            var finding = read.refusedFor(FindingRule.DECIMAL_MARK_WRONG);
            assertThat(finding.place().row()).isEqualTo(4);
            assertThat(finding.place().column()).isEqualTo("valeur");
            assertThat(finding.value()).isEqualTo("81,5");
        }
    }

    @Test
    void doesNotGuessBetweenThousandsAndDecimals() {
        var town = Town.in(folder).replace("datapackage.yaml", "        - {name: valeur, type: number}\n", "");
        try (var read = town.write(
                        FIGURES,
                        "quartier,annee,indicateur,sexe,origine,valeur,statut\nport,2024,habitants,E,_T,\"1,200\",\n")
                .read()) {
            assertThat(read.of(FindingRule.DECIMAL_MARK_AMBIGUOUS)).hasSize(1);
            assertThat(read.intake().content()).isEmpty();
        }
        town.replace("datapackage.yaml", "path: chiffres.csv", "path: chiffres.csv\n    dialect: {groupChar: ','}");
        assertThat(content(town).cells()).singleElement().asString().contains("1200");
    }

    @Test
    void refusesATextThatIsNoNumber() {
        try (var read = Town.in(folder).replace(FIGURES, "81.5", "81.5 %").read()) {
            assertThat(read.refusedFor(FindingRule.NUMBER_MALFORMED).value()).isEqualTo("81.5 %");
        }
        try (var read =
                Town.in(fresh("huge")).replace(FIGURES, "1200", "1E999999999").read()) {
            read.refusedFor(FindingRule.NUMBER_MALFORMED);
        }
    }

    @Test
    void roundsToFifteenDigitsAndSaysHowOften() {
        try (var read = Town.in(folder)
                .replace(FIGURES, "81.5", "81.512345678901234567")
                .read()) {
            var finding = read.publishedWith(FindingRule.NUMBERS_SHORTENED);
            assertThat(finding.arguments()).containsExactly("1");
            assertThat(finding.value()).isNull();
            assertThat(read.intake().content().orElseThrow().cells().toString()).contains("81.5123456789012,");
        }
    }

    @Test
    void refusesARowOfTheWrongWidth() {
        try (var read = Town.in(folder)
                .replace(FIGURES, "port,2024,habitants,F,_T,610,\n", "port,2024,habitants,F,_T,610\n")
                .read()) {
            var finding = read.refusedFor(FindingRule.ROW_RAGGED);
            assertThat(finding.place().row()).isEqualTo(3);
            assertThat(finding.arguments()).containsExactly("6", "7");
        }
    }

    @Test
    void refusesAFileThatStopsBeforeItsEnd() {
        try (var read = Town.in(folder)
                .replace(FIGURES, "gare,2023,habitants,H,_T,999,withheld\n", "gare,2023,habitants,H")
                .read()) {
            assertThat(read.refusedFor(FindingRule.FILE_TRUNCATED).place().row())
                    .isEqualTo(9);
        }
        try (var read = Town.in(fresh("quote"))
                .replace(FIGURES, "gare,2024,habitants,E", "\"gare,2024,habitants,E")
                .read()) {
            assertThat(read.refusedFor(FindingRule.FILE_TRUNCATED).place().row())
                    .isEqualTo(5);
        }
    }

    @Test
    void readsGzipAndRefusesItCutShort() throws IOException {
        var town = Town.in(folder);
        var expected = content(town);
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(town.text(FIGURES).getBytes(StandardCharsets.UTF_8));
        }
        town.write("chiffres.csv.gz", packed.toByteArray())
                .replace("datapackage.yaml", "path: chiffres.csv", "path: chiffres.csv.gz");
        assertThat(town.folder().resolve(FIGURES).toFile().delete()).isTrue();
        assertThat(content(town).cells()).isEqualTo(expected.cells());
        town.write("chiffres.csv.gz", Arrays.copyOf(packed.toByteArray(), packed.size() - 20));
        try (var read = town.read()) {
            read.refusedFor(FindingRule.FILE_TRUNCATED);
        }
        town.write("chiffres.csv.gz", "no gzip at all");
        try (var read = town.read()) {
            read.refusedFor(FindingRule.FILE_DAMAGED);
        }
    }

    @Test
    void guessesAnOldEncodingAndSaysSo() {
        var french = Town.in(folder);
        french.write(
                "origine.csv",
                "code,fr,ar,en\nN,Né à Bourg,x,y\nA,Arrivé après l'été,x,y\n",
                Charset.forName("windows-1252"));
        try (var read = french.read()) {
            assertThat(read.publishedWith(FindingRule.ENCODING_GUESSED).arguments())
                    .containsExactly("windows-1252");
            assertThat(read.intake()
                            .content()
                            .orElseThrow()
                            .definitions()
                            .codeLists()
                            .getFirst()
                            .concepts()
                            .getFirst()
                            .labels()
                            .exactly(Language.FR))
                    .contains("Né à Bourg");
        }
        var curly = Town.in(fresh("curly"));
        curly.write(
                "origine.csv",
                "code,fr,ar,en\nN,L’École œuvre,x,y\nA,remarqué éà,x,y\n",
                Charset.forName("windows-1252"));
        try (var read = curly.read()) {
            assertThat(read.publishedWith(FindingRule.ENCODING_GUESSED).arguments())
                    .containsExactly("windows-1252");
        }
        var arabic = Town.in(fresh("arabic"));
        arabic.write("origine.csv", arabic.text("origine.csv").replace("é", "e"), Charset.forName("windows-1256"));
        try (var read = arabic.read()) {
            assertThat(read.publishedWith(FindingRule.ENCODING_GUESSED).arguments())
                    .containsExactly("windows-1256");
        }
    }

    @Test
    void refusesAnEncodingOtherThanDeclared() {
        var town = Town.in(folder)
                .replace("datapackage.yaml", "path: origine.csv", "path: origine.csv\n    encoding: utf-8");
        town.write("origine.csv", "code,fr,ar,en\nN,Né ici,x,y\n", Charset.forName("windows-1252"));
        try (var read = town.read()) {
            var finding = read.of(FindingRule.ENCODING_WRONG).getFirst();
            assertThat(finding.place().row()).isEqualTo(2);
            assertThat(read.intake().content()).isEmpty();
        }
        var other = Town.in(fresh("other"))
                .replace("datapackage.yaml", "path: origine.csv", "path: origine.csv\n    encoding: windows-1252");
        try (var read = other.read()) {
            assertThat(read.of(FindingRule.ENCODING_WRONG)).hasSize(1);
        }
        try (var read = Town.in(fresh("unknown"))
                .replace("datapackage.yaml", "path: origine.csv", "path: origine.csv\n    encoding: latin-17")
                .read()) {
            assertThat(read.of(FindingRule.ENCODING_UNKNOWN)).hasSize(1);
        }
    }

    @Test
    void refusesLettersLostInAnEarlierConversion() {
        try (var read =
                Town.in(folder).replace("origine.csv", "Né ici", "N\uFFFD ici").read()) {
            assertThat(read.of(FindingRule.LETTERS_LOST).getFirst().place().row())
                    .isEqualTo(2);
            assertThat(read.intake().content()).isEmpty();
        }
    }

    @Test
    void readsUtf16AndIgnoresTheByteOrderMark() {
        var town = Town.in(folder);
        var expected = content(town);
        town.write("origine.csv", "\uFEFF" + town.text("origine.csv"), StandardCharsets.UTF_16LE);
        assertThat(content(town)).isEqualTo(withSha(expected, content(town)));
        var marked = Town.in(fresh("marked"));
        marked.write("origine.csv", "\uFEFF" + marked.text("origine.csv"));
        assertThat(content(marked).definitions().codeLists())
                .isEqualTo(expected.definitions().codeLists());
    }

    @Test
    void refusesAByteOrderMarkThatContradictsTheDeclaredEncoding() {
        var town = Town.in(folder)
                .replace("datapackage.yaml", "path: origine.csv", "path: origine.csv\n    encoding: windows-1252");
        town.write("origine.csv", "\uFEFF" + town.text("origine.csv"));
        try (var read = town.read()) {
            assertThat(read.of(FindingRule.ENCODING_WRONG))
                    .singleElement()
                    .satisfies(finding -> assertThat(finding.place().row()).isEqualTo(1));
            assertThat(read.intake().content()).isEmpty();
        }
    }

    private static EditionContent withSha(EditionContent expected, EditionContent other) {
        assertThat(other.definitions().codeLists())
                .isEqualTo(expected.definitions().codeLists());
        return other;
    }

    @Test
    void refusesBytesThatAreNoText() {
        try (var read = Town.in(folder)
                .write("origine.csv", new byte[] {'c', 'o', '\n', 0, 0, 1, 2, '\n'})
                .read()) {
            assertThat(read.of(FindingRule.TEXT_WITH_NUL))
                    .singleElement()
                    .satisfies(finding -> assertThat(finding.place().row()).isEqualTo(2));
        }
    }

    @Test
    void namesTheNearestColumnForOneThatIsMissing() {
        try (var read = Town.in(folder)
                .replace(
                        FIGURES,
                        "quartier,annee,indicateur,sexe,origine,valeur",
                        "quartier,anee,indicateur,sexe,origine,valeur")
                .read()) {
            var finding = read.refusedFor(FindingRule.COLUMN_MISSING);
            assertThat(finding.arguments()).containsExactly("annee", "anee");
        }
    }

    @Test
    void refusesAColumnThatIsThereTwice() {
        try (var read = Town.in(folder)
                .replace(FIGURES, "origine,valeur,statut", "origine,valeur,valeur")
                .read()) {
            assertThat(read.of(FindingRule.COLUMN_REPEATED)).hasSize(1);
            assertThat(read.intake().content()).isEmpty();
        }
    }

    @Test
    void refusesAnEmptyTable() {
        try (var read = Town.in(folder).write("postes.csv", "").read()) {
            read.refusedFor(FindingRule.TABLE_EMPTY);
        }
    }

    @Test
    void refusesAFormatThatItDoesNotRead() {
        try (var read = Town.in(folder)
                .write("postes.ods", "x")
                .replace("datapackage.yaml", "path: postes.csv", "path: postes.ods")
                .read()) {
            read.refusedFor(FindingRule.FORMAT_UNKNOWN);
        }
    }

    @Test
    void checksTypesAndConstraints() {
        var town = Town.in(folder)
                .replace(
                        "datapackage.yaml",
                        "- {name: annee, type: string}",
                        "- {name: annee, type: year, constraints: {required: true, minimum: 2000, enum: ['2023', '2024']}}");
        try (var read = town.replace(FIGURES, "gare,2024,habitants,E", "gare,MMXXIV,habitants,E")
                .replace(FIGURES, "gare,2024,lecteurs,F", "gare,2022,lecteurs,F")
                .read()) {
            assertThat(read.of(FindingRule.TYPE_WRONG).getFirst().place().row()).isEqualTo(5);
            assertThat(read.of(FindingRule.CONSTRAINT_BROKEN).getFirst().place().row())
                    .isEqualTo(7);
        }
    }

    @Test
    void takesARepeatedRowOnceAlsoUnderAPrimaryKey() {
        try (var read = Town.in(folder)
                .replace(
                        "datapackage.yaml",
                        "    schema:\n      fields:\n        - {name: annee",
                        "    schema:\n      primaryKey: [quartier, annee, indicateur, sexe]\n      fields:\n        - {name: annee")
                .append(FIGURES, "port,2024,habitants,F,_T,610,")
                .read()) {
            read.publishedWith(FindingRule.DUPLICATE_ROWS);
        }
    }

    @Test
    void refusesMisplacedQuotes() {
        try (var read = Town.in(folder)
                .replace(FIGURES, "port,2024,habitants,F", "\"port\"x,2024,habitants,F")
                .read()) {
            assertThat(read.of(FindingRule.ROW_MALFORMED))
                    .singleElement()
                    .satisfies(finding -> assertThat(finding.place().row()).isEqualTo(3));
            assertThat(read.intake().content()).isEmpty();
        }
    }

    @Test
    void losesPatienceWithAnExpressionThatTriesWithoutEnd() {
        try (var read = Town.in(folder)
                .replace(
                        "datapackage.yaml",
                        "        - {name: annee, type: string}",
                        "        - {name: annee, type: string}\n        - {name: statut, constraints: {pattern: '(a+)+b'}}")
                .replace(FIGURES, "estimated", "a".repeat(60))
                .read()) {
            assertThat(read.of(FindingRule.CONSTRAINT_BROKEN))
                    .anySatisfy(finding -> assertThat(finding.value()).startsWith("aaa"));
        }
    }

    @Test
    void pointsOutATableWithoutRows() {
        try (var read =
                Town.in(folder).write("postes.csv", "id,fr,ar,en,position\n").read()) {
            assertThat(read.publishedWith(FindingRule.TABLE_WITHOUT_ROWS)
                            .place()
                            .resource())
                    .isEqualTo("postes");
        }
    }

    @Test
    void refusesASecondRowOfAPrimaryKey() {
        try (var read = Town.in(folder)
                .replace(
                        "datapackage.yaml",
                        "    schema:\n      fields:\n        - {name: annee",
                        "    schema:\n      primaryKey: [quartier, annee, indicateur, sexe]\n      fields:\n        - {name: annee")
                .append(FIGURES, "port,2024,habitants,F,_T,610,normal")
                .read()) {
            assertThat(read.refusedFor(FindingRule.CONSTRAINT_BROKEN)
                            .arguments()
                            .getLast())
                    .contains("3");
        }
    }
}
