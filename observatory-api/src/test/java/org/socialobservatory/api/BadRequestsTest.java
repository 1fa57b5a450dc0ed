package org.socialobservatory.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What every door does with a request that it does not understand: it says so, in the reader's form, and no more. */
@Doors
@ExtendWith(OutputCaptureExtension.class)
class BadRequestsTest {

    private static final String PROBLEM = "application/problem+json";
    private static final String BROWSER = "text/html,application/xhtml+xml,*/*;q=0.8";

    /** Each door once, as it is rightly asked. */
    static final List<String> DOORS = List.of(
            "/",
            "/map",
            "/map/outline",
            "/map/outline?area=q1",
            "/areas/q1",
            "/indicators",
            "/indicators/menages",
            "/datasets",
            "/datasets/essai",
            "/datasets/essai/editions/1",
            "/figures/essai/menages/q1/2024/_T",
            "/query",
            "/about/methods",
            "/ns",
            "/id/area/q1",
            "/id/period/2024",
            "/api/choropleth?indicator=menages",
            "/api/observations",
            "/api/search?q=quartier",
            "/api/areas?near=-6.795,34.005",
            "/ogc",
            "/ogc/conformance",
            "/ogc/collections",
            "/ogc/collections/areas-town",
            "/ogc/collections/areas-town/items",
            "/ogc/collections/areas-town/items/ville",
            "/ogc/collections/areas-town/schema",
            "/ogc/collections/areas-town/queryables",
            "/ogc/collections/areas-town/sortables",
            "/ogc/collections/areas-arrondissement/styles",
            "/ogc/collections/areas-arrondissement/styles/menages",
            "/ogc/tileMatrixSets",
            "/ogc/tileMatrixSets/WebMercatorQuad",
            "/ogc/collections/areas-town/tiles",
            "/ogc/collections/areas-town/tiles/WebMercatorQuad",
            "/ogc/api",
            "/openapi.json");

    /** Things that are at no address, wherever their name stands. */
    static final List<String> NOTHING = List.of(
            "/areas/q99",
            "/indicators/none",
            "/datasets/none",
            "/datasets/essai/editions/2",
            "/datasets/essai/editions/one",
            "/datasets/essai/editions/-1",
            "/datasets/essai/editions/99999999999999999999/data.csv",
            "/datasets/essai/editions/2/difference.csv",
            "/figures/none/menages/q1/2024/_T",
            "/figures/essai/none/q1/2024/_T",
            "/figures/essai/menages/q1/1789/_T",
            "/figures/essai/menages/q1/2024/sex=X",
            "/id/area/q99",
            "/id/none/x",
            "/ogc/collections/none",
            "/ogc/collections/areas-town/items/none",
            "/%3Cscript%3Ealert(1)%3C/script%3E",
            "/areas/%3Cscript%3Ealert(1)%3C%2Fscript%3E",
            "/nowhere");

    @LocalServerPort
    private int port;

    private Visitor visitor;

    @BeforeEach
    void visit() {
        visitor = new Visitor(port);
    }

    private static String with(String door, String parameter) {
        return door + (door.contains("?") ? "&" : "?") + parameter;
    }

    private void assertRefused(String path, int status, String rule) {
        var answer = visitor.get(path);
        assertThat(answer.status()).as(path + " " + answer.body()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo(PROBLEM);
        assertThat(answer.json().get("rule").asString()).isEqualTo(rule);
        assertThat(answer.json().get("status").intValue()).isEqualTo(status);
        var page = visitor.get(path, "Accept", BROWSER);
        assertThat(page.status()).as(path).isEqualTo(status);
        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.body()).contains("<main").doesNotContain("<script>alert");
    }

    @ParameterizedTest
    @FieldSource("DOORS")
    void isOpenToWhoAsksRightly(String door) {
        assertThat(visitor.get(door).status()).isIn(200, 303);
    }

