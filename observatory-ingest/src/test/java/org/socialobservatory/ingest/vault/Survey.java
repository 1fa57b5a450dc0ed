package org.socialobservatory.ingest.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.duckdb.DuckDBDriver;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.socialobservatory.ingest.Town;
import org.socialobservatory.ingest.Workbooks;
import org.socialobservatory.ingest.mapping.Known;
import org.socialobservatory.ingest.mapping.RefusedRows;
import org.socialobservatory.ingest.mapping.RowFindings;
import org.socialobservatory.ingest.mapping.description.DescriptionReader;
import org.socialobservatory.ingest.mapping.description.ResourceDescription;
import org.socialobservatory.ingest.mapping.description.Responses;
import org.socialobservatory.ingest.mapping.description.Tables;
import org.socialobservatory.ingest.source.Findings;
import org.socialobservatory.ingest.source.PackageFiles;
import org.socialobservatory.ontology.Multilingual;
import org.socialobservatory.ontology.area.Area;
import org.socialobservatory.ontology.area.AreaVersion;
import org.socialobservatory.ontology.area.Territory;
import org.socialobservatory.ontology.finding.Finding;
import org.socialobservatory.ontology.finding.Finding.Place;
import org.socialobservatory.ontology.finding.FindingRule;

/** An invented survey of six households and nine persons, as ODK Central would export it, in a folder of its own. */
final class Survey {

    static final String SECRET = "Fatima";

    private static final String PACKAGE = """
            name: enquete
            title: {fr: Enquête, ar: بحث, en: Survey}
            licenses: [{name: CC-BY-4.0}]
            resources:
              - name: menages
                path: menages.csv
                observatory:
                  role: responses
                  questionnaire: form.xlsx
                  unit: household
                  weight: poids
                  strata: [strate]
                  cluster: [ilot]
                  area: {column: quartier, level: quartier}
                  period: {column: today, as: month}
                  personal: [chef, tel]
              - name: personnes
                path: personnes.csv
                observatory:
                  role: responses
                  unit: person
                  parent: {resource: menages, key: KEY, column: PARENT_KEY}
                  person: cin
                  personal: [prenom]
            """;

    private static final String HOUSEHOLDS = """
            SubmissionDate,today,id-quartier,id-chef,id-tel,id-ilot,strate,poids,eau,equipement,gps-Latitude,gps-Longitude,KEY,FormVersion
            2025-03-02T10:00:00Z,2025-03-01,nord,Fatima 1,0600000001,1,urbain,1.5,oui,tv radio,34.05,-6.85,uuid:1,v2
            2025-03-02T10:00:00Z,2025-03-01,nord,Fatima 2,0600000002,1,urbain,1.5,Non,tv,34.06,-6.85,uuid:2,v2
            2025-03-02T10:00:00Z,2025-03-02,sud,Fatima 3,0600000003,2,urbain,2,oui,,34.01,-6.85,uuid:3,v2
            2025-03-02T10:00:00Z,2025-03-02,sud,Fatima 4,0600000004,2,urbain,2,نعم,radio,34.01,-6.85,uuid:4,v2
            2025-03-02T10:00:00Z,2025-04-02,sud,Fatima 5,0600000005,1,rural,3.25,,Télévision,34.01,-6.85,uuid:5,v2
            2025-03-02T10:00:00Z,2025-04-03,sud,Fatima 6,0600000006,2,rural,3.25,non,radio,34.01,-6.85,uuid:6,v2
            """;

    private static final String PERSONS = """
            prenom,cin,age,lit,KEY,PARENT_KEY
            Fatima A,AB1,40,oui,uuid:1/p[1],uuid:1
            Fatima B,ab1 ,7,,uuid:1/p[2],uuid:1
            Fatima C,CD2,31,Non,uuid:2/p[1],uuid:2
            Fatima D,,12,oui,uuid:3/p[1],uuid:3
            Fatima E,,70,non,uuid:3/p[2],uuid:3
            Fatima F,,22,oui,uuid:4/p[1],uuid:4
            Fatima G,,23,oui,uuid:5/p[1],uuid:5
            Fatima H,,24,oui,uuid:6/p[1],uuid:6
            Fatima I,,25,oui,uuid:6/p[2],uuid:6
            """;

    private final Path folder;
    private final Path data;

