package org.socialobservatory.api.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.socialobservatory.api.Doors;
import org.socialobservatory.api.FakeWarehouse;
import org.socialobservatory.api.Fixture;
import org.socialobservatory.api.Visitor;
import org.socialobservatory.ingest.gate.GateCounts;
import org.socialobservatory.ingest.publish.DataFolder;
import org.socialobservatory.ingest.publish.Previews;
import org.socialobservatory.ingest.warehouse.Publication;
import org.socialobservatory.ontology.Multilingual;
import org.socialobservatory.ontology.area.Area;
import org.socialobservatory.ontology.cube.Cell;
import org.socialobservatory.ontology.cube.CellKey;
import org.socialobservatory.ontology.cube.Observed;
import org.socialobservatory.ontology.edition.Definitions;
import org.socialobservatory.ontology.edition.Edition;
import org.socialobservatory.ontology.edition.EditionContent;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;

@Doors
@Import(PreviewTest.Kept.class)
@DirtiesContext
class PreviewTest {

    private static final String BROWSER = "text/html,application/xhtml+xml,*/*;q=0.8";
    /** Pages and documents that one preview of a small town has; more would be a walk that does not end. */
    private static final int LONGEST_WALK = 1_000;

    private static final Pattern LINK =
            Pattern.compile("(?:href|src|action|data-[a-z]+)=\"([^\"#]+)|\"(?:href|url|next)\"\\s*:\\s*\"([^\"#]+)");

    @TempDir
    private static Path folder;

    @LocalServerPort
    private int port;

    @Autowired
    private Previews previews;

    @Autowired
    private FakeWarehouse warehouse;

    private Visitor visitor;

    /** A folder in which previews are kept. */
    @TestConfiguration
    static class Kept {
        @Bean
        Previews previews() {
            return new Previews(new DataFolder(folder));
        }
    }

    @BeforeEach
    void visit() {
        visitor = new Visitor(port);
    }

    /** The next edition: one figure is 19.75 instead of 18.75, one cell more is withheld, a quarter is new. */
    private String preview(Instant madeAt) {
        var cells = new TreeMap<CellKey, Cell>();
        Fixture.content().cells().forEach(cell -> cells.put(cell.key(), cell));
        for (var cell : List.of(
                Fixture.cell("analphabetisme", "sex=F", "2024", "q1", Fixture.value("19.75"), 6),
                Fixture.cell("analphabetisme", "_T", "2024", "q2", Observed.Withheld.CELL, 2),
                Fixture.cell("analphabetisme", "_T", "2024", "q9", Fixture.value("77.25"), 2))) {
            cells.put(cell.key(), cell);
        }
        var content = new EditionContent(definitions(), List.copyOf(cells.values()));
        var edition = new Edition(
                "essai", 2, 9, madeAt, "agent", "a look", "d".repeat(64), "e".repeat(64), cells.size(), null);
        return "/preview/"
                + previews.write(new Publication(
                                edition, content, List.of(), List.of(), new GateCounts(new TreeMap<>(Map.of()))))
                        .token();
    }

    private String preview() {
        return preview(Instant.now());
    }

    private static Definitions definitions() {
        var said = Fixture.definitions("essai");
        var areas = new ArrayList<>(said.areas());
        areas.add(new Area(
                "q9", "arrondissement", "ville", Multilingual.of("Jardin caché", "الحديقة الخفية", "Hidden Garden")));
        return new Definitions(
                said.dataset(),
                said.dimensions(),
                said.resources(),
                areas,
                said.areaVersions(),
                said.changes(),
                said.indicators(),
                said.codeLists(),
                said.places());
    }

    @Test
    void theProposedFiguresStandThereAndNowhereElse() {
        var base = preview();
        var figure = "/api/observations?indicator=analphabetisme&area=q1&period=2024&sex=F";
        assertThat(visitor.get(base + figure).body()).contains("\"value\":19.75", "\"edition\":2");
        assertThat(visitor.get(figure).body()).contains("\"value\":18.75").doesNotContain("19.75");
        var map = "/api/choropleth?indicator=analphabetisme&level=arrondissement&period=2024&method=equal";
        assertThat(visitor.get(base + map).body()).contains("77.25");
        assertThat(visitor.get(base + "/areas/q9").body()).contains("Jardin caché");
        assertThat(visitor.get(base + "/datasets/essai/editions/2/difference.csv")
                        .body())
                .contains("q9", "added", "19.75");
        assertThat(sparql(base).body()).contains("19.75");
        for (var outside : List.of(
                visitor.get(map),
                visitor.get("/api/search?q=Jardin"),
                visitor.get("/areas/q9"),
                visitor.get("/?q=Jardin"),
                visitor.get("/datasets/essai"),
                visitor.get("/datasets/essai/editions/2"),
                visitor.get("/datasets/essai/editions/2/data.csv"),
                visitor.get("/datasets/essai/editions/1/data.csv"),
                visitor.get("/ogc/collections/areas-arrondissement/items?limit=100"),
                visitor.get("/id/area/q9?f=nt"),
                visitor.get("/sparql", "Accept", "application/n-triples"),
                sparql(""))) {
            assertThat(outside.body()).doesNotContain("19.75", "77.25", "caché");
        }
    }

