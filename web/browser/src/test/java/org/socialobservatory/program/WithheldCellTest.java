package org.socialobservatory.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Follows two withheld cells through every door: only their keys and the reason come out. */
class WithheldCellTest {

    private static final String DECLARED_KEY = "part-secrete/zone-2/2024/_T";
    private static final String COUNTED_KEY = "population/zone-3/2024/_T";

    private static final String DESCRIPTION = """
            name: secrets
            title: {fr: Secrets (fictif), ar: أسرار (وهمية), en: Secrets (fictitious)}
            fictitious: true
            town: zone
            licenses: [{name: CC0-1.0}]
            sources: [{title: Written for this test}]
            resources:
              - name: zones
                path: zones.geojson
                observatory:
                  role: areas
                  level: {column: niveau}
                  within: {column: dans}
                  code: code
                  name: {fr: nom, ar: nom, en: nom}
                  validFrom: 2020-01-01
                  drawn: true
              - name: indicateurs
                path: indicateurs.csv
                observatory: {role: indicators, code: code, label: {fr: nom, ar: nom, en: nom}, unit: number, kind: mean, counts: none}
              - name: chiffres
                path: chiffres.csv
                schema:
                  fields:
                    - {name: zone, type: string}
                    - {name: valeur, type: number, constraints: {maximum: 9000}}
                    - {name: n, type: number}
                    - {name: erreur, type: number}
                    - {name: statut, type: string}
                observatory:
                  role: observations
                  tolerate: {area-unknown: 2, row-ragged: 1}
                  source: sample
                  area: {column: zone}
                  period: {value: 2024}
                  indicator: {value: part-secrete}
                  value: {column: valeur}
                  sampleSize: n
                  standardError: erreur
                  status: {column: statut}
              - name: comptes
                path: comptes.csv
                schema:
                  fields: [{name: zone, type: string}, {name: habitants, type: integer}]
                observatory:
                  role: observations
                  source: exhaustive
                  minCount: 3000000
                  area: {column: zone}
                  period: {value: 2024}
                  indicator: {value: population}
                  value: {column: habitants}
            """;

    @TempDir
    private static Path folder;

    @Test
    void showsItsKeyAndItsReasonAtEveryDoorAndNothingElse() throws Exception {
        var program = new BuiltProgram(folder.resolve("data"));
        var secrets = secrets();
        var published = program.run("publish", secrets.path(), "--yes");
        assertThat(published.status()).as(published.printed()).isZero();
        Secrets.assertAbsent("what publish prints", published.printed());
        try (var server = program.serve()) {
            showsKeyAndReason(server, "");
            walks(server, "");
            secrets.with(chiffres("1001.5"));
            var second = program.run("publish", secrets.path(), "--yes");
            assertThat(second.status()).as(second.printed()).isZero();
            Secrets.assertAbsent("what publish prints", second.printed());
            var preview =
                    program.run("publish", secrets.with(chiffres("1002.5")).path(), "--preview");
            assertThat(preview.status()).as(preview.printed()).isZero();
            Secrets.assertAbsent("what a preview prints", preview.printed());
            showsKeyAndReason(server, previewed(preview.printed()));
            walks(server, previewed(preview.printed()));
            checksPackagesThatAreRefused(program);
            walks(server, "");
            Secrets.assertAbsent("the log", String.join("\n", server.log()));
            assertThat(server.complaints()).isEmpty();
        }
        searchFiles();
        searchWarehouse();
    }

    /** Findings are a door too: of a package that is refused they name rows and keys, never a number. */
    private static void checksPackagesThatAreRefused(BuiltProgram program) throws Exception {
        var twice = secrets();
        var counts = twice.folder().resolve("comptes.csv");
        Files.writeString(counts, Files.readString(counts) + "zone-3,2718280\n");
        refused(program, twice, "two-values");
        var contradicted = secrets().with(chiffres("1000.5") + "zone-2,5,900,1,\n");
        refused(program, contradicted, "two-values");
        var broken = secrets().with(chiffres("9000.5"));
        refused(program, broken, "constraint-broken");
    }

    private static void refused(BuiltProgram program, DataPackage broken, String rule) throws Exception {
        var file = folder.resolve("findings.csv");
        for (String command : List.of("check", "publish")) {
            var run = program.run(command, broken.path(), "--findings", file.toString());
            assertThat(run.status()).as(run.printed()).isEqualTo(1);
            assertThat(run.printed()).contains(rule);
            Secrets.assertAbsent("what " + command + " prints", run.printed());
            Secrets.assertAbsent("the findings of " + command, Files.readString(file));
        }
    }

