package org.socialobservatory.ontology;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.shared.PrefixMapping;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.socialobservatory.ontology.cube.Breakdown;
import org.socialobservatory.ontology.cube.Cell;
import org.socialobservatory.ontology.cube.CellKey;
import org.socialobservatory.ontology.cube.Observed;
import org.socialobservatory.ontology.cube.Uncertainty;
import org.socialobservatory.ontology.edition.Definitions;
import org.socialobservatory.ontology.edition.Edition;
import org.socialobservatory.ontology.edition.EditionContent;
import org.socialobservatory.ontology.meeting.FigurePath;
import org.socialobservatory.ontology.meeting.ShownFigure;
import org.socialobservatory.ontology.survey.ChoiceDifference;
import org.socialobservatory.ontology.survey.ChoiceList;
import org.socialobservatory.ontology.survey.Comparability;
import org.socialobservatory.ontology.survey.Computation;
import org.socialobservatory.ontology.survey.FigureComparison;
import org.socialobservatory.ontology.survey.Fingerprint;
import org.socialobservatory.ontology.survey.Question;
import org.socialobservatory.ontology.survey.Questionnaire;
import org.socialobservatory.ontology.survey.Wordings;

/** Records, ontology and doors speak of the same things. */
class TermsTest {

    private static final Graph GRAPH = Vocabulary.load().graph();
    private static final PrefixMapping PREFIXES = RDFDataMgr.loadGraph(TermsTest.class
                    .getResource("/org/socialobservatory/vocabulary/observatory.ttl")
                    .toString())
            .getPrefixMapping();

    /** Records that are a part of another and have no class of their own in RDF. */
    private static final Map<Class<?>, Class<?>> PARTS = Map.ofEntries(
            Map.entry(CellKey.class, Cell.class),
            Map.entry(Breakdown.class, CellKey.class),
            Map.entry(Uncertainty.class, Observed.Value.class),
            Map.entry(Definitions.class, EditionContent.class),
            Map.entry(EditionContent.class, Edition.class),
            Map.entry(Comparability.class, Questionnaire.class),
            Map.entry(FigureComparison.class, Computation.class),
            Map.entry(ChoiceDifference.class, ChoiceList.class),
            Map.entry(Fingerprint.class, Question.class),
            Map.entry(FigurePath.class, ShownFigure.class));

    /** What the language itself is made of. */
    private static final Set<Class<?>> GRAMMAR =
            Set.of(Iris.class, Multilingual.class, Wordings.class, Vocabulary.class);

    private static final Node TYPE = property("rdf:type");
    private static final Node RANGE = property("rdfs:range");
    private static final Node CODE_LIST = property("qb:codeList");

    @Test
    void everyRecordHasItsClassOrIsAPartOfOne() throws Exception {
        assertThat(records())
                .hasSizeGreaterThan(20)
                .allSatisfy(record -> assertThat(hasTerm(record)
                                || GRAMMAR.contains(record)
                                || PARTS.containsKey(record)
                                || (record.getEnclosingClass() != null && isNoun(record.getEnclosingClass())))
                        .as("%s names its class or whole", record)
                        .isTrue());
    }

    @Test
    void everyTermOfARecordIsAClassOfTheOntology() throws Exception {
        assertThat(records().stream().filter(TermsTest::hasTerm)).allSatisfy(record -> {
            var term = record.getAnnotation(Term.class).value();
            assertThat(GRAPH.contains(property(term), TYPE, property("rdfs:Class")))
                    .as(term)
                    .isTrue();
        });
    }

    @Test
    void everyClassOfOursHasItsRecordOrIsOneOfTheRegister() throws Exception {
        var register = Set.of("obs:Output");
        var terms = new HashSet<>(register);
        records().stream()
                .filter(TermsTest::hasTerm)
                .forEach(record -> terms.add(record.getAnnotation(Term.class).value()));
        assertThat(subjects(property("rdfs:Class")).map(Node::getURI).filter(iri -> iri.startsWith(Iris.OBS)))
                .map(PREFIXES::shortForm)
                .isSubsetOf(terms);
    }

    static Stream<String> terms() {
        return Stream.of("rdfs:Class", "rdf:Property", "sd:Function")
                .flatMap(type -> subjects(property(type)))
                .map(term -> PREFIXES.shortForm(term.getURI()))
                .sorted();
    }

