package org.socialobservatory.ontology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.shared.AddDeniedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.socialobservatory.ontology.cube.CodeList;
import org.socialobservatory.ontology.cube.Concept;
import org.socialobservatory.ontology.cube.Reliability;
import org.socialobservatory.ontology.cube.Status;
import org.socialobservatory.ontology.edition.SourceResource.Coverage;
import org.socialobservatory.ontology.finding.Severity;
import org.socialobservatory.ontology.indicator.Indicator;

class VocabularyTest {

    private static final Vocabulary VOCABULARY = Vocabulary.load();

    static Stream<Indicator> indicators() {
        return VOCABULARY.indicators().stream();
    }

    static Stream<CodeList> codeLists() {
        return VOCABULARY.codeLists().stream();
    }

    @Test
    void isReadOnce() {
        assertThat(Vocabulary.load()).isSameAs(VOCABULARY);
    }

    @Test
    void cannotBeChanged() {
        var node = NodeFactory.createURI("http://example.org/");
        assertThatThrownBy(() -> VOCABULARY.graph().add(Triple.create(node, node, node)))
                .isInstanceOf(AddDeniedException.class);
    }

    @ParameterizedTest
    @MethodSource("indicators")
    void everyIndicatorIsDefinedInThreeLanguages(Indicator indicator) {
        assertThat(Stream.of(indicator.labels(), indicator.definition(), indicator.formula(), indicator.universe()))
                .allSatisfy(text -> assertThat(text.texts()).containsOnlyKeys(Language.values()));
    }

    @ParameterizedTest
    @MethodSource("indicators")
    void everyIndicatorHasAKnownUnitAndThemeAndAGoal(Indicator indicator) {
        assertThat(codes("unit")).contains(indicator.unit());
        assertThat(codes("theme")).contains(indicator.theme());
        assertThat(indicator.sdg()).matches("\\d{1,2}\\.[0-9a-d]{1,2}");
    }

    @ParameterizedTest
    @MethodSource("codeLists")
    void everyCodeIsNamedInThreeLanguages(CodeList list) {
        assertThat(list.labels().texts()).containsOnlyKeys(Language.values());
        assertThat(list.concepts())
                .isNotEmpty()
                .allSatisfy(concept -> assertThat(concept.labels().texts()).containsOnlyKeys(Language.values()));
    }

    @ParameterizedTest
    @MethodSource("codeLists")
    void broaderCodesAreInTheSameList(CodeList list) {
        var codes = list.concepts().stream().map(Concept::code).toList();
        assertThat(list.concepts().stream().map(Concept::broader).filter(Objects::nonNull))
                .isSubsetOf(codes);
    }

    @Test
    void keepsTheOrderOfTheLists() {
        assertThat(codes("sex")).containsExactly("T", "F", "M");
        assertThat(codes("age")).startsWith("_T", "Y0T4", "Y5T9").contains("Y70T74", "Y_GE75", "Y15T24", "Y_GE60");
        assertThat(codes("level")).startsWith("country", "region").contains("quartier", "iris", "qpv");
    }

    @Test
    void enumerationsAndCodeListsAgree() {
        assertThat(codes("indicator-kind")).containsExactlyElementsOf(constants(Indicator.Kind.values()));
        assertThat(codes("counts")).containsExactlyElementsOf(constants(Indicator.Counted.values()));
        assertThat(codes("direction")).containsExactlyElementsOf(constants(Indicator.Direction.values()));
        assertThat(codes("reliability")).containsExactlyElementsOf(constants(Reliability.values()));
        assertThat(codes("coverage")).containsExactlyElementsOf(constants(Coverage.values()));
        assertThat(codes("severity")).containsExactlyElementsOf(constants(Severity.values()));
        assertThat(codes("status"))
                .containsAll(
                        Arrays.stream(Status.values()).map(Status::notation).toList());
    }

    @Test
    void everyUnitIsMappedToQudt() {
        assertThat(codes("unit"))
                .allSatisfy(unit -> assertThat(VOCABULARY.qudtUnit(unit))
                        .get()
                        .asString()
                        .startsWith("http://qudt.org/vocab/unit/"));
        assertThat(VOCABULARY.qudtUnit("percent")).contains("http://qudt.org/vocab/unit/PERCENT");
        assertThat(VOCABULARY.qudtUnit("furlongs")).isEmpty();
    }

    private static List<String> codes(String scheme) {
        return VOCABULARY.codeList(scheme).orElseThrow().concepts().stream()
                .map(Concept::code)
                .toList();
    }

    private static List<String> constants(Enum<?>[] constants) {
        return Arrays.stream(constants)
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .toList();
    }
}
