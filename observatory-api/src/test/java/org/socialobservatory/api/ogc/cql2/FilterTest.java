package org.socialobservatory.api.ogc.cql2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Envelope;
import org.socialobservatory.api.problem.ApiProblem;
import org.socialobservatory.api.problem.ApiProblem.BadParameter;

class FilterTest {

    private static void assertTaken(String filter, @Nullable String houses) {
        var expected = houses == null ? "" : houses;
        assertThat(House.taken(FilterLanguage.CQL2_TEXT, filter)).as(filter).isEqualTo(expected);
        var json = FilterLanguage.CQL2_JSON.write(FilterLanguage.CQL2_TEXT.read(filter));
        assertThat(House.taken(FilterLanguage.CQL2_JSON, json)).as(json).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "floors = 5 | 2",
                "floors <> 5 | 13",
                "floors < 5 | 1",
                "floors <= 5.0 | 12",
                "floors > 5 | 3",
                "5 <= floors | 23",
                "floors > 3 AND rooms = 10 | 2",
                "floors = 3 OR rooms = 4 | 14",
                "floors = 3 OR floors = 5 AND rooms = 99 | 1",
                "(floors = 3 OR floors = 5) AND rooms = 10 | 2",
                "NOT floors = 5 | 13",
                "NOT (NOT floors = 5) | 2",
                "pool = true | 13",
                "pool <> TRUE | 2",
                "name = 'Straße' | 1",
                "name > 'a' AND name < 'e' | 3",
                "'a' = 'a' | 1234",
                "FALSE |",
            })
    void comparesAndJoins(String filter, @Nullable String houses) {
        assertTaken(filter, houses);
    }

    /** What is not known is neither so nor otherwise; one operand can still decide (21-065r2 §6.4). */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "floors IS NULL | 4",
                "floors IS NOT NULL | 123",
                "NOT floors IS NULL | 123",
                "floors = 5 OR NOT floors = 5 | 123",
                "floors - floors = 0 | 123",
                "floors > 0 OR name LIKE '%' | 1234",
                "NOT (floors > 0 AND name = 'x') | 1234",
                "NOT (floors > 0 AND name LIKE '%') |",
                "floors NOT BETWEEN 0 AND 4 | 23",
                "rooms NOT IN (10, 99) | 14",
                "rooms IN (10, 99) | 2",
                "place IS NULL | 4",
                "S_DISJOINT(place, POINT(50 50)) | 123",
            })
    void keepsSilentOfWhatIsNotKnown(String filter, @Nullable String houses) {
        assertTaken(filter, houses);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "name LIKE 'Str%' | 1",
                "name LIKE '%e' | 1",
                "name LIKE '_tra__' | 1",
                "name LIKE '%' | 1234",
                "name LIKE '' |",
                "name NOT LIKE '%r%' | 24",
                "name LIKE 'Stra\\ße' | 1",
                "name LIKE 'Stra\\%' |",
                "CASEI(name) = CASEI('STRASSE') | 1",
                "CASEI(name) IN (CASEI('ΟΔΟΣ'), CASEI('strasse')) | 12",
                "ACCENTI(name) = ACCENTI('debarquer') | 3",
                "ACCENTI(CASEI(name)) LIKE ACCENTI(CASEI('DÉBARQ%')) | 3",
                "ACCENTI(name) = ACCENTI('حي اكدال') | 4",
                "floors BETWEEN 3 AND 5 | 12",
                "floors BETWEEN 5 AND 3 |",
                "name IN ('Straße', 'Οδος') | 12",
            })
    void findsTexts(String filter, @Nullable String houses) {
        assertTaken(filter, houses);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "rooms = floors * 4 | 1",
                "rooms / floors = 2 | 2",
                "rooms - floors > 5 | 1",
                "rooms + 1 = 11 | 2",
                "rooms % 5 = 2 | 1",
                "floors div 2 = 1 | 1",
                "floors ^ 2 = 9 | 1",
                "2 ^ floors = 32 | 2",
                "- floors = -5 | 2",
                "floors = 10 - 2 - 3 | 2",
                "floors = 2 + 3 * 2 | 3",
                "floors = (2 + 2) * 2 | 3",
                "rooms > floors * 2 AND rooms < floors * 5 | 1",
                "rooms / 0 = 1 |",
                "NOT rooms / 0 = 1 |",
                "rooms % 0 = 0 |",
                "0.1 + 0.2 = 0.3 | 1234",
                "(9 ^ 999) ^ 999 > 1 |",
            })
    void calculates(String filter, @Nullable String houses) {
        assertTaken(filter, houses);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "S_INTERSECTS(place, BBOX(0,0,3,3)) | 13",
                "S_WITHIN(place, BBOX(0,0,3,3)) | 1",
                "S_WITHIN(place, POLYGON((0 0,7 0,7 7,0 7,0 0))) | 123",
                "S_CONTAINS(place, POINT(5 5)) | 23",
                "S_CONTAINS(BBOX(0,0,3,3), place) | 1",
                "S_EQUALS(place, POLYGON((2 2,2 6,6 6,6 2,2 2))) | 3",
                "S_DISJOINT(place, BBOX(0,0,3,3)) | 2",
                "S_TOUCHES(place, BBOX(0,0,2,2)) | 3",
                "S_TOUCHES(place, LINESTRING(6 0, 6 9)) | 3",
                "S_OVERLAPS(place, BBOX(0,0,3,3)) | 3",
                "S_CROSSES(place, LINESTRING(0 3, 9 3)) | 3",
                "S_CROSSES(LINESTRING(0 3, 9 3), place) | 3",
                "S_INTERSECTS(place, MULTIPOINT((1 1),(5 5))) | 123",
                "S_INTERSECTS(place, GEOMETRYCOLLECTION(POINT(1 1), LINESTRING(4 0, 4 4))) | 13",
                "S_INTERSECTS(place, MULTIPOLYGON(((0 0,2 0,2 1,0 1,0 0)),((9 9,8 9,8 8,9 9)))) | 1",
                "S_INTERSECTS(place, place) | 123",
                "S_INTERSECTS(POINT(1 1), BBOX(0,0,3,3)) | 1234",
                "S_INTERSECTS(place, BBOX(4,-1,2,3)) | 13",
                "S_INTERSECTS(place, BBOX(0,0,0,3,3,9)) | 13",
                "S_INTERSECTS(place, POINT Z (1 1 7)) | 1",
            })
    void liesAsTheGeometriesDo(String filter, @Nullable String houses) {
        assertTaken(filter, houses);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "built < DATE('2000-01-01') | 1",
                "built >= DATE('2015-01-01') | 23",
                "built = DATE('2015-01-01') | 2",
                "built BETWEEN DATE('2015-01-01') AND DATE('2019-01-01') | 2",
                "T_AFTER(built, DATE('2015-01-01')) | 3",
                "T_BEFORE(built, DATE('2015-01-01')) | 1",
                "T_EQUALS(updated, DATE('2024-05-01')) | 1",
                "T_EQUALS(updated, TIMESTAMP('2024-05-01T14:00:00+02:00')) | 1",
                "T_DISJOINT(updated, DATE('2024-05-01')) | 24",
                "T_INTERSECTS(updated, INTERVAL('2024-05-01', '2024-05-02')) | 12",
                "T_INTERSECTS(updated, INTERVAL('..', '2024-05-01')) | 14",
                "T_DURING(built, INTERVAL('2014-12-31', '2020-06-16')) | 23",
                "T_DURING(built, INTERVAL('2015-01-01', '..')) | 3",
                "T_MEETS(INTERVAL(built, updated), INTERVAL('2024-05-01', '..')) | 1",
                "T_METBY(INTERVAL('2024-05-01', '..'), INTERVAL(built, updated)) | 1",
                "T_CONTAINS(INTERVAL(built, updated), INTERVAL('2016-01-01', '2017-01-01')) | 12",
                "T_FINISHES(INTERVAL('2016-01-01', '2024-05-01'), INTERVAL(built, updated)) | 1",
                "T_FINISHEDBY(INTERVAL(built, updated), INTERVAL('2016-01-01', '2024-05-01')) | 1",
                "T_STARTS(INTERVAL('2015-01-01', '2016-01-01'), INTERVAL(built, updated)) | 2",
                "T_STARTEDBY(INTERVAL(built, updated), INTERVAL('2015-01-01', '2016-01-01')) | 2",
                "T_OVERLAPS(INTERVAL(built, updated), INTERVAL('2024-01-01', '..')) | 12",
                "T_OVERLAPPEDBY(INTERVAL('2024-01-01', '..'), INTERVAL(built, updated)) | 12",
            })
    void liesAsTheTimesDo(String filter, @Nullable String houses) {
        assertTaken(filter, houses);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "A_CONTAINS(('a', 1, TRUE), (1, 'a')) | 1234",
                "A_CONTAINEDBY((1, 'a'), ('a', 1.0, TRUE)) | 1234",
                "A_EQUALS((1, 2), (2, 1, 1)) | 1234",
                "A_OVERLAPS((1, 2), (3, 4)) |",
                "A_OVERLAPS((floors, rooms), (10, 12)) | 12",
            })
    void comparesLists(String filter, @Nullable String houses) {
        assertTaken(filter, houses);
    }

    @Test
    void knowsWhereItsFeaturesCanOnlyBe() {
        assertThat(bounds("S_WITHIN(place, BBOX(0,0,3,3)) AND floors > 1 AND S_INTERSECTS(place, BBOX(2,2,9,9))"))
                .isEqualTo(new Envelope(2, 3, 2, 3).toString());
        assertThat(bounds("S_INTERSECTS(BBOX(0,0,3,3), place)")).isEqualTo(new Envelope(0, 3, 0, 3).toString());
        assertThat(bounds("S_DISJOINT(place, BBOX(0,0,3,3))")).isEqualTo("null");
        assertThat(bounds("S_WITHIN(place, BBOX(0,0,3,3)) OR floors > 1")).isEqualTo("null");
        assertThat(bounds("NOT S_WITHIN(place, BBOX(0,0,3,3))")).isEqualTo("null");
        assertThat(bounds("S_INTERSECTS(POINT(1 1), BBOX(0,0,3,3))")).isEqualTo("null");
    }

    private static String bounds(String filter) {
        return String.valueOf(
                House.filter(FilterLanguage.CQL2_TEXT.read(filter)).bounds());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "flors = 1 | unknown-property",
                "floors = 'a' | filter-kind",
                "name > 1 | filter-kind",
                "pool < true | filter-kind",
                "name AND pool | filter-kind",
                "floors | filter-kind",
                "(floors = 1) + 2 = 3 | filter-kind",
                "name + 1 = 2 | filter-kind",
                "CASEI(floors) = 'a' | filter-kind",
                "floors LIKE 'a' | filter-kind",
                "S_INTERSECTS(name, POINT(1 1)) | filter-kind",
                "T_AFTER(name, DATE('2024-01-01')) | filter-kind",
                "built > '2024-01-01' | filter-kind",
                "name IN ('a', 1) | filter-kind",
                "place = POINT(1 1) | filter-kind",
                "Buffer(place, 10, 'm') = 1 | unknown-function",
                "S_WITHIN(place, Buffer(place, 10, 'm')) | unknown-function",
                "S_INTERSECTS(place, POLYGON((0 0, 2 2, 2 0, 0 2, 0 0))) | filter-shape",
                "S_INTERSECTS(place, POLYGON((0 0, 2 2, 2 0))) | filter-shape",
                "S_INTERSECTS(place, LINESTRING(0 0)) | filter-shape",
                "S_INTERSECTS(place, POINT(1e999 0)) | filter-shape",
                "S_INTERSECTS(place, BBOX(0,3,1,0)) | filter-shape",
                "S_INTERSECTS(place, POINT(NaN 0)) | filter-syntax",
                "S_INTERSECTS(place, BBOX(0,0,1)) | filter-syntax",
                "S_INTERSECTS(place) | filter-syntax",
                "floors = | filter-syntax",
                "floors = 1 AND | filter-syntax",
                "floors 1 | filter-syntax",
                "(floors = 1 | filter-syntax",
                "floors = 1) | filter-syntax",
                "floors = 12abc | filter-syntax",
                "floors = 'a | filter-syntax",
                "\"floors = 1 | filter-syntax",
                "floors = 1e99999 | filter-syntax",
                "floors NOT = 1 | filter-syntax",
                "floors IS 1 | filter-syntax",
                "floors BETWEEN 1 OR 2 | filter-syntax",
                "floors IN () | filter-syntax",
                "2 ^ 2 ^ 2 = 16 | filter-syntax",
                "built = DATE('2024-02-30') | filter-syntax",
                "built = TIMESTAMP('2024-02-03') | filter-syntax",
                "AND | filter-syntax",
                "; DROP TABLE x | filter-syntax",
            })
    void refusesByRule(String filter, String rule) {
        assertThat(refusal(FilterLanguage.CQL2_TEXT, filter).rule().code())
                .as(filter)
                .isEqualTo(rule);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[ | filter-syntax",
                "{} | filter-syntax",
                "null | filter-syntax",
                "{\"op\":\"=\"} | filter-syntax",
                "{\"op\":\"=\",\"args\":[1]} | filter-syntax",
                "{\"op\":1,\"args\":[1,1]} | filter-syntax",
                "{\"op\":\"in\",\"args\":[{\"property\":\"floors\"},1]} | filter-syntax",
                "{\"op\":\"=\",\"args\":[1,1]} {} | filter-syntax",
                "{\"op\":\"=\",\"args\":[1,1e999999999]} | filter-syntax",
                "{\"op\":\"=\",\"args\":[1,NaN]} | filter-syntax",
                "{\"op\":\"s_intersects\",\"args\":[{\"property\":\"place\"},{\"type\":\"Polygon\",\"coordinates\":[]}]} | filter-syntax",
                "{\"op\":\"s_intersects\",\"args\":[{\"property\":\"place\"},{\"type\":\"Polygon\",\"coordinates\":[[]]}]} | filter-syntax",
                "{\"op\":\"s_intersects\",\"args\":[{\"property\":\"place\"},{\"type\":\"Point\",\"coordinates\":[1]}]} | filter-syntax",
                "{\"op\":\"s_intersects\",\"args\":[{\"property\":\"place\"},{\"type\":\"Circle\"}]} | filter-syntax",
                "{\"op\":\"magic\",\"args\":[1]} | unknown-function",
                "{\"op\":\"=\",\"args\":[{\"property\":\"flors\"},1]} | unknown-property",
                "{\"op\":\"and\",\"args\":[1,2]} | filter-kind",
                "{\"op\":\"between\",\"args\":[1,2]} | filter-syntax",
                "{\"interval\":[\"..\",\"..\"]} | filter-kind",
                "{\"op\":\"in\",\"args\":[]} | filter-syntax",
            })
    void refusesJsonByRule(String filter, String rule) {
        assertThat(refusal(FilterLanguage.CQL2_JSON, filter).rule().code())
                .as(filter)
                .isEqualTo(rule);
    }

    private static BadParameter refusal(FilterLanguage language, String filter) {
        return catchThrowableOfType(BadParameter.class, () -> House.taken(language, filter));
    }

    @Test
    void offersTheNameThatWasMeant() {
        assertThat(refusal(FilterLanguage.CQL2_TEXT, "flors = 1").allowed()).contains("floors");
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "NOT ", "CASEI(", "S_EQUALS(", "1+", "-(", "floors IN (", "GEOMETRYCOLLECTION("})
    void refusesTenThousandLevelsWithoutFallingOver(String level) {
        assertThat(refusal(FilterLanguage.CQL2_TEXT, level.repeat(10_000) + "1")
                        .rule()
                        .code())
                .isIn("filter-too-deep", "filter-syntax");
        assertThat(refusal(FilterLanguage.CQL2_TEXT, "(".repeat(10_000) + "pool" + ")".repeat(10_000))
                        .rule()
                        .code())
                .isEqualTo("filter-too-deep");
    }

    @Test
    void refusesDeepJson() {
        var deep = "{\"op\":\"not\",\"args\":[".repeat(10_000) + "true" + "]}".repeat(10_000);
        assertThat(refusal(FilterLanguage.CQL2_JSON, deep).rule().code()).isEqualTo("filter-too-deep");
        var within = "{\"op\":\"not\",\"args\":[".repeat(150) + "true" + "]}".repeat(150);
        assertThat(refusal(FilterLanguage.CQL2_JSON, within).rule().code()).isEqualTo("filter-too-deep");
    }

    @Test
    void refusesAPolygonOfAMillionPositions() {
        var ring = new StringBuilder("S_INTERSECTS(place, POLYGON((0 0");
        for (int i = 0; i < 1_000_000; i++) {
            ring.append(",0 1");
        }
        assertThat(refusal(FilterLanguage.CQL2_TEXT, ring + ",0 0)))").rule().code())
                .isEqualTo("filter-shape");
    }

    @Test
    void joinsAThousandAlternativesOnOneLevel() {
        var many = "floors = 1" + " OR floors = 1".repeat(1_000) + " OR floors = 5";
        assertThat(House.taken(FilterLanguage.CQL2_TEXT, many)).isEqualTo("2");
    }

    @Test
    void stopsWhenItsTimeIsUp() {
        var filter = Filter.of(
                FilterLanguage.CQL2_TEXT.read("floors = 5"),
                House.properties(),
                geometry -> geometry,
                false,
                Duration.ZERO);
        assertThatThrownBy(() -> filter.takes(House.ALL.getFirst()))
                .isInstanceOf(ApiProblem.Refused.class)
                .extracting(problem -> ((ApiProblem) problem).rule().code())
                .isEqualTo("time-limit");
    }

    /** The longest way through a pattern is the product of both lengths. */
    @Test
    void doesNotExplodeOnPatterns() {
        assertThat(Texts.isLike("a".repeat(10_000) + "b", "%a".repeat(50) + "%c"))
                .isFalse();
    }
}
