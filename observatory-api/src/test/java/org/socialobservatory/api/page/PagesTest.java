package org.socialobservatory.api.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.socialobservatory.api.Doors;
import org.socialobservatory.api.FakeWarehouse;
import org.socialobservatory.api.Fixture;
import org.socialobservatory.api.Visitor;
import org.socialobservatory.api.Visitor.Answer;
import org.socialobservatory.ontology.Language;
import org.socialobservatory.ontology.edition.Edition;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;

@Doors
class PagesTest {

    private static final String PROOF = "/figures/essai/analphabetisme/q2/2024/sex=F";

    @LocalServerPort
    private int port;

    @Autowired
    private FakeWarehouse warehouse;

    private Visitor visitor;

    @BeforeEach
    void visit() {
        visitor = new Visitor(port);
    }

    private Answer open(String path) {
        return visitor.get(path, "Accept", "text/html");
    }

    @Test
    void leadsABrowserThatLooksForAnIconToIt() {
        var icon = open("/favicon.ico");
        assertThat(icon.status()).isEqualTo(301);
        assertThat(icon.header("Location")).endsWith("/icon.svg");
        assertThat(open("/icon.svg").body()).contains("<svg");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/areas/ville",
                "/areas/q1",
                "/areas/q2",
                "/areas/q3",
                "/areas/q4",
                "/areas/pays",
                "/areas/q1/sheet",
                "/areas/q4/sheet?paper=a3",
                "/areas/pays/sheet",
                "/indicators",
                "/indicators?q=anal",
                "/indicators/illiteracy-rate",
                "/indicators/analphabetisme",
                "/indicators/menages",
                "/indicators/poverty-rate",
                "/datasets",
                "/datasets/essai",
                "/datasets/essai/editions/1",
                PROOF,
                "/about/methods",
                "/?q=quartier",
                "/map",
                "/map?indicator=illiteracy-rate&sex=F&level=arrondissement&within=ville&method=equal&classes=3",
                "/query",
                "/query?ready=editions"
            })
    void everyPageIsThereInThreeLanguagesAndAsData(String path) {
        for (var language : Language.values()) {
            var page = open(path + (path.contains("?") ? "&" : "?") + "lang=" + language.tag());
            assertThat(page.status()).as(path).isEqualTo(200);
            assertThat(page.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
            assertThat(page.body())
                    .contains("<html lang=\"" + language.tag() + "\"")
                    .contains("dir=\"" + (language.rightToLeft() ? "rtl" : "ltr") + "\"")
                    .doesNotContain("<script>", " th:", "??");
        }
        var data = visitor.get(path + (path.contains("?") ? "&" : "?") + "f=json");
        assertThat(data.status()).isEqualTo(200);
        assertThat(data.header("Content-Type")).startsWith("application/json");
        assertThat(data.json().isObject()).isTrue();
    }

    @Test
    void whoPrefersJsonGetsIt() {
        assertThat(visitor.get("/areas/q1", "Accept", "application/json")
                        .json()
                        .get("name")
                        .asString())
                .isEqualTo("Quartier Un");
        assertThat(visitor.get("/areas/q1", "Accept", "*/*").header("Content-Type"))
                .startsWith("text/html");
        assertThat(visitor.get("/areas/q1?f=pdf").status()).isEqualTo(400);
        assertThat(visitor.get("/areas/q1?lang=de").status()).isEqualTo(400);
    }

    @Test
    void everyPageWithInventedFiguresSaysSo() {
        assertThat(open("/areas/q1?lang=fr").body()).contains("Chiffres fictifs");
        assertThat(open(PROOF + "?lang=en").body()).contains("Fictitious figures");
    }

    @Test
    void anAreaStandsBesideTheOneAbove() {
        var row = visitor.get("/areas/q1?f=json&lang=fr")
                .json()
                .get("themes")
                .get(0)
                .get("rows")
                .get(0);
        assertThat(row.get("indicator").get("code").asString()).isEqualTo("illiteracy-rate");
        assertThat(row.get("figure").get("text").asString()).isEqualTo("12,5\u202f%");
        assertThat(row.get("reference").get("text").asString()).isEqualTo("20,5\u202f%");
        assertThat(row.get("comparison").asString()).isEqualTo("BETTER");
        assertThat(row.get("earlier").get(0).get("period").asString()).isEqualTo("2014");
    }

    @Test
    void anAreaCanBeSetBesideAnother() {
        var page = visitor.get("/areas/q1?f=json&against=q2").json();
        assertThat(page.get("against").get("code").asString()).isEqualTo("q2");
        assertThat(visitor.get("/areas/q1?against=q9").status()).isEqualTo(400);
    }

    @Test
    void anOverlappingIntervalIsNoDifference() {
        var women = visitor.get("/areas/q2?f=json")
                .json()
                .get("themes")
                .get(0)
                .get("rows")
                .get(0)
                .get("parts");
        var part = women.get(0).get("parts").get(0);
        assertThat(part.get("figure").get("interval").asString()).isEqualTo("entre 35,0 et 48,0\u202f%");
        // 28 % of the town lies below the whole interval.
        assertThat(part.get("comparison").asString()).isEqualTo("WORSE");
    }

    @Test
    void aWithheldFigureShowsItsReasonAndNoNumber() {
        var page = open("/areas/q3?lang=en").body();
        assertThat(page).contains("Not published, so that nobody can be recognised");
        var proof = visitor.get("/figures/essai/analphabetisme/q3/2024/sex=F?f=json")
                .json();
        assertThat(proof.get("figure").get("number").isNull()).isTrue();
        assertThat(proof.get("exact").isNull()).isTrue();
    }

    @Test
    void anAreaHasEveryPublishedFigureBesideItsParents() {
        assertThat(open("/areas/q2?lang=en").body()).contains("/q2/2024/sex=F", "/ville/2024/sex=F");
    }

    @Test
    void namesFromOutsideAreText() {
        var page = open("/areas/q3?lang=fr").body();
        assertThat(page).contains("L’Étang &lt;script&gt;").doesNotContain("L’Étang <script>");
        assertThat(open("/?q=%3Cscript%3Ealert(1)%3C/script%3E").body()).doesNotContain("<script>alert");
    }

    @Test
    void aProofNamesFileRowEditionAndQuestion() {
        var proof = open(PROOF + "?lang=fr").body();
        assertThat(proof)
                .contains("chiffres.csv", "c".repeat(64), "/id/observation/essai/analphabetisme/q2/2024/sex=F")
                .contains("SELECT ?indicator", "41,5", "entre 35,0 et 48,0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/areas/nowhere",
                "/indicators/nothing",
                "/datasets/none",
                "/datasets/essai/editions/9",
                "/datasets/essai/editions/x",
                "/figures/essai/analphabetisme/q2/2024/sex=X",
                "/figures/essai/%20/q2/2024/_T",
                "/nowhere"
            })
    void whatIsNotThereIsSaidOnAPage(String path) {
        var answer = open(path);
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body()).contains("Observatoire social").doesNotContain("Exception");
        assertThat(visitor.get(path, "Accept", "application/json").header("Content-Type"))
                .isEqualTo("application/problem+json");
    }

    @Test
    void theLegendCountsEveryArea() {
        var page = visitor.get("/map?f=json&indicator=illiteracy-rate&sex=F").json();
        var legend = page.get("legend");
        int counted = legend.get("unreliable").asInt()
                + legend.get("withheld").asInt()
                + legend.get("missing").asInt();
        for (var line : legend.get("classes")) {
            counted += line.get("count").asInt();
        }
        assertThat(counted).isEqualTo(4);
        assertThat(legend.get("all").asInt()).isEqualTo(4);
        assertThat(page.get("rows")).hasSize(4);
        assertThat(legend.get("withoutOutline").asInt()).isEqualTo(1);
    }

    @Test
    void theMapSaysWhatTheChoroplethSays() {
        var question = "indicator=illiteracy-rate&level=arrondissement&method=jenks&classes=3";
        var map = visitor.get("/map?f=json&" + question).json();
        var choropleth = visitor.get("/api/choropleth?" + question).json();
        for (var area : choropleth.get("areas")) {
            for (var row : map.get("rows")) {
                if (row.get("area").get("code").equals(area.get("code"))) {
                    assertThat(row.get("classIndex")).isEqualTo(area.get("class"));
                    assertThat(row.get("certain")).isEqualTo(area.get("certainClass"));
                    assertThat(row.get("figure").get("number")).isEqualTo(area.get("value"));
                }
            }
        }
        assertThat(choropleth.get("areas")).hasSize(3);
        assertThat(map.get("query")).isEqualTo(choropleth.get("query"));
    }

    @Test
    void aFirstMapShowsTheQuartersOfTheTown() {
        var page = visitor.get("/map?f=json").json();
        assertThat(page.get("level").asString()).isEqualTo("arrondissement");
        assertThat(page.get("indicator").get("code").asString()).isEqualTo("illiteracy-rate");
        assertThat(page.get("extent").asString()).isEqualTo("-6.80000,34.00000,-6.78000,34.02000");
    }

    @Test
    void aChoiceWithoutFigureIsWidenedAndSaysSo() {
        var page =
                visitor.get("/map?f=json&indicator=menages&period=2014&sex=F").json();
        assertThat(page.get("relaxed").asBoolean()).isTrue();
        assertThat(page.get("rows").get(0).get("figure").get("period").asString())
                .isEqualTo("2024");
        assertThat(open("/map?lang=en&indicator=menages&period=2014").body())
                .contains("This choice has no published figure");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "indicator=nothing",
                "level=moon",
                "within=nowhere",
                "period=1900",
                "sex=X",
                "classes=9",
                "method=magic",
                "colour=red",
                "bbox=1,2,3,4,5",
                "bbox=a"
            })
    void aMapThatNobodyCanDrawIsRefused(String query) {
        assertThat(open("/map?" + query).status()).isEqualTo(400);
    }

    @Test
    void whatTravelsWithAnAddressDoesNoHarm() {
        assertThat(open("/map?fbclid=x&utm_source=y&bbox=1,2,3,4&background=osm")
                        .status())
                .isEqualTo(200);
        assertThat(open("/indicators?fbclid=x&utm_source=y&q=anal").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/?search=x f,lang,q",
                "/areas/q1?agianst=ville against,f,lang",
                "/indicators?page=2 f,lang,q",
                "/indicators/illiteracy-rate?sex=F f,lang,level,period",
                "/datasets?q=x f,lang",
                "/datasets/essai?edition=1 f,lang",
                "/datasets/essai/editions/1?f=html&full f,lang",
                PROOF + "?area=q1 f,lang",
                "/about/methods?q=x f,lang",
                "/query?sparql=x ask,f,lang,query,ready",
                "/docs?q=x f,lang",
                "/ns?q=x f,lang"
            })
    void aPageRefusesAParameterThatItDoesNotKnowAndSaysWhichItDoes(String addressAndKnown) {
        var parts = addressAndKnown.split(" ", 2);
        var refused = open(parts[0] + "&lang=en");
        assertThat(refused.status()).as(parts[0]).isEqualTo(400);
        assertThat(refused.header("Content-Type")).startsWith("text/html");
        for (String known : parts[1].split(",", -1)) {
            assertThat(refused.body()).contains("<code>" + known + "</code>");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/?q=a&q=b",
                "/?lang=de",
                "/?f=pdf",
                "/areas/q1?against=nowhere",
                "/areas/q1?against=ville&against=q2",
                "/indicators?q=%00",
                "/indicators?q=%FF",
                "/indicators/illiteracy-rate?period=1066",
                "/indicators/illiteracy-rate?level=moon",
                "/query?ready=nothing",
                "/query?ask=perhaps",
                "/docs?lang=de"
            })
    void aPageRefusesAValueThatItCannotRead(String address) {
        var refused = open(address);
        assertThat(refused.status()).as(address).isEqualTo(400);
        assertThat(refused.header("Content-Type")).startsWith("text/html");
    }

    private Answer ask(String query) {
        return open("/query?lang=en&ask=yes&query="
                + java.net.URLEncoder.encode(query, java.nio.charset.StandardCharsets.UTF_8));
    }

    @Test
    void aQuestionIsAnsweredOnThePageWithItsFirstRows() {
        var areas = ask("PREFIX obs: <https://w3id.org/social-observatory/ns#>\r\n"
                + "SELECT ?area ?n {\n\t?area obs:level ?level . BIND(1.5 AS ?n) }");
        assertThat(areas.status()).isEqualTo(200);
        assertThat(areas.body())
                .contains("<th scope=\"col\">area</th>", "href=\"/id/area/q1\"", "1.5", "f=csv")
                .doesNotContain("The first 200 rows");
        assertThat(ask("SELECT * { ?s ?p ?o }").body()).contains("The first 200 rows are shown");
        assertThat(ask("ASK { ?s ?p ?o }").body()).contains(">Yes<");
        assertThat(ask("CONSTRUCT { ?s a ?o } { ?s a ?o } LIMIT 2").body()).contains("<pre class=\"query\"", "f=ttl");
    }

    @Test
    void aQuestionThatIsRefusedStaysOnThePageWithTheReason() {
        var refused = ask("SELECT <b>nonsense");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.header("Cache-Control")).isEqualTo("no-store");
        assertThat(refused.body()).contains("class=\"refusal\"", "SELECT &lt;b&gt;nonsense</textarea>");
        assertThat(ask("DELETE WHERE { ?s ?p ?o }").status()).isBetween(400, 405);
        assertThat(ask("SELECT * { SERVICE <http://example.org/> { ?s ?p ?o } }")
                        .status())
                .isEqualTo(403);
        assertThat(open("/query?query=SELECT%0A*").status()).isEqualTo(200);
    }

    @Test
    void theListOfIndicatorsIsATableToo() {
        var csv = visitor.get("/indicators?f=csv&lang=en");
        assertThat(csv.header("Content-Type")).startsWith("text/csv");
        assertThat(csv.body())
                .startsWith("code,label,theme,unit,direction,sdg,published")
                .contains("illiteracy-rate,Illiteracy rate,education,percent,lower,4.6,true");
    }

    @Test
    void theListOfDatasetsIsATableTooByParameterAndByAccept() {
        var csv = visitor.get("/datasets?f=csv&lang=fr");
        assertThat(csv.header("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
        assertThat(csv.body())
                .startsWith("code,title,publisher,town,edition,cells,")
                .contains("essai,Essai (fictif),L’éditeur,Ville,1,17,2,5,true");
        assertThat(visitor.get("/datasets?lang=fr", "Accept", "text/csv").body())
                .isEqualTo(csv.body());
        assertThat(visitor.get("/areas/q1?f=csv").status()).isEqualTo(400);
    }

    @Test
    void theFiguresOfAMapAreATable() {
        var page = visitor.get("/map?indicator=illiteracy-rate&sex=F&f=json").json();
        var table = visitor.get(page.get("table").asString());
        assertThat(table.header("Content-Type")).startsWith("text/csv");
        var figures = new java.util.ArrayList<String>();
        page.get("rows").forEach(row -> {
            if (row.at("/figure/number").isNumber()) {
                figures.add(row.at("/area/code").asString());
            }
        });
        assertThat(figures)
                .isNotEmpty()
                .allSatisfy(area -> assertThat(table.body()).contains("," + area + ","));
    }

    @Test
    void aQuarterIsFoundWithoutScript() {
        assertThat(open("/?q=quartier%20un&lang=fr").body()).contains("href=\"/areas/q1\"");
        assertThat(open("/?q=zzzzz&lang=fr").body()).contains("Rien ne porte le nom", "zzzzz");
    }

    @Test
    void aQuestionComesAlongInTheAddress() {
        assertThat(open("/query?query=ASK%20%7B%3C/textarea%3E%7D").body()).contains("ASK {&lt;/textarea&gt;}");
        assertThat(open("/query?ready=none").status()).isEqualTo(400);
    }

    @Test
    void theLanguageSwitchKeepsThePage() {
        assertThat(open("/areas/q1?against=q2&lang=fr").body()).contains("href=\"?against=q2&amp;lang=ar\"");
    }

    @Test
    void aChosenLanguageStays() {
        var saved = open("/areas/q1?lang=ar").header("Set-Cookie");
        assertThat(saved).startsWith("lang=ar");
        assertThat(visitor.get("/areas/q1", "Accept", "text/html", "Cookie", "lang=ar")
                        .body())
                .contains("dir=\"rtl\"");
    }

    @Test
    @DirtiesContext
    void aWithdrawnEditionSaysWhy() {
        warehouse.publish(Fixture.content(), java.util.List.of());
        warehouse.withdraw(new Edition.Id("essai", 1), "counted <twice>");
        var gone = open("/datasets/essai/editions/1?lang=en");
        assertThat(gone.status()).isEqualTo(410);
        assertThat(gone.body()).contains("counted &lt;twice&gt;");
        assertThat(open("/datasets/essai?lang=en").body()).contains("Withdrawn: counted &lt;twice&gt;");
        assertThat(open("/datasets/essai/editions/2").status()).isEqualTo(200);
    }
}
