package org.socialobservatory.api.cube.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.socialobservatory.api.Doors;
import org.socialobservatory.api.FakeWarehouse;
import org.socialobservatory.api.Fixture;
import org.socialobservatory.api.Visitor;
import org.socialobservatory.ontology.cube.Cell;
import org.socialobservatory.ontology.edition.Edition;
import org.socialobservatory.ontology.edition.EditionContent;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;

@Doors
@DirtiesContext(classMode = DirtiesContext.ClassMode.BEFORE_EACH_TEST_METHOD)
class EditionFilesTest {

    @LocalServerPort
    private int port;

    @Autowired
    private FakeWarehouse warehouse;

    private Visitor visitor;

    @BeforeEach
    void visit() {
        visitor = new Visitor(port);
    }

    /** Publishes the town again with one cell changed, one gone and one new. */
    private void publishNext() {
        var cells = new ArrayList<Cell>();
        for (Cell cell : Fixture.content().cells()) {
            var key = cell.key();
            if (key.indicator().equals("menages") && key.area().equals("q2")) {
                continue;
            }
            cells.add(
                    key.indicator().equals("menages") && key.area().equals("q1")
                            ? Fixture.cell("menages", "_T", "2024", "q1", Fixture.value("1201"), 4)
                            : cell);
        }
        cells.add(Fixture.cell("menages", "_T", "2024", "q4", Fixture.value("7"), 21));
        warehouse.publish(new EditionContent(Fixture.definitions("essai"), cells), List.of());
    }

    @Test
    void theWholeEditionIsOneFileWithATagOfItsBytes() {
        var whole = visitor.get("/datasets/essai/editions/1/data.csv");
        assertThat(whole.status()).isEqualTo(200);
        assertThat(whole.header("Content-Type")).startsWith("text/csv");
        assertThat(whole.header("ETag")).matches("\"[0-9a-f]{64}\"");
        assertThat(whole.header("Cache-Control")).isEqualTo("no-cache");
        assertThat(whole.header("Accept-Ranges")).isEqualTo("bytes");
        assertThat(whole.header("Content-Disposition")).contains("essai-1.csv");
        assertThat(whole.body().lines()).hasSize(1 + Fixture.content().cells().size());
        assertThat(whole.body())
                .startsWith(visitor.get("/api/observations?f=csv")
                        .body()
                        .lines()
                        .findFirst()
                        .orElseThrow());
        var again = visitor.get("/datasets/essai/editions/1/data.csv", "If-None-Match", whole.header("ETag"));
        assertThat(again.status()).isEqualTo(304);
    }

    @Test
    void aPartCanBeFetchedAlone() {
        var path = "/datasets/essai/editions/1/data.csv";
        var whole = visitor.get(path);
        var part = visitor.get(path, "Range", "bytes=8-14");
        assertThat(part.status()).isEqualTo(206);
        assertThat(part.body()).isEqualTo("edition");
        assertThat(visitor.get(path, "Range", "bytes=8-14", "If-Range", whole.header("ETag"))
                        .status())
                .isEqualTo(206);
        assertThat(visitor.get(path, "Range", "bytes=8-14", "If-Range", "\"other\"")
                        .status())
                .isEqualTo(200);
        assertThat(visitor.get(path, "Range", "bytes=99999999-").status()).isEqualTo(416);
    }

    @Test
    void theDifferenceNamesWhatChangedCameAndWent() {
        publishNext();
        var lines =
                visitor.get("/datasets/essai/editions/2/difference.csv").body().lines();
        assertThat(lines)
                .containsExactly(
                        "indicator,area,period,age,sex,change,valueBefore,valueAfter,statusBefore,statusAfter",
                        "menages,q1,2024,_T,T,changed,1200,1201,normal,normal",
                        "menages,q2,2024,_T,T,gone,1200,,normal,",
                        "menages,q4,2024,_T,T,added,,7,,normal");
        assertThat(visitor.get("/datasets/essai/editions/1/difference.csv")
                        .body()
                        .lines())
                .hasSize(1 + Fixture.content().cells().size());
    }

    @Test
    void anEarlierEditionStaysReadable() {
        var before = visitor.get("/datasets/essai/editions/1/data.csv");
        publishNext();
        var after = visitor.get("/datasets/essai/editions/1/data.csv");
        assertThat(after.body()).isEqualTo(before.body());
        assertThat(after.header("ETag")).isEqualTo(before.header("ETag"));
        assertThat(visitor.get("/api/observations?indicator=menages&area=q1&dataset=essai&edition=1")
                        .body())
                .contains("\"value\":1200,");
        assertThat(visitor.get("/api/observations?indicator=menages&area=q1").body())
                .contains("\"value\":1201,");
    }

    @Test
    void aWithdrawnEditionIsGoneWithItsReason() {
        publishNext();
        var held = visitor.get("/datasets/essai/editions/2/data.csv");
        warehouse.withdraw(new Edition.Id("essai", 2), "counted twice");
        for (var path : List.of(
                "/datasets/essai/editions/2/data.csv",
                "/datasets/essai/editions/2/difference.csv",
                "/api/observations?dataset=essai&edition=2",
                "/api/choropleth?indicator=menages&dataset=essai&edition=2")) {
            var answer = visitor.get(path, "If-None-Match", held.header("ETag"));
            assertThat(answer.status()).as(path).isEqualTo(410);
            assertThat(answer.json().get("detail").asString()).contains("counted twice");
        }
        assertThat(visitor.get("/api/observations?indicator=menages&area=q1").body())
                .contains("\"edition\":1,");
    }

    @Test
    void aPagingRunKeepsItsSnapshotUntilAWithdrawal() {
        publishNext();
        var first = visitor.get("/api/observations?indicator=menages&limit=2").json();
        var next = first.get("next").asString().substring(("http://127.0.0.1:" + port).length());
        warehouse.publish(Fixture.content(), List.of());
        var second = visitor.get(next);
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.body()).contains("\"edition\":2,", "\"area\":\"q4\"").doesNotContain("\"edition\":3,");
        warehouse.withdraw(new Edition.Id("essai", 2), "counted twice");
        assertThat(visitor.get(next).status()).isEqualTo(410);
    }

    @Test
    void whatIsNotThereIsNotFound() {
        for (var path : List.of(
                "/datasets/other/editions/1/data.csv",
                "/datasets/essai/editions/9/data.csv",
                "/datasets/essai/editions/01/data.csv",
                "/datasets/essai/editions/1/data.sav",
                "/datasets/essai/editions/x/difference.csv")) {
            assertThat(visitor.get(path).status()).as(path).isEqualTo(404);
        }
    }
}
