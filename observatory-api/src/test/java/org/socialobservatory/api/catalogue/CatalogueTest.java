package org.socialobservatory.api.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.jena.query.QueryExecutionFactory;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.socialobservatory.api.Doors;
import org.socialobservatory.api.Visitor;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

@Doors
class CatalogueTest {

    private static final String PREFIXES = """
            PREFIX dcat: <http://www.w3.org/ns/dcat#>
            PREFIX dct: <http://purl.org/dc/terms/>
            PREFIX foaf: <http://xmlns.com/foaf/0.1/>
            """;

    @LocalServerPort
    private int port;

    private Visitor visitor;

    @BeforeEach
    void visit() {
        visitor = new Visitor(port);
    }

    private Model catalogue(String ending, Lang form) {
        var model = ModelFactory.createDefaultModel();
        RDFDataMgr.read(model, new ByteArrayInputStream(visitor.bytes("/catalogue." + ending)), form);
        return model;
    }

    private static boolean holds(Model model, String pattern) {
        try (var asked = QueryExecutionFactory.create(PREFIXES + "ASK { " + pattern + " }", model)) {
            return asked.execAsk();
        }
    }

    /** What DCAT-AP 3.0 makes mandatory of a catalogue, a dataset and a distribution. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "?c a dcat:Catalog ; dct:title ?t ; dct:description ?d ; dct:publisher ?p ; dcat:dataset ?x . ?p a foaf:Agent ; foaf:name ?n",
                "?x a dcat:Dataset ; dct:title ?t ; dct:description ?d ; dcat:distribution ?f",
                "?f a dcat:Distribution ; dcat:accessURL ?u ; dct:license ?l ; dcat:mediaType <https://www.iana.org/assignments/media-types/application/vnd.apache.parquet>",
                "?s a dcat:DataService ; dct:title ?t ; dcat:endpointURL ?u"
            })
    void saysWhatTheApplicationProfileAsksFor(String pattern) {
        assertThat(holds(catalogue("ttl", Lang.TURTLE), pattern)).isTrue();
        assertThat(holds(catalogue("jsonld", Lang.JSONLD11), pattern)).isTrue();
    }

    @Test
    void everyFileOfTheCatalogueIsThere() {
        var files = new ArrayList<String>();
        catalogue("ttl", Lang.TURTLE)
                .listObjectsOfProperty(
                        ModelFactory.createDefaultModel().createProperty("http://www.w3.org/ns/dcat#downloadURL"))
                .forEachRemaining(file -> files.add(file.asResource().getURI().replaceFirst("https?://[^/]+", "")));
        assertThat(files).hasSize(9);
        files.forEach(
                file -> assertThat(visitor.send("HEAD", file).status()).as(file).isEqualTo(200));
    }

    private Document xml(String path) throws ParserConfigurationException, IOException, SAXException {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(visitor.get(path).body().getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void theFeedHasAnEntryForEachEditionInTheLanguageOfItsReader() throws Exception {
        var answer = visitor.get("/feed.atom?lang=ar");
        assertThat(answer.header("Content-Type")).startsWith("application/atom+xml");
        var feed = xml("/feed.atom?lang=ar");
        assertThat(feed.getElementsByTagName("entry").getLength()).isEqualTo(1);
        assertThat(feed.getElementsByTagName("title").item(1).getTextContent()).contains("تجربة (وهمية)");
        for (var mandatory : new String[] {"id", "title", "updated", "author"}) {
            assertThat(feed.getElementsByTagName(mandatory).getLength())
                    .as(mandatory)
                    .isPositive();
        }
    }

    @Test
    void anEditionIsCitedByItsLastingName() {
        var bib = visitor.get("/datasets/essai/editions/1/citation.bib?lang=fr");
        assertThat(bib.header("Content-Type")).startsWith("application/x-bibtex");
        assertThat(bib.body())
                .startsWith("@misc{essai-1,")
                .contains("{{Essai (fictif)}}", "/id/edition/essai/1", "author = {{L’éditeur}}");
        var csl =
                visitor.get("/datasets/essai/editions/1/citation.json?lang=en").json();
        assertThat(csl.at("/0/type").asString()).isEqualTo("dataset");
        assertThat(csl.at("/0/title").asString()).isEqualTo("Trial (fictitious)");
        assertThat(csl.at("/0/issued/date-parts/0").size()).isEqualTo(3);
        assertThat(visitor.get("/datasets/essai/editions/9/citation.bib").status())
                .isEqualTo(404);
    }

    @Test
    void theMapOfTheSiteNamesPagesThatThereAre() throws Exception {
        var places = xml("/sitemap.xml").getElementsByTagName("loc");
        assertThat(places.getLength()).isGreaterThan(15);
        for (int place = 0; place < places.getLength(); place++) {
            var path = places.item(place).getTextContent().replaceFirst("https?://[^/]+", "");
            assertThat(visitor.get(path, "Accept", "text/html").status())
                    .as(path)
                    .isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/catalogue.ttl", "/catalogue.jsonld", "/feed.atom", "/sitemap.xml"})
    void refusesParametersThatItDoesNotKnow(String door) {
        assertThat(visitor.get(door + "?colour=red").status()).isEqualTo(400);
    }
}
