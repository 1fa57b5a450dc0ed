package org.socialobservatory.api.sparql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.socialobservatory.api.Doors;
import org.springframework.boot.test.web.server.LocalServerPort;

@Doors
class FunctionsTest {

    private static final String GEOF = "PREFIX geof: <http://www.opengis.net/def/function/geosparql/> "
            + "PREFIX uom: <http://www.opengis.net/def/uom/OGC/1.0/> ";
    private static final String TEXT = "PREFIX text: <http://jena.apache.org/text#> ";
    private static final String Q1 = "<http://localhost:8080/id/area/q1>";

    @LocalServerPort
    private int port;

    private Endpoint endpoint = new Endpoint(0);

    @BeforeEach
    void connect() {
        endpoint = new Endpoint(port);
    }

    /** Empty where the call is an error. */
    private String value(String call) throws Exception {
        return endpoint.json(GEOF + TEXT + "SELECT (" + call + " AS ?x) {}")
                .at("/results/bindings/0/x/value")
                .asString("");
    }

    /** The verdicts of t are those of R: {@code 2 * pt(-abs(v2 - v1) / sqrt(e1^2 + e2^2), d1 + d2) < 0.05}. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    obs:overlaps(1, 2, 2, 3) | true
                    obs:overlaps(1, 2, 2.1, 3) | false
                    obs:overlaps(2.1, 3, 1, 2) | false
                    obs:overlaps(1, 9, 3, 4) | true
                    obs:overlaps(2, 1, 3, 4) | ''
                    obs:overlaps('a', 1, 3, 4) | ''
                    obs:differs(10, 1, 12.7, 1) | false
                    obs:differs(10, 1, 12.8, 1) | true
                    obs:differs(12.8, 1, 10, 1) | true
                    obs:differs(10, 0, 10, 0) | false
                    obs:differs(10, 0, 10.1, 0) | true
                    obs:differs(10, -1, 12, 1) | ''
                    obs:differs(10, 1, 5, 12.8, 1, 5) | false
                    obs:differs(10, 1, 5, 13.2, 1, 5) | true
                    obs:changeSignificant(10, 1, 5, 13.1, 1, 5) | false
                    obs:changeSignificant(10, 1, 5, 13.2, 1, 5) | true
                    obs:changeSignificant(10, 1, 0, 13.2, 1, 5) | ''
                    """)
    void comparesFiguresWithTheirErrors(String call, String expected) throws Exception {
        assertThat(value(call)).isEqualTo(expected);
    }

    @Test
    void describesItsFunctionsWhereTheirNamesLead() throws Exception {
        var described = endpoint.json("""
                SELECT ?f { ?f a <http://www.w3.org/ns/sparql-service-description#Function> }
                """).at("/results/bindings");
        assertThat(described.valueStream().map(row -> row.at("/f/value").asString()))
                .containsExactlyInAnyOrder(
                        "https://w3id.org/social-observatory/ns#overlaps",
                        "https://w3id.org/social-observatory/ns#differs",
                        "https://w3id.org/social-observatory/ns#changeSignificant");
    }

    private static String wkt(String shape) {
        return "\"" + shape + "\"^^geo:wktLiteral";
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    sfWithin | POINT (1 1) | true
                    sfWithin | POINT (9 9) | false
                    sfIntersects | LINESTRING (1 1, 9 9) | true
                    sfCrosses | LINESTRING (1 1, 9 9) | true
                    sfDisjoint | POINT (9 9) | true
                    sfTouches | POLYGON ((2 0, 4 0, 4 2, 2 2, 2 0)) | true
                    sfOverlaps | POLYGON ((1 1, 4 1, 4 2, 1 2, 1 1)) | true
                    sfEquals | POLYGON ((0 0, 0 2, 2 2, 2 0, 0 0)) | true
                    sfContains | POLYGON ((-1 -1, 5 -1, 5 5, -1 5, -1 -1)) | true
                    """)
    void saysHowShapesLieToEachOther(String relation, String shape, String expected) throws Exception {
        var square = wkt("POLYGON ((0 0, 2 0, 2 2, 0 2, 0 0))");
        assertThat(value("geof:" + relation + "(" + wkt(shape) + ", " + square + ")"))
                .isEqualTo(expected);
    }

    /** On WGS 84 a degree is 111,319.5 m of the equator, and the first one northward 110,574.4 m. */
    @Test
    void measuresInMetresOverTheEarth() throws Exception {
        var sale = wkt("POINT (-6.8 34.05)");
        assertThat(Double.parseDouble(
                        value("geof:distance(" + wkt("POINT (0 0)") + ", " + wkt("POINT (0.01 0)") + ", uom:metre)")))
                .isCloseTo(1113.19, within(0.5));
        assertThat(Double.parseDouble(
                        value("geof:distance(" + wkt("POINT (0 0)") + ", " + wkt("POINT (0 1)") + ", uom:metre)")))
                .isCloseTo(110_574.4, within(5.0));
        assertThat(value("geof:distance(" + sale + ", " + sale + ", uom:metre)"))
                .isEqualTo("0.0e0");
        assertThat(value("geof:distance(" + sale + ", " + sale + ", <urn:x:cubit>)"))
                .isEmpty();
    }