    @ParameterizedTest
    @FieldSource("DOORS")
    void refusesAnotherLanguageThanItsThree(String door) {
        assertRefused(with(door, "lang=de"), 400, "malformed-value");
        assertRefused(with(door, "lang=%3Cscript%3Ealert(1)%3C/script%3E"), 400, "malformed-value");
        assertRefused(with(door, "lang=fr&lang=ar"), 400, "repeated-parameter");
    }

    @ParameterizedTest
    @FieldSource("DOORS")
    void refusesAFormThatItHasNot(String door) {
        assertRefused(with(door, "f=docx"), 400, "unknown-format");
    }

    @ParameterizedTest
    @FieldSource("DOORS")
    void refusesWhatIsNotText(String door) {
        for (var broken : List.of("x=%zz", "x=%", "x=%c3%28", "x=%00", "x=%ed%a0%80")) {
            var answer = visitor.raw("GET " + with(door, broken) + " HTTP/1.1");
            assertThat(answer).as(broken).matches("(?s)HTTP/1\\.1 400 .*");
            assertThat(answer).contains("problem+json").doesNotContainIgnoringCase("exception", "tomcat", "at org.");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/areas/q1;a=b",
                "/areas/q1;a=%zz",
                "/id/area/q1;%",
                "/;/admin/command",
                "/preview/00000000000000000000000000000000/x;%zz",
                "/style.css;jsessionid=1"
            })
    void refusesParametersOfAPath(String path) {
        var answer = visitor.raw("GET " + path + " HTTP/1.1");
        assertThat(answer).matches("(?s)HTTP/1\\.1 400 .*");
        assertThat(answer)
                .contains("problem+json", "malformed-request", "Content-Security-Policy")
                .doesNotContainIgnoringCase("exception", "tomcat", "at org.");
    }

    @ParameterizedTest
    @FieldSource("DOORS")
    void refusesAnAddressBeyondReason(String door) {
        assertRefused(with(door, "x=" + "a".repeat(9_000)), 414, "address-too-long");
    }

    @ParameterizedTest
    @FieldSource("DOORS")
    void isForReadingOnly(String door) {
        // A drawing is sent to be looked at between its neighbours; nothing is kept of it.
        var drawn = door.startsWith("/map/outline");
        for (var method : drawn ? List.of("PUT", "DELETE", "PATCH") : List.of("POST", "PUT", "DELETE", "PATCH")) {
            var answer = visitor.send(method, door);
            assertThat(answer.status()).as(method).isEqualTo(405);
            assertThat(answer.header("Content-Type")).isEqualTo(PROBLEM);
            assertThat(answer.header("Allow")).contains("GET");
        }
        assertThat(visitor.send("HEAD", door).status()).isIn(200, 303);
    }

    @ParameterizedTest
    @FieldSource("DOORS")
    void saysWhichFormsThereAreToWhoTakesNoneOfThem(String door) {
        var answer = visitor.get(door, "Accept", "image/png");
        assertThat(answer.status()).isEqualTo(406);
        assertThat(answer.json().get("rule").asString()).isEqualTo("not-acceptable");
        assertThat(answer.json().get("allowed")).isNotEmpty();
    }

    @ParameterizedTest
    @FieldSource("DOORS")
    void passesOverHeadersThatMeanNothing(String door) {
        for (var header : List.of(
                List.of("If-None-Match", "\"unclosed"),
                List.of("If-None-Match", "W/,,\"\",*x"),
                List.of("If-Modified-Since", "yesterday"),
                List.of("Accept", "not a type"),
                List.of("Accept", ";;;,,/"),
                List.of("Accept-Language", "*;q=x, \u00e9"),
                List.of("Accept-Language", "xx-".repeat(300)),
                List.of("Cookie", "lang=%00; lang=<script>"),
                List.of("Range", "bytes=9-1,x"),
                List.of("Forwarded", "for=\"[;host=<script>alert(1)</script>"))) {
            assertThat(visitor.get(door, header.get(0), header.get(1)).status())
                    .as(header.toString())
                    .isIn(200, 303);
        }
    }