    Survey(Path home) {
        this.folder = home.resolve("package");
        this.data = home.resolve("data");
        try {
            Files.createDirectories(folder);
            Files.createDirectories(data);
            Files.write(folder.resolve("form.xlsx"), Workbooks.whole(Survey::form));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        write("datapackage.yaml", PACKAGE).write("menages.csv", HOUSEHOLDS).write("personnes.csv", PERSONS);
    }

    private static void form(XSSFWorkbook workbook) {
        sheet(
                workbook,
                "survey",
                "type|name|label::French (fr)|label::Arabic (ar)|constraint",
                "today|today|||",
                "begin_group|id|Identité||",
                "text|quartier|Quartier||",
                "text|chef|Nom du chef||",
                "text|tel|Téléphone||",
                "text|ilot|Îlot||",
                "end_group||||",
                "text|strate|Strate||",
                "decimal|poids|Poids||",
                "select_one oui_non|eau|Avez-vous l’eau ?|هل لديكم ماء؟|",
                "select_multiple equipement|equipement|Équipement||",
                "geopoint|gps|Position||",
                "begin_repeat|personnes|Personnes||",
                "text|prenom|Prénom||",
                "text|cin|Carte nationale||",
                "integer|age|Âge|العمر|. >= 0 and . <= 120",
                "select_one oui_non|lit|Sait lire ?||",
                "end_repeat||||");
        sheet(
                workbook,
                "choices",
                "list_name|name|label::French (fr)|label::Arabic (ar)",
                "oui_non|oui|Oui|نعم",
                "oui_non|non|Non|لا",
                "equipement|tv|Télévision|",
                "equipement|radio|Radio|");
        sheet(workbook, "settings", "form_id|version", "menages|v2");
    }

    private static void sheet(XSSFWorkbook workbook, String name, String... rows) {
        var sheet = workbook.createSheet(name);
        for (int i = 0; i < rows.length; i++) {
            Workbooks.row(sheet, i, (Object[]) rows[i].split("\\|", -1));
        }
    }

    Survey write(String file, String text) {
        try {
            Files.writeString(folder.resolve(file), text);
            return this;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    Survey write(String file, byte[] bytes) {
        try {
            Files.write(folder.resolve(file), bytes);
            return this;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    Survey replace(String file, String old, String by) {
        try {
            var text = Files.readString(folder.resolve(file), StandardCharsets.UTF_8);
            assertThat(text).contains(old);
            return write(file, text.replace(old, by));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    Path data() {
        return data;
    }

    Vault vault() {
        return Vault.in(data);
    }

    /** A town of two quarters side by side; north of 34.04 lies the one, south the other. */
    static Territory territory() {
        var town = new Area("ville", "town", null, Multilingual.none());
        var north = new Area("nord", "quartier", "ville", Multilingual.none());
        var south = new Area("sud", "quartier", "ville", Multilingual.none());
        return Territory.empty()
                .extended()
                .state(town)
                .state(north)
                .state(south)
                .state(outlined("nord", 34.04, 34.08))
                .state(outlined("sud", 34.00, 34.04))
                .build();
    }

    private static AreaVersion outlined(String area, double south, double north) {
        var outline = new GeometryFactory().toGeometry(new Envelope(-6.9, -6.8, south, north));
        return new AreaVersion(area, null, null, outline, false);
    }

    Read read() {
        return new Read();
    }

    /** What came of reading it. */
    final class Read implements AutoCloseable {
        final Findings findings = new Findings();
        final List<RefusedRows> refused = new ArrayList<>();
        final Staging staging = vault().stage();
        final Answers answers;
        private final PackageFiles files = PackageFiles.open(folder, new Findings());

        private Read() {
            var described = new Findings();
            var sources = new ArrayList<Answers.Source>();
            for (ResourceDescription resource :
                    DescriptionReader.read(files, described).orElseThrow().resources()) {
                var rows = new RowFindings(resource, Place.of(resource.name()));
                var table = Tables.open(resource.file(), resource.dialect(), rows.place(), files, rows.findings());
                table.ifPresent(found -> sources.add(new Answers.Source(
                        new Answers.Described(resource, (Responses) resource.meaning(), rows), found)));
            }
            assertThat(described.list()).isEmpty();
            var known = new Known(Town.NOTHING, territory().areas(), List.of(), List.of());
            answers = Answers.read(sources, "enquete", known, territory(), staging);
            for (Answers.Source source : sources) {
                var rows = source.described().findings().settle(findings);
                var name = source.described().name();
                refused.add(RefusedRows.read(name, source.table(), rows, answers.withoutPersonal(name)));
            }
        }

        List<Finding> of(FindingRule rule) {
            return findings.list().stream()
                    .filter(finding -> finding.rule() == rule)
                    .toList();
        }

        VaultTable table(String name) {
            return answers.tables().stream()
                    .filter(table -> table.resource().equals(name))
                    .findFirst()
                    .orElseThrow();
        }

        /** A column of a table, in order of rows. */
        List<@Nullable Object> column(String table, String expression) {
            return query(table(table).location(), expression);
        }

        @Override
        public void close() {
            staging.close();
            files.close();
        }
    }

    static List<@Nullable Object> query(Path parquet, String expression) {
        try (var connection = new DuckDBDriver().connect("jdbc:duckdb:", new Properties());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "SELECT " + expression + " FROM read_parquet('" + parquet + "') ORDER BY _row")) {
            var found = new ArrayList<@Nullable Object>();
            while (rows.next()) {
                found.add(rows.getObject(1));
            }
            return found;
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }

    static Map<String, String> types(Path parquet) {
        try (var connection = new DuckDBDriver().connect("jdbc:duckdb:", new Properties());
                var statement = connection.createStatement();
                var rows = statement.executeQuery("DESCRIBE SELECT * FROM read_parquet('" + parquet + "')")) {
            var found = new java.util.LinkedHashMap<String, String>();
            while (rows.next()) {
                found.put(rows.getString(1), rows.getString(2));
            }
            return found;
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }
}
