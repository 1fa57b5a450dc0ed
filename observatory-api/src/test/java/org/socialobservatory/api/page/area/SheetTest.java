package org.socialobservatory.api.page.area;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.socialobservatory.api.Doors;
import org.socialobservatory.api.Visitor;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

@Doors
@TestPropertySource(properties = "observatory.browser=/nowhere/chromium")
class SheetTest {

    @LocalServerPort
    private int port;

    private Visitor visitor;

    @BeforeEach
    void visit() {
        visitor = new Visitor(port);
    }

    @Test
    void saysTheSameInASecondLanguageBesideTheFirst() {
        var one = visitor.get("/areas/q1/sheet?f=json").json();
        var two = visitor.get("/areas/q1/sheet?lang=fr&with=ar&f=json").json();
        assertThat(one.get("sides")).hasSize(1);
        assertThat(two.get("sides")).hasSize(2);
        var arabic = two.at("/sides/1");
        assertThat(arabic.get("direction").asString()).isEqualTo("rtl");
        assertThat(arabic.get("name").asString()).isEqualTo("الحي الأول");
        assertThat(arabic.at("/figures/0/rows/0/figure/number"))
                .isEqualTo(two.at("/sides/0/figures/0/rows/0/figure/number"));
        var page = visitor.get("/areas/q1/sheet?lang=fr&with=ar", "Accept", "text/html");
        assertThat(page.body()).contains("lang=\"ar\" dir=\"rtl\"", "الحي الأول", "/datasets/essai/editions/1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sheet?paper=a5",
                "sheet?with=de",
                "sheet?lang=fr-ar",
                "sheet.pdf?paper=a5",
                "sheet.pdf?lang=ar-ar"
            })
    void refusesPaperAndLanguagesThatThereAreNot(String door) {
        assertThat(visitor.get("/areas/q1/" + door).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sheet", "sheet.pdf"})
    void knowsOnlyAreasThatThereAre(String door) {
        assertThat(visitor.get("/areas/q9/" + door).status()).isEqualTo(404);
    }

    @Test
    void saysSoWhereNoBrowserPrints() {
        var answer = visitor.get("/areas/q1/sheet.pdf?lang=fr-ar");
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.json().get("rule").asString()).isEqualTo("no-browser");
    }
}
