package org.socialobservatory.ingest.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.socialobservatory.ontology.Language;
import org.socialobservatory.ontology.Multilingual;
import org.socialobservatory.ontology.area.Area;
import org.socialobservatory.ontology.area.AreaVersion;
import org.socialobservatory.ontology.cube.Cell;
import org.socialobservatory.ontology.cube.CellKey;
import org.socialobservatory.ontology.cube.Dataset;
import org.socialobservatory.ontology.cube.Observed;
import org.socialobservatory.ontology.edition.Definitions;
import org.socialobservatory.ontology.edition.EditionContent;

class ContentHashTest {

    private static EditionContent content(String name, String outline, String number) {
        var definitions = new Definitions(
                new Dataset("essai", Multilingual.of(Language.FR, name), null, null, List.of(), List.of(), false),
                List.of(),
                List.of(),
                List.of(new Area("q1", "quartier", null, Multilingual.of("É", "ب", "e"))),
                List.of(new AreaVersion("q1", null, null, Editions.shape(outline), false)),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        return new EditionContent(definitions, List.of(cell("q1", number)));
    }

    private static Cell cell(String area, String number) {
        return new Cell(
                new CellKey("population", "_T", "2024", area),
                Observed.Value.exhaustive(new BigDecimal(number)),
                new Cell.Origin(0, 2));
    }

    /** The form is a promise to all who keep a hash: whoever changes it must raise its version. */
    @Test
    void theFormOfAnEditionStands() {
        assertThat(ContentHash.of(Editions.small("essai")))
                .isEqualTo("471c9bbcf418722f6e234c87828a714dea84ce86fc0cbdeec11ec76488abe3c8");
        assertThat(CanonicalJson.text(content("Éssai", "POINT (-6.5 34)", "1").definitions()))
                .isEqualTo("{\"areaVersions\":[{\"area\":\"q1\",\"drawn\":false,\"outline\":{\"coordinates\":[-6.5,34],"
                        + "\"type\":\"Point\"}}],\"areas\":[{\"code\":\"q1\",\"level\":\"quartier\",\"names\":"
                        + "{\"ar\":\"ب\",\"en\":\"e\",\"fr\":\"É\"}}],\"changes\":[],\"codeLists\":[],\"dataset\":"
                        + "{\"code\":\"essai\",\"fictitious\":false,\"licenses\":[],\"sources\":[],\"title\":"
                        + "{\"fr\":\"Éssai\"}},\"dimensions\":[],\"indicators\":[],\"places\":[],\"resources\":[]}");
    }

    @Test
    void theWayANumberIsWrittenDoesNotMatter() {
        var square = "POLYGON ((0 0, 1 0, 1 1, 0 1, 0 0))";
        assertThat(ContentHash.of(content("a", square, "1200")))
                .isEqualTo(ContentHash.of(content("a", square, "1.2000e3")))
                .isNotEqualTo(ContentHash.of(content("a", square, "1200.5")));
    }

    @Test
    void theWayAnOutlineIsDrawnDoesNotMatter() {
        assertThat(ContentHash.of(content("a", "POLYGON ((0 0, 1 0, 1 1, 0 1, 0 0))", "1")))
                .isEqualTo(ContentHash.of(content("a", "POLYGON ((1 1, 1 0, 0 0, 0 1, 1 1))", "1")))
                .isEqualTo(
                        ContentHash.of(content("a", "POLYGON ((0 0, 0 1, 1.000000001 1, 1 -0.000000001, 0 0))", "1")))
                .isNotEqualTo(ContentHash.of(content("a", "POLYGON ((0 0, 0 1, 1.00000001 1, 1 0, 0 0))", "1")));
    }

    @Test
    void theFormOfAccentsDoesNotMatter() {
        var square = "POLYGON ((0 0, 1 0, 1 1, 0 1, 0 0))";
        assertThat(ContentHash.of(content("\u00c9ssai", square, "1")))
                .isEqualTo(ContentHash.of(content("E\u0301ssai", square, "1")));
    }

    @Test
    void refusesTwoCellsWithOneKeyAndCellsOutOfOrder() {
        var definitions = Editions.definitions("essai");
        assertThatThrownBy(() ->
                        ContentHash.of(new EditionContent(definitions, List.of(cell("q1", "1"), cell("q1", "1")))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        ContentHash.of(new EditionContent(definitions, List.of(cell("q2", "1"), cell("q1", "1")))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