    @Test
    void readsLatitudeFirstWhereTheLiteralSaysSo() throws Exception {
        assertThat(value("geof:sfEquals(" + wkt("POINT (-6.8 34)") + ", "
                        + wkt("<http://www.opengis.net/def/crs/EPSG/0/4326> POINT (34 -6.8)") + ")"))
                .isEqualTo("true");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POINT (NaN 1)",
                "POLYGON ((0 0, 1 1))",
                "NONSENSE",
                "<http://www.opengis.net/def/crs/EPSG/0/26191> POINT (1 1)",
                "POINT (1e400 1)"
            })
    void hasNoAnswerForWhatIsNoShape(String shape) throws Exception {
        assertThat(value("geof:sfIntersects(" + wkt(shape) + ", " + wkt("POINT (1 1)") + ")"))
                .isEmpty();
    }

    @Test
    void findsFeaturesByHowTheyLie() throws Exception {
        var found = endpoint.json("SELECT ?a { ?a geo:sfWithin " + Q1 + " } ORDER BY ?a")
                .at("/results/bindings");
        assertThat(found.valueStream().map(row -> row.at("/a/value").asString()))
                .contains("http://localhost:8080/id/area/q1");
        var pairs = endpoint.json(
                        "SELECT (COUNT(*) AS ?n) { ?a geo:sfIntersects ?b . ?a obs:level ?l . ?b obs:level ?l }")
                .at("/results/bindings/0/n/value")
                .asInt();
        var slowly = endpoint.json(GEOF + """
                        SELECT (COUNT(*) AS ?n) { ?a geo:hasDefaultGeometry/geo:asWKT ?one ; obs:level ?l .
                          ?b geo:hasDefaultGeometry/geo:asWKT ?other ; obs:level ?l . FILTER(geof:sfIntersects(?one, ?other)) }
                        """).at("/results/bindings/0/n/value").asInt();
        assertThat(pairs).isEqualTo(slowly).isPositive();
        assertThat(endpoint.json("ASK { " + Q1 + " geo:sfIntersects " + Q1 + " }")
                        .get("boolean")
                        .asBoolean())
                .isTrue();
        assertThat(endpoint.json("ASK { " + Q1 + " geo:sfDisjoint " + Q1 + " }")
                        .get("boolean")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void findsThingsByTheirNames() throws Exception {
        for (var name : new String[] {"الحي الأول", "q1"}) {
            var found = endpoint.json(TEXT + "SELECT ?a { ?a text:query \"" + name + "\" . ?a a geo:Feature }")
                    .at("/results/bindings");
            assertThat(found.valueStream().map(row -> row.at("/a/value").asString()))
                    .as(name)
                    .contains("http://localhost:8080/id/area/q1");
        }
        assertThat(endpoint.json(TEXT + "SELECT ?a { ?a text:query (\"quartier\" 1) }")
                        .at("/results/bindings")
                        .size())
                .isLessThanOrEqualTo(1);
        assertThat(endpoint.json(TEXT + "ASK { " + Q1 + " text:query \"no such name anywhere\" }")
                        .get("boolean")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void refusesASearchForNoText() throws Exception {
        for (var object : new String[] {"<urn:x:y>", "(\"a\" \"b\")", "(\"a\" 1 2)", "?nothing"}) {
            var answer = endpoint.get(TEXT + "SELECT * { ?a text:query " + object + " }", "", "*/*");
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        }
    }
}