    private Visitor.Answer sparql(String base) {
        var query = "SELECT ?s ?v { GRAPH ?g { ?s <http://purl.org/linked-data/sdmx/2009/measure#obsValue> ?v } }";
        return visitor.get(
                base + "/sparql?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8), "Accept", "text/csv");
    }

    @Test
    void aWithheldCellIsAsWithheldAsAnywhere() {
        var base = preview();
        var key = "essai/analphabetisme/q2/2024/_T";
        for (var path : List.of(
                "/id/observation/" + key + "?f=nt",
                "/figures/" + key,
                "/figures/" + key + "?f=json",
                "/datasets/essai/editions/2/data.csv",
                "/datasets/essai/editions/2",
                "/api/observations?indicator=analphabetisme&area=q2&period=2024",
                "/api/choropleth?indicator=analphabetisme&level=arrondissement&period=2024")) {
            assertThat(visitor.get(base + path).status()).as(path).isEqualTo(200);
        }
        assertThat(visitor.get(base + "/id/observation/" + key + "?f=nt").body())
                .contains("WithheldCell", "reason/disclosure")
                .doesNotContain("obsValue", "\"");
        assertThat(visitor.get(base + "/api/observations?indicator=analphabetisme&area=q2&period=2024")
                        .body())
                .contains("\"status\":\"withheld\"", "\"value\":null");
    }

    @Test
    void everyLinkStaysInside() {
        var base = preview();
        var ahead = new ArrayDeque<>(List.of(
                base + "/",
                base + "/map?indicator=analphabetisme",
                base + "/query",
                base + "/docs",
                base + "/ns",
                base + "/ogc?f=json",
                base + "/ogc/collections?f=json",
                base + "/ogc/collections/areas-arrondissement/items?f=json&limit=2",
                base + "/api/observations?limit=3",
                base + "/api/search?q=quartier&limit=1",
                base + "/openapi.json",
                base + "/id/period/2024",
                base + "/id/area/q9",
                base + "/nowhere"));
        var known = new LinkedHashSet<>(ahead);
        while (!ahead.isEmpty()) {
            var address = ahead.remove();
            var answer = visitor.get(address, "Accept", BROWSER);
            assertThat(answer.status()).as(address).isLessThan(500);
            for (String link : links(address, answer)) {
                assertThat(link).as("named by %s", address).matches(base + "(?:/.*)?");
                if (!link.contains("/webjars/") && known.add(link)) {
                    ahead.add(link);
                }
            }
            assertThat(known).hasSizeLessThan(LONGEST_WALK);
        }
        assertThat(known).hasSizeGreaterThan(100);
    }

    /** The paths on this server that an answer names. */
    private List<String> links(String address, Visitor.Answer answer) {
        var found = new ArrayList<String>();
        var links = LINK.matcher(answer.body());
        while (links.find()) {
            found.add(links.group(1) == null ? links.group(2) : links.group(1));
        }
        found.add(answer.header("Location"));
        answer.headers().allValues("Link").forEach(link -> found.add(link.replaceAll("^<|>.*$", "")));
        var here = visitor.address(address);
        var paths = new ArrayList<String>();
        for (String link : found) {
            var text = link.replace("&amp;", "&").replace("\\/", "/");
            if (text.matches("[/?.h][^ {]*")) {
                var target = here.resolve(URI.create(text));
                if (here.getAuthority().equals(target.getAuthority())) {
                    paths.add(target.getRawPath() + (target.getRawQuery() == null ? "" : "?" + target.getRawQuery()));
                }
            }
        }
        return paths;
    }

    @Test
    void whatThePagesNeedIsThereToo() {
        var base = preview();
        var page = visitor.get(base + "/map", "Accept", BROWSER);
        assertThat(page.body()).contains("{\"imports\":{\"leaflet\":\"" + base + "/webjars/leaflet/");
        for (var file : List.of(
                "/style.css",
                "/icon.svg",
                "/elements/map-explorer.js",
                "/lib/address.js",
                "/fonts/noto-naskh-arabic-400.woff2",
                "/webjars/leaflet/dist/leaflet-src.esm.js",
                "/webjars/leaflet/dist/leaflet.css")) {
            assertThat(visitor.get(base + file).status()).as(file).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/areas/q1", "/api/observations", "/datasets/essai/editions/1/data.csv", "/style.css"})
    void noCacheKeepsItNoSearchFindsItNoSiteReadsIt(String path) {
        var answer = visitor.get(preview() + path, "Origin", "https://example.org");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers().allValues("Cache-Control")).containsExactly("private, no-store");
        assertThat(answer.header("X-Robots-Tag")).contains("noindex");
        assertThat(answer.headers().map()).doesNotContainKey("access-control-allow-origin");
    }

    @Test
    void itsTagsAreNotThoseOfThePublicAnswer() {
        var base = preview();
        var tag = visitor.get("/api/observations").header("ETag");
        assertThat(visitor.get(base + "/api/observations", "If-None-Match", tag).status())
                .isEqualTo(200);
        var inside = visitor.get(base + "/api/observations").header("ETag");
        assertThat(visitor.get("/api/observations", "If-None-Match", inside).status())
                .isEqualTo(200);
    }

    @Test
    void everyPageSaysInThreeLanguagesWhatItIs() {
        var base = preview();
        for (var page : List.of("/", "/map", "/areas/q1", "/indicators", "/datasets/essai", "/query", "/ogc", "/no")) {
            assertThat(visitor.get(base + page + "?lang=fr", "Accept", BROWSER).body())
                    .as(page)
                    .contains("cette édition n’est pas publiée");
            assertThat(visitor.get(base + page + "?lang=ar", "Accept", BROWSER).body())
                    .contains("هذا الإصدار غير منشور");
            assertThat(visitor.get(base + page + "?lang=en", "Accept", BROWSER).body())
                    .contains("this edition is not published");
        }
        assertThat(visitor.get("/?lang=en").body()).doesNotContain("is not published");
    }

    @Test
    void anUnknownTokenIsAnAddressLikeAnyOther() {
        preview();
        for (var path : List.of(
                "/preview",
                "/preview/",
                "/preview/" + "0".repeat(32) + "/",
                "/preview/" + "0".repeat(32),
                "/preview/../",
                "/preview/x/areas/q1")) {
            var answer = visitor.get(path);
            assertThat(answer.status()).as(path).isEqualTo(404);
            assertThat(answer.json().get("rule").asString()).isEqualTo("no-such-page");
        }
    }

    @Test
    void aPreviewThatIsOldIsThereNoMore() {
        var base = preview(Instant.now().minus(Duration.ofDays(31)));
        assertThat(visitor.get(base + "/").status()).isEqualTo(404);
    }

    @Test
    void theAddressWithoutASlashLeadsToTheOneWith() {
        var base = preview();
        var answer = visitor.get(base + "?lang=ar");
        assertThat(answer.status()).isEqualTo(308);
        assertThat(answer.header("Location")).isEqualTo(base + "/?lang=ar");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/admin/command",
                "/%61dmin/command",
                "//admin/command",
                "/admin;x=1/command",
                "/./admin/command",
                "/x/../admin/command",
                "/actuator/health",
                "/%61ctuator/prometheus",
                "/error"
            })
    void whatIsNoDoorForReadersIsNotBelowIt(String path) {
        var base = preview();
        for (var method : List.of("GET", "POST")) {
            assertThat(visitor.send(method, base + path).status())
                    .as(method + " " + path)
                    .isIn(400, 404, 405);
        }
        assertThat(visitor.get(base + path).body()).doesNotContain("jvm_", "\"status\":\"UP\"");
    }

    @Test
    void aRunOfPagesLeadsNobodyInOrOut() {
        var base = preview();
        var inside = visitor.get(base + "/api/observations?limit=2");
        var next = inside.json().get("next").asString();
        assertThat(next).startsWith("http://127.0.0.1:" + port + base);
        assertThat(visitor.get(URI.create(next).getRawPath() + "?"
                                + URI.create(next).getRawQuery())
                        .status())
                .isEqualTo(200);
        assertThat(visitor.get("/api/observations?" + URI.create(next).getRawQuery())
                        .status())
                .isEqualTo(410);
        var outside = URI.create(
                visitor.get("/api/observations?limit=2").json().get("next").asString());
        assertThat(visitor.get(base + "/api/observations?" + outside.getRawQuery())
                        .status())
                .isEqualTo(410);
    }

    @Test
    void itKeepsUpWithWhatIsPublished() {
        var base = preview();
        assertThat(visitor.get(base + "/datasets/voisin").status()).isEqualTo(404);
        warehouse.publish(new EditionContent(Fixture.definitions("voisin"), List.of()), List.of());
        assertThat(visitor.get(base + "/datasets/voisin").status()).isEqualTo(200);
        var second = warehouse.publish(Fixture.content(), List.of());
        assertThat(second.number()).isEqualTo(2);
        assertThat(visitor.get(base + "/api/observations?area=q9").body())
                .contains("77.25")
                .contains("\"edition\":3");
        warehouse.withdraw(second.id(), "back to where the other tests begin");
    }
}