    @ParameterizedTest
    @MethodSource("terms")
    void everyTermIsNamedAndExplainedInThreeLanguages(String term) {
        for (String text : List.of("rdfs:label", "rdfs:comment")) {
            assertThat(GRAPH.stream(property(term), property(text), Node.ANY)
                            .map(triple -> triple.getObject().getLiteralLanguage()))
                    .as(text)
                    .containsExactlyInAnyOrder("fr", "ar", "en");
        }
        assertThat(GRAPH.contains(property(term), property("rdfs:isDefinedBy"), Node.ANY))
                .isTrue();
    }

    @Test
    void everyDimensionHasARangeAndACodedOneItsList() {
        assertThat(subjects(property("qb:DimensionProperty")))
                .hasSizeGreaterThanOrEqualTo(8)
                .allSatisfy(dimension -> {
                    assertThat(GRAPH.contains(dimension, RANGE, Node.ANY))
                            .as("IC-4 %s", dimension)
                            .isTrue();
                    assertThat(GRAPH.contains(dimension, RANGE, property("skos:Concept"))
                                    && !GRAPH.contains(dimension, CODE_LIST, Node.ANY))
                            .as("IC-5 %s", dimension)
                            .isFalse();
                });
    }

    @Test
    void everyCodeListThatATermNamesHasItsCodes() {
        assertThat(GRAPH.stream(Node.ANY, CODE_LIST, Node.ANY).map(triple -> triple.getObject()))
                .allSatisfy(list -> {
                    assertThat(GRAPH.contains(list, TYPE, property("skos:ConceptScheme")))
                            .as(list.getURI())
                            .isTrue();
                    assertThat(GRAPH.contains(Node.ANY, property("skos:inScheme"), list))
                            .as(list.getURI())
                            .isTrue();
                });
    }

    @Test
    void saysNothingOfOursThatItDoesNotDeclare() {
        var used = new TreeSet<String>();
        GRAPH.find().forEachRemaining(triple -> {
            for (Node node : List.of(triple.getPredicate(), triple.getObject())) {
                if (node.isURI() && node.getURI().startsWith(Iris.OBS)) {
                    used.add(PREFIXES.shortForm(node.getURI()));
                }
            }
        });
        assertThat(used).isNotEmpty().isSubsetOf(terms().toList());
    }

    /** Terms of ours as doors and pages write them: in queries {@code obs:level}, in Java {@code OBS, "level"}. */
    private static final Pattern SPOKEN =
            Pattern.compile("\\bobs:([A-Za-z]\\w*)|\\bOBS(?:,| \\+) \"(\\w+)\"|\\bobs\\(\"(\\w+)\"\\)");

    @Test
    void theDoorsUseNoTermThatIsNotDeclared() throws Exception {
        var project = Path.of(System.getProperty("observatory.project", ".."));
        var spoken = new TreeSet<String>();
        for (String room : List.of("observatory-api/src/main", "web/src/main")) {
            for (Path file :
                    files(project.resolve(room), name -> name.matches(".*\\.(java|rq|ttl|html|js|mjs|sparql)"))) {
                SPOKEN.matcher(Files.readString(file)).results().forEach(match -> {
                    for (int group = 1; group <= 3; group++) {
                        if (match.group(group) != null) {
                            spoken.add("obs:" + match.group(group));
                        }
                    }
                });
            }
        }
        assertThat(spoken).isSubsetOf(terms().toList());
    }

    private static boolean hasTerm(Class<?> type) {
        return type.isAnnotationPresent(Term.class);
    }

    private static boolean isNoun(Class<?> type) {
        return hasTerm(type) || PARTS.containsKey(type) || type == Observed.class;
    }

    private static Node property(String name) {
        return NodeFactory.createURI(PREFIXES.expandPrefix(name));
    }

    private static Stream<Node> subjects(Node type) {
        return GRAPH.stream(Node.ANY, TYPE, type).map(triple -> triple.getSubject());
    }

    private static List<Class<?>> records() throws Exception {
        var root = Path.of(Vocabulary.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        var found = new java.util.ArrayList<Class<?>>();
        for (Path file : files(root, name -> name.endsWith(".class"))) {
            var name = root.relativize(file).toString().replace('/', '.').replace(".class", "");
            // The room of integrity checks graphs; it holds no nouns of the language.
            if (name.startsWith("org.socialobservatory.ontology.")
                    && !name.startsWith("org.socialobservatory.ontology.integrity.")
                    && !name.endsWith("-info")) {
                var type = Class.forName(name);
                if (type.isRecord()) {
                    found.add(type);
                }
            }
        }
        return found;
    }

    private static List<Path> files(Path root, Predicate<String> named) throws IOException {
        try (var files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> named.test(file.getFileName().toString()))
                    .toList();
        }
    }
}