    @ParameterizedTest
    @FieldSource("NOTHING")
    void saysThatThereIsNothing(String path) {
        var answer = visitor.get(path);
        assertThat(answer.status()).as(answer.body()).isIn(400, 404);
        assertThat(answer.header("Content-Type")).startsWith(PROBLEM);
        var page = visitor.get(path, "Accept", BROWSER);
        assertThat(page.status()).isEqualTo(answer.status());
        assertThat(page.body()).doesNotContain("<script>alert");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "/map?indicator=none unknown-indicator",
                "/map?indicator=menages&level=none unknown-level",
                "/map?indicator=menages&period=1789 unknown-period",
                "/map?indicator=menages&within=none unknown-area",
                "/map?indicator=menages&town=none unknown-area",
                "/map?indicator=menages&sex=X unknown-code",
                "/map?indicator=menages&classes=2 malformed-value",
                "/map?indicator=menages&classes=8 malformed-value",
                "/map?indicator=menages&classes=1e9 malformed-value",
                "/map?indicator=menages&method=none malformed-value",
                "/api/choropleth?indicator=menages&method=manual missing-parameter",
                "/map?indicator=menages&breaks=NaN malformed-value",
                "/map?indicator=menages&breaks=2,1 malformed-value",
                "/map?indicator=menages&dataset=none unknown-dataset",
                "/map?indicator=menages&dataset=essai&edition=0 unknown-edition",
                "/areas/q1?against=none unknown-area",
                "/query?ready=none malformed-value",
                "/api/observations?limit=00 malformed-value",
                "/api/observations?limit=1e3 malformed-value",
                "/api/observations?limit=-0 malformed-value",
                "/api/observations?cursor=/etc/passwd malformed-value",
                "/api/search?q=a&kind=none malformed-value",
                "/api/search?q=a&limit=-1 malformed-value",
                "/api/areas?near=NaN,1 malformed-value",
                "/api/areas?near=1,2,3 malformed-value",
                "/api/areas?near=181,0 malformed-value",
                "/api/areas?near=Infinity,0 malformed-value",
                "/api/areas missing-parameter",
                "/ogc/collections/areas-town/items?bbox=1,2,3,4,5 malformed-value",
                "/ogc/collections/areas-town/items?bbox=NaN,0,1,1 malformed-value",
                "/ogc/collections/areas-town/items?bbox=0,1,1,0 malformed-value",
                "/ogc/collections/areas-town/items?bbox=0,0,0,1,1,-1 malformed-value",
                "/ogc/collections/areas-town/items?bbox=, malformed-value",
                "/ogc/collections/areas-town/items?offset=99 page-past-end",
                "/ogc/collections/areas-town/items?offset=-1 malformed-value",
                "/ogc/collections/areas-town/items?crs=none unknown-crs",
                "/ogc/collections/areas-town/items?bbox=0,0,1,1&bbox-crs=none unknown-crs",
                "/ogc/collections/areas-town/items?datetime=none malformed-value",
                "/ogc/collections/areas-town/items?filter=( filter-syntax",
                "/ogc/collections/areas-town/items?filter=none=1 unknown-property",
                "/ogc/collections/areas-town/items?filter=none() unknown-function",
                "/ogc/collections/areas-town/items?filter=code filter-kind",
                "/ogc/collections/areas-town/items?filter=1=1&filter-lang=sql malformed-value",
                "/ogc/collections/areas-town/items?filter=1=1&filter-crs=none unknown-crs",
                "/ogc/collections/areas-town/items?sortby=none unknown-property",
                "/ogc/collections/areas-town/items?properties=none unknown-property",
                "/ogc/collections/areas-town/queryables?sex=X unknown-code",
                "/api/choropleth?indicator=none&callback=x unknown-parameter",
            })
    void refusesAParameterByItsRule(String path, String rule) {
        assertRefused(path, 400, rule);
    }

    /** Values that have broken programs before. */
    private static final List<String> AWKWARD = List.of(
            "",
            " ",
            "0",
            "-1",
            "1e308",
            "NaN",
            "Infinity",
            "99999999999999999999999",
            "1,2,3,4,5",
            "-180,-90,180,90",
            "90,180,-90,-180",
            "2024",
            "2024-13",
            "2024--",
            "--",
            "../../etc/passwd",
            "<script>alert(1)</script>",
            "'\"><img src=x onerror=alert(1)>",
            "${7*7}",
            "#{T(none.Runtime).exec()}",
            "__${7*7}__::x",
            "%",
            "%2500",
            "\u0000",
            "\uD83D\uDE00",
            "\u202Eabc",
            "ا\u0651\u0651\u0651",
            "é".repeat(300),
            "a".repeat(3_000),
            "(".repeat(500),
            "*",
            "sex=F,sex=M",
            "_T",
            "q1,q2,,q3",
            "analphabetisme",
            "menages",
            "essai",
            "arrondissement",
            "ville",
            "CRS84",
            "EPSG:3857",
            "json",
            "csv",
            "html",
            "SELECT * { ?s ?p ?o } LIMIT 1",
            "cql2-json",
            "code='q1' AND NOT (level LIKE '%\\')",
            "S_INTERSECTS(geometry,BBOX(1e308,0,-1e308,9))",
            "{\"op\":\"not\",\"args\":[{\"property\":\"code\"}]}",
            "T_MEETS(INTERVAL('..','..'),DATE('+999999999-12-31'))",
            "1e999/0^(0-1e999)%1=1",
            "AAAA",
            "MXw5OTk5OTk5OTk",
            "MXxlc3NhaTo5OTk5OTk5OTk5");

    private static final List<String> NAMES = List.of(
            "indicator",
            "area",
            "within",
            "town",
            "level",
            "period",
            "dataset",
            "edition",
            "sex",
            "age",
            "method",
            "classes",
            "breaks",
            "bbox",
            "bbox-crs",
            "crs",
            "datetime",
            "properties",
            "filter",
            "filter-lang",
            "filter-crs",
            "sortby",
            "limit",
            "offset",
            "cursor",
            "q",
            "kind",
            "near",
            "against",
            "ready",
            "query",
            "timeout",
            "partial",
            "default-graph-uri",
            "lang",
            "f",
            "x");

    private static final List<String> PATHS = List.of(
            "/areas/",
            "/indicators/",
            "/datasets/",
            "/datasets/essai/editions/",
            "/figures/essai/menages/q1/2024/",
            "/id/",
            "/id/area/",
            "/id/observation/essai/",
            "/ogc/collections/",
            "/ogc/collections/areas-town/items/",
            "/preview/",
            "/");

    @Test
    void noRequestIsAnAccident(CapturedOutput log) {
        // The same ones each time: a fault that is found can be found again.
        var chance = new Random(2024);
        for (int i = 0; i < 1_500; i++) {
            var path = new StringBuilder(
                    chance.nextInt(4) == 0
                            ? pick(PATHS, chance) + encoded(pick(AWKWARD, chance))
                            : chance.nextInt(12) == 0 ? "/sparql" : pick(DOORS, chance));
            for (int n = chance.nextInt(4); n > 0; n--) {
                path.append(path.indexOf("?") < 0 ? '?' : '&')
                        .append(pick(NAMES, chance))
                        .append('=')
                        .append(encoded(pick(AWKWARD, chance)));
            }
            var answer = visitor.get(path.toString(), "Accept", chance.nextBoolean() ? BROWSER : "*/*");
            assertThat(answer.status()).as(path + "\n" + answer.body()).isLessThan(500);
            assertThat(answer.body())
                    .as(path.toString())
                    .doesNotContain("\tat ", "java.lang.", "org.springframework", "NullPointer");
            if (answer.header("Content-Type").startsWith("text/html")) {
                assertThat(answer.body()).as(path.toString()).doesNotContain("<script>alert", "<img src=x");
            }
        }
        assertThat(log.getAll()).doesNotContain("ERROR", "Unexpected problem");
    }

    private static String pick(List<String> some, Random chance) {
        return some.get(chance.nextInt(some.size()));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
