package org.socialobservatory.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.socialobservatory.ontology.finding.FindingRule;

/** Rows that are identical in all columns are taken once, counted and said, whatever the role. */
class RepeatedRowTest {

    private static final String PACKAGE = "datapackage.yaml";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            indicateurs.csv | habitants,Habitants,السكان,Inhabitants,persons,count,persons
            origine.csv     | N,Né ici,مولود هنا,Born here
            postes.csv      | p1,Poste du Port,مركز الميناء,Harbour post,"-6.795, 34.005"
            """)
    void areTakenOnce(String file, String row) {
        try (var read = Town.in(folder).append(file, row).append(file, row).read()) {
            assertThat(read.publishedWith(FindingRule.ROWS_REPEATED).arguments())
                    .startsWith("2");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            code,nom\\nport,Port\\nport,Port\\n                                       | role: areas, code: code, name: {fr: nom}
            from,to,date\\nport,gare,2024-01-01\\nport,gare,2024-01-01\\n               | role: changes
            """)
    void areTakenOnceInOtherRoles(String table, String role) {
        try (var read = Town.in(folder)
                .write("more.csv", table.replace("\\n", "\n"))
                .replace(
                        PACKAGE,
                        "  - name: postes",
                        "  - {name: more, path: more.csv, observatory: {" + role + "}}\n  - name: postes")
                .read()) {
            assertThat(read.publishedWith(FindingRule.ROWS_REPEATED).arguments())
                    .containsExactly("1", "3");
        }
    }

    @Test
    void areTakenOnceInAFileOfFeatures() {
        var town = Town.in(folder);
        var text = town.text("quartiers.geojson");
        int port = text.indexOf("{\"type\": \"Feature\", \"properties\": {\"code\": \"port\"");
        int gare = text.indexOf("{\"type\": \"Feature\", \"properties\": {\"code\": \"gare\"");
        town.write("quartiers.geojson", text.substring(0, gare) + text.substring(port));
        try (var read = town.read()) {
            assertThat(read.publishedWith(FindingRule.ROWS_REPEATED).arguments())
                    .containsExactly("1", "3");
        }
    }

    @Test
    void areRefusedWhereTheyContradictEachOther() {
        try (var read = Town.in(folder)
                .append("postes.csv", "p1,Autre poste,x,x,\"-6.785, 34.005\"")
                .read()) {
            assertThat(read.refusedFor(FindingRule.CODE_REPEATED).arguments()).containsExactly("p1", "2");
        }
        try (var read = Town.in(folder.resolve("codes").toFile().mkdir() ? folder.resolve("codes") : folder)
                .append("origine.csv", "N,Natif,x,x")
                .read()) {
            assertThat(read.refusedFor(FindingRule.CODE_REPEATED).place().row()).isEqualTo(4);
        }
    }
}
