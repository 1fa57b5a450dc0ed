package org.socialobservatory.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.socialobservatory.ontology.finding.Finding;
import org.socialobservatory.ontology.finding.Finding.Place;
import org.socialobservatory.ontology.finding.FindingRule;
import tools.jackson.databind.json.JsonMapper;

class FindingReportTest {

    private static final List<Finding> FINDINGS = List.of(
            new Finding(
                    FindingRule.AREA_UNKNOWN,
                    Place.of("chiffres").row(7).column("quartier"),
                    "=HYPERLINK(1)",
                    List.of("=HYPERLINK(1)", "port, gare")),
            new Finding(FindingRule.SOURCES_MISSING, Place.PACKAGE, null, List.of()));

    @Test
    void writesCsvWithEveryLanguage() {
        var out = new StringWriter();
        FindingReport.csv(FINDINGS, out);
        var lines = out.toString().split("\r\n", -1);
        assertThat(lines[0])
                .isEqualTo("code,severity,resource,sheet,row,column,value,fr,ar,en,remedy_fr,remedy_ar,remedy_en");
        assertThat(lines[1])
                .startsWith("area-unknown,error,chiffres,,7,quartier,'=HYPERLINK(1),Personne ne connaît")
                .contains("Nobody knows the area “=HYPERLINK(1)”.")
                .contains("غير معروف");
        assertThat(lines).hasSize(4);
    }

    @Test
    void writesJsonWithCountsAndPlaces() {
        var out = new StringWriter();
        FindingReport.json(FINDINGS, Map.of(FindingRule.AREA_UNKNOWN, 12_000L), out);
        var json = JsonMapper.builder().build().readTree(out.toString());
        assertThat(json.at("/counts/area-unknown").asLong()).isEqualTo(12_000);
        assertThat(json.at("/findings/0/row").asInt()).isEqualTo(7);
        assertThat(json.at("/findings/1/row").isNull()).isTrue();
        assertThat(json.at("/findings/1/remedy/en").asString()).contains("sources");
    }
}
