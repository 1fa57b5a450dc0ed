package org.socialobservatory.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.query.DatasetFactory;
import org.apache.jena.query.QueryExecution;
import org.junit.jupiter.api.Test;
import org.socialobservatory.api.snapshot.Snapshots;
import org.socialobservatory.api.snapshot.rdf.RdfView;
import org.socialobservatory.ingest.Ingest;
import org.socialobservatory.ingest.mapping.Published;
import org.socialobservatory.ingest.vault.Vault;
import org.socialobservatory.ontology.area.Territory;
import org.socialobservatory.ontology.indicator.Catalogue;
import org.socialobservatory.ontology.reference.ReferenceData;
import org.socialobservatory.ontology.reference.ReferenceFolder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;

/** The real census at every door of figures: one number, whoever is asked. */
@Doors
@DirtiesContext
@ReferenceData
class CensusDoorsTest {

    /** Women of 15 and over who can neither read nor write, in the arrondissements of Salé. */
    private static final String QUESTION = "indicator=illiteracy-rate&sex=F&period=2024";

    private static final String TOWN = "4441010";

    @LocalServerPort
    private int port;

    @Autowired
    private FakeWarehouse warehouse;

    @Autowired
    private Snapshots snapshots;

    private void publish(String source) {
        var vocabulary = snapshots.current().vocabulary();
        var catalogue = new Catalogue(vocabulary.indicators(), vocabulary.codeLists(), List.of(), List.of());
        var nothing = new Published(Territory.empty(), catalogue);
        try (var intake = Ingest.read(ReferenceFolder.path(source), nothing, Vault.in(Path.of("target", "vault")))) {
            warehouse.publish(intake.content().orElseThrow(), List.of());
        }
    }

    @Test
    void mapTableFeaturesAndQueryGiveTheSameNumbers() {
        publish("sale-rgph2024");
        var visitor = new Visitor(port);
        var map = visitor.get("/api/choropleth?" + QUESTION + "&level=arrondissement&within=" + TOWN)
                .json();
        var figures = new TreeMap<String, BigDecimal>();
        map.get("areas")
                .forEach(area -> figures.put(
                        area.get("code").asString(), area.get("value").decimalValue()));
        assertThat(figures).hasSize(5);
        assertThat(table(visitor)).isEqualTo(figures);
        assertThat(features(visitor)).containsAllEntriesOf(figures);
        assertThat(query(map.get("query").asString())).isEqualTo(figures);
    }

    private static Map<String, BigDecimal> table(Visitor visitor) {
        var answer = visitor.get("/api/observations?f=csv&" + QUESTION + "&level=arrondissement&within=" + TOWN);
        var names = List.of(answer.body().lines().findFirst().orElseThrow().split(","));
        var figures = new TreeMap<String, BigDecimal>();
        answer.body().lines().skip(1).forEach(line -> {
            var fields = line.split(",", -1);
            figures.put(fields[names.indexOf("area")], new BigDecimal(fields[names.indexOf("value")]));
        });
        return figures;
    }

    private static Map<String, BigDecimal> features(Visitor visitor) {
        var items = visitor.get("/ogc/collections/areas-arrondissement/items?limit=1000&sex=F&period=2024")
                .json();
        var figures = new TreeMap<String, BigDecimal>();
        for (var feature : items.get("features")) {
            var value = feature.get("properties").get("illiteracy_rate");
            if (!value.isNull()) {
                figures.put(feature.get("id").asString(), value.decimalValue());
            }
        }
        return figures;
    }

    private Map<String, BigDecimal> query(String text) {
        var figures = new TreeMap<String, BigDecimal>();
        var dataset = DatasetFactory.wrap(RdfView.of(snapshots.current()).dataset());
        try (var execution = QueryExecution.dataset(dataset).query(text).build()) {
            execution.execSelect().forEachRemaining(row -> {
                var area = row.getResource("area").getURI();
                figures.put(
                        area.substring(area.lastIndexOf('/') + 1),
                        new BigDecimal(row.getLiteral("value").getLexicalForm()));
            });
        }
        return figures;
    }
}
