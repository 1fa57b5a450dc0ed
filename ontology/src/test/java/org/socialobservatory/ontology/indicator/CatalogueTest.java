package org.socialobservatory.ontology.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.socialobservatory.ontology.Language;
import org.socialobservatory.ontology.Multilingual;
import org.socialobservatory.ontology.Vocabulary;
import org.socialobservatory.ontology.cube.CodeList;
import org.socialobservatory.ontology.cube.Concept;
import org.socialobservatory.ontology.indicator.Indicator.Counted;
import org.socialobservatory.ontology.indicator.Indicator.Direction;
import org.socialobservatory.ontology.indicator.Indicator.Kind;

class CatalogueTest {

    private static final Vocabulary VOCABULARY = Vocabulary.load();

    @Test
    void letsTheBaseCatalogueStandAgainstAPackage() {
        var catalogue = catalogue(indicator("population", null));
        assertThat(catalogue.indicator("population").orElseThrow().labels().exactly(Language.AR))
                .contains("عدد السكان");
        assertThat(catalogue.isShared("population")).isTrue();
    }

    @Test
    void takesTheLatestDefinitionOfAPackage() {
        var later = new Indicator(
                "markets",
                Multilingual.of(Language.FR, "Marchés"),
                Multilingual.none(),
                Multilingual.none(),
                Multilingual.none(),
                "number",
                Kind.COUNT,
                Counted.NONE,
                Direction.NONE,
                null,
                null,
                null,
                null,
                null);
        assertThat(catalogue(indicator("markets", null), later).indicator("markets"))
                .contains(later);
    }

    @Test
    void answersForAllThatAreTheSame() {
        var catalogue = catalogue(
                indicator("taux-de-chomage", "unemployment-rate"),
                indicator("chomage-2014", "unemployment-rate"),
                indicator("markets", null));
        var all = List.of("chomage-2014", "taux-de-chomage", "unemployment-rate");
        assertThat(catalogue.synonyms("unemployment-rate")).isEqualTo(all);
        assertThat(catalogue.synonyms("taux-de-chomage")).isEqualTo(all);
        assertThat(catalogue.synonyms("markets")).containsExactly("markets");
        assertThat(catalogue.synonyms("nobody-knows")).containsExactly("nobody-knows");
        assertThat(catalogue.shared("chomage-2014").orElseThrow().code()).isEqualTo("unemployment-rate");
    }

    @Test
    void sharesNothingWithAnIndicatorThatTheCatalogueLacks() {
        var catalogue = catalogue(indicator("a", "b"), indicator("b", "a"));
        assertThat(catalogue.shared("a")).isEmpty();
        assertThat(catalogue.synonyms("a")).containsExactly("a");
    }

    @Test
    void joinsTheCodesOfAPackageToTheSharedList() {
        var ours = new CodeList(
                "age",
                Multilingual.of(Language.FR, "Autre nom"),
                List.of(
                        new Concept("_T", Multilingual.of(Language.FR, "Autre total"), null),
                        new Concept("Y3T4", Multilingual.of(Language.FR, "3-4 ans"), "Y0T14")));
        var age = new Catalogue(VOCABULARY.indicators(), VOCABULARY.codeLists(), List.of(), List.of(ours))
                .codeList("age")
                .orElseThrow();
        assertThat(age.labels().exactly(Language.FR)).contains("Âge");
        assertThat(age.concepts().getFirst().labels().exactly(Language.FR)).contains("Tous les âges");
        assertThat(age.concept("Y3T4")).isPresent();
    }

    @Test
    void cannotBeChangedByItsReaders() {
        var catalogue = catalogue();
        assertThatThrownBy(() -> catalogue.indicators().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> catalogue.codeLists().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    private static Catalogue catalogue(Indicator... further) {
        return new Catalogue(VOCABULARY.indicators(), VOCABULARY.codeLists(), List.of(further), List.of());
    }

    private static Indicator indicator(String code, @Nullable String sameAs) {
        return new Indicator(
                code,
                Multilingual.none(),
                Multilingual.none(),
                Multilingual.none(),
                Multilingual.none(),
                "percent",
                Kind.PROPORTION,
                Counted.NONE,
                Direction.NONE,
                null,
                null,
                null,
                sameAs,
                null);
    }
}