    private static DataPackage secrets() throws IOException {
        var secrets = DataPackage.in(folder.resolve("secrets"), DESCRIPTION);
        var zones = new ArrayList<String>();
        zones.add(zone("zone", "town", "", 0, 4));
        for (int i = 1; i <= 4; i++) {
            zones.add(zone("zone-" + i, "quartier", "zone", i - 1, 1));
        }
        Files.writeString(
                secrets.folder().resolve("zones.geojson"),
                "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", zones) + "]}");
        Files.writeString(secrets.folder().resolve("indicateurs.csv"), "code,nom\npart-secrete,Part secrète\n");
        Files.writeString(
                secrets.folder().resolve("comptes.csv"),
                "zone,habitants\nzone,40000000\nzone-1,9000001\nzone-2,9000002\nzone-3," + Secrets.COUNTED
                        + "\nzone-4,9000004\n");
        return secrets.with(chiffres("1000.5"));
    }

    private static String chiffres(String first) {
        return "zone,valeur,n,erreur,statut\nzone,2000.5,900,12.5,\nzone-1," + first + ",300,11.5,\nzone-2,"
                + Secrets.DECLARED + "," + Secrets.DECLARED_SAMPLE + "," + Secrets.DECLARED_ERROR
                + ",withheld\nzone-3,3000.5,310,13.5,\nzone-4,4000.5,320,14.5,\nnulle-part," + Secrets.DECLARED + ","
                + Secrets.DECLARED_SAMPLE + "," + Secrets.DECLARED_ERROR + ",withheld\nzone-1," + Secrets.DECLARED
                + ",withheld\nnulle-part,1,1,1,\n";
    }

    private static String zone(String code, String level, String within, int west, int width) {
        return """
                {"type":"Feature","properties":{"code":"%s","niveau":"%s","dans":"%s","nom":"Zone %s"},
                "geometry":{"type":"Polygon","coordinates":[[[%d,0],[%d,0],[%d,1],[%d,1],[%d,0]]]}}""".formatted(code, level, within, code, west, west + width, west + width, west, west);
    }

    /** Where a server shows a preview. */
    private static String previewed(String printed) {
        var path = Pattern.compile("/preview/[0-9a-f]+").matcher(printed);
        assertThat(path.find()).as(printed).isTrue();
        return path.group();
    }

    private static void showsKeyAndReason(BuiltServer server, String base) throws Exception {
        var withheld = server.json(base + "/api/observations?dataset=secrets")
                .get("observations")
                .valueStream()
                .filter(observation -> observation.get("status").asString().equals("withheld"))
                .toList();
        assertThat(withheld).hasSize(2).allSatisfy(observation -> {
            for (String measure : List.of("value", "lower", "upper", "standardError", "sampleSize")) {
                assertThat(observation.get(measure).isNull()).as(measure).isTrue();
            }
        });
        var map = server.json(base + "/api/choropleth?indicator=population&level=quartier&within=zone");
        assertThat(map.get("withheld").valueStream().map(code -> code.asString()))
                .containsExactly("zone-3");
        var reasons = server.text(
                base + "/sparql?query="
                        + encoded("PREFIX obs: <https://w3id.org/social-observatory/ns#> "
                                + "SELECT ?area ?reason { ?cell a obs:WithheldCell ; obs:reason ?reason ; "
                                + "<http://purl.org/linked-data/sdmx/2009/dimension#refArea> ?area }"),
                "Accept",
                "text/csv");
        assertThat(reasons.lines().skip(1))
                .hasSize(2)
                .allMatch(line -> line.contains("disclosure"))
                .anyMatch(line -> line.contains("zone-2"))
                .anyMatch(line -> line.contains("zone-3"));
    }

    /** Every address that is known below a base, every form of the graph, and all that they name. */
    private static void walks(BuiltServer server, String base) throws Exception {
        var addresses = new ArrayList<String>();
        for (String language : List.of("fr", "ar", "en")) {
            for (String page : List.of(
                    "/",
                    "/map",
                    "/areas/zone-2",
                    "/areas/zone-3",
                    "/areas/zone",
                    "/indicators/part-secrete",
                    "/indicators/population",
                    "/datasets/secrets",
                    "/datasets/secrets/editions/1",
                    "/query",
                    "/figures/secrets/" + DECLARED_KEY,
                    "/figures/secrets/" + COUNTED_KEY)) {
                addresses.add(page + "?lang=" + language);
                addresses.add(page + "?f=json&lang=" + language);
            }
        }
        for (String indicator : List.of("part-secrete", "population")) {
            for (String method : List.of("quantile", "jenks", "equal", "stddev", "manual&breaks=1500,3500")) {
                addresses.add("/api/choropleth?indicator=" + indicator + "&level=quartier&method=" + method);
            }
            for (String form : List.of("json", "csv")) {
                addresses.add("/api/observations?indicator=" + indicator + "&f=" + form);
            }
        }
        for (String graph : List.of("", "GRAPH ?g ")) {
            for (String form : List.of("json", "xml", "csv", "tsv")) {
                addresses.add("/sparql?query=" + encoded("SELECT * { " + graph + "{ ?s ?p ?o } }") + "&f=" + form);
            }
        }
        for (String key : List.of(DECLARED_KEY, COUNTED_KEY)) {
            for (String form : List.of("turtle", "ttl", "jsonld", "nt", "rdf", "html", "json")) {
                addresses.add("/id/observation/secrets/" + key + "?f=" + form);
            }
        }
        addresses.addAll(List.of(
                "/id/area/zone-2",
                "/id/indicator/part-secrete",
                "/id/dataset/secrets",
                "/id/edition/secrets/1",
                "/ns",
                "/ogc?f=json",
                "/ogc/collections?f=json",
                "/ogc/collections/areas-quartier/items?f=json&limit=100",
                "/ogc/collections/areas-quartier/items?f=json&properties=part_secrete,population",
                "/ogc/collections/areas-quartier/items/zone-2?f=json",
                "/ogc/collections/areas-quartier/queryables?f=json",
                "/datasets/secrets/editions/1/data.csv",
                "/datasets/secrets/editions/1/difference.csv",
                "/datasets/secrets/editions/2/difference.csv",
                "/datasets/secrets/editions/2/difference",
                "/datasets/secrets/editions/1/findings.csv",
                "/datasets/secrets/editions/1/findings.json",
                "/api/search?q=" + Secrets.DECLARED,
                "/api/search?q=secr",
                "/openapi.json"));
        if (base.isEmpty()) {
            addresses.add("/actuator/prometheus");
        }
        var below = addresses.stream().map(address -> base + address).toList();
        var statuses = new Walk(server).from(below).show((address, answer) -> {
            if (!address.contains(Secrets.DECLARED)) {
                Secrets.assertAbsent(address, answer.body());
                Secrets.assertAbsent(address, answer.headers().map().toString());
            }
            assertThat(answer.statusCode()).as(address).isLessThan(500);
        });
        assertThat(statuses).hasSizeGreaterThan(100);
        for (String accept :
                List.of("text/turtle", "application/ld+json", "application/n-triples", "application/rdf+xml")) {
            var graph =
                    server.text(base + "/sparql?query=" + encoded("CONSTRUCT WHERE { ?s ?p ?o }"), "Accept", accept);
            assertThat(graph).contains("WithheldCell");
            Secrets.assertAbsent("the graph as " + accept, graph);
        }
        for (String secret : List.of(Secrets.DECLARED, Secrets.COUNTED)) {
            var hidden = server.text(
                    base + "/sparql?query=" + encoded("ASK { ?s ?p ?o FILTER (?o = " + secret + ") }"),
                    "Accept",
                    "text/csv");
            assertThat(hidden).doesNotContain("true");
        }
    }

    private static String encoded(String query) {
        return URLEncoder.encode(query, StandardCharsets.UTF_8);
    }

    /** All that the installation wrote, except the agent's own files as they were received. */
    private static void searchFiles() throws IOException {
        var data = folder.resolve("data");
        try (var files = Files.walk(data)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!file.startsWith(data.resolve("raw"))) {
                    Secrets.assertAbsent(file.toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
                }
            }
        }
    }

    /** Every cell of every table and every edition file, as text. */
    private static void searchWarehouse() throws Exception {
        var settings = new Properties();
        settings.setProperty("access_mode", "READ_ONLY");
        var relations = new ArrayList<String>();
        try (var connection = DriverManager.getConnection(
                        "jdbc:duckdb:" + folder.resolve("data/observatory.duckdb"), settings);
                var statement = connection.createStatement()) {
            try (var tables = statement.executeQuery(
                    "SELECT '\"' || schema_name || '\".\"' || table_name || '\"' FROM duckdb_tables()")) {
                while (tables.next()) {
                    relations.add(tables.getString(1));
                }
            }
            assertThat(relations).isNotEmpty();
            try (var editions = Files.newDirectoryStream(folder.resolve("data/editions"), "*.parquet")) {
                editions.forEach(file -> relations.add("read_parquet('" + file + "')"));
            }
            for (String relation : relations) {
                try (var rows = statement.executeQuery("SELECT * FROM " + relation)) {
                    var columns = rows.getMetaData().getColumnCount();
                    while (rows.next()) {
                        for (int column = 1; column <= columns; column++) {
                            Secrets.assertAbsent(relation, String.valueOf(rows.getObject(column)));
                        }
                    }
                }
            }
        }
    }
}
