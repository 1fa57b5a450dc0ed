package org.socialobservatory.ingest.estimate.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.socialobservatory.ingest.estimate.Dimension;
import org.socialobservatory.ingest.estimate.Estimand;
import org.socialobservatory.ingest.estimate.Expression;
import org.socialobservatory.ingest.estimate.ecql.VariableType;
import org.socialobservatory.ingest.mapping.tabulation.Classifier;
import org.socialobservatory.ingest.mapping.tabulation.Classifier.Band;
import org.socialobservatory.ingest.mapping.tabulation.ComputedIndicator;
import org.socialobservatory.ingest.mapping.tabulation.ComputedIndicator.Definition;
import org.socialobservatory.ingest.mapping.tabulation.Fraction;
import org.socialobservatory.ingest.mapping.tabulation.Statistic;
import org.socialobservatory.ingest.mapping.tabulation.Statistic.Deprivation;
import org.socialobservatory.ingest.mapping.tabulation.Statistic.Pillar;
import org.socialobservatory.ingest.mapping.tabulation.Tabulation;
import org.socialobservatory.ingest.source.Findings;
import org.socialobservatory.ontology.Multilingual;
import org.socialobservatory.ontology.Vocabulary;
import org.socialobservatory.ontology.finding.Finding;
import org.socialobservatory.ontology.finding.Finding.Place;
import org.socialobservatory.ontology.finding.FindingRule;
import org.socialobservatory.ontology.indicator.Catalogue;
import org.socialobservatory.ontology.indicator.Indicator;

class EstimandReaderTest {

    private static final Catalogue CATALOGUE = catalogue();
    private static final Definition UNSAID = defined(Multilingual.none());
    private static final Classifier SEX = new Classifier.ByValue("sexe", Map.of("femme", "F", "homme", "M"));
    private static final Classifier AGE = new Classifier.ByBand("age", Band.from("age", List.of(0, 15, 60)));

    private final Findings findings = new Findings();

    @Test
    void asksForAnIndicatorOfTheCatalogueInItsUnit() {
        var plan = read(computed("illiteracy-rate", new Statistic.Proportion("lit = 'non'"), "age >= 15"));
        assertThat(findings.list()).isEmpty();
        assertThat(plan.estimands()).singleElement().satisfies(estimand -> {
            assertThat(estimand.unit()).isEqualTo(Estimand.Unit.PERCENT);
            assertThat(estimand.universe()).isNotNull();
            assertThat(estimand.breakdowns())
                    .extracting(crossed -> crossed.stream().map(Dimension::code).toList())
                    .containsExactly(List.of(), List.of("age", "sex"));
            assertThat(estimand.breakdowns().getLast().getFirst().value())
                    .isEqualTo(Expression.of(
                            "CASE WHEN \"age\" >= ? AND \"age\" < ? THEN ? WHEN \"age\" >= ? AND \"age\" < ? THEN ?"
                                    + " WHEN \"age\" >= ? THEN ? END",
                            0,
                            15,
                            "Y0T14",
                            15,
                            60,
                            "Y15T59",
                            60,
                            "Y_GE60"));
        });
        assertThat(plan.indicators()).isEmpty();
        assertThat(plan.computations()).singleElement().satisfies(computation -> {
            assertThat(computation.universe()).isEqualTo("age >= 15");
            assertThat(computation.expressions()).containsOnly(Map.entry("condition", "lit = 'non'"));
            assertThat(computation.variables()).containsExactly("age", "lit");
        });
    }

    @Test
    void definesWhatThePackageAloneKnows() {
        var labels = Multilingual.of("Âge moyen", "متوسط العمر", "Mean age");
        var plan = read(computed("age-moyen", new Statistic.Mean("age"), null, defined(labels)));
        assertThat(plan.indicators()).singleElement().satisfies(indicator -> {
            assertThat(indicator.labels()).isEqualTo(labels);
            assertThat(indicator.kind()).isEqualTo(Indicator.Kind.MEAN);
            assertThat(indicator.unit()).isEqualTo("number");
        });
    }

    @Test
    void namesTheFiguresOfPovertyBesideTheIndex() {
        var poverty = new Statistic.Poverty(
                Fraction.of(1, 3),
                List.of(new Pillar(
                        "education",
                        Multilingual.none(),
                        Fraction.ONE,
                        List.of(new Deprivation(
                                "schooling",
                                Multilingual.of("scolarité", "التمدرس", "schooling"),
                                Fraction.ONE,
                                "lit = 'non'")))));
        var plan = read(computed("multidimensional-poverty-index", poverty, null));
        assertThat(findings.list()).isEmpty();
        assertThat(plan.estimands()).hasSize(1);
        assertThat(plan.indicators())
                .extracting(Indicator::code)
                .containsExactly(
                        "multidimensional-poverty-index-headcount",
                        "multidimensional-poverty-index-intensity",
                        "multidimensional-poverty-index-contribution-education",
                        "multidimensional-poverty-index-censored-schooling",
                        "multidimensional-poverty-index-uncensored-schooling",
                        "multidimensional-poverty-index-contribution-schooling");
        assertThat(plan.indicators().getFirst().sameAs()).isEqualTo("multidimensional-poverty-rate");
        assertThat(plan.indicators().get(2).labels())
                .isEqualTo(Multilingual.of(
                        "Part dans l’indice de pauvreté : education",
                        "الحصة في مؤشر الفقر: education",
                        "Part in the index of poverty: education"));
        assertThat(plan.indicators().get(3).labels())
                .isEqualTo(Multilingual.of(
                        "Pauvres et privés : scolarité", "فقراء ومحرومون: التمدرس", "Poor and deprived: schooling"));
        assertThat(plan.estimands().getFirst().unit()).isEqualTo(Estimand.Unit.INDEX);
        assertThat(plan.computations().getFirst().expressions())
                .containsEntry("cutoff", "1/3")
                .containsEntry("weight.schooling", "1")
                .containsEntry("deprived.schooling", "lit = 'non'");
    }

    @Test
    void findsEveryFaultOfAFormulaAtOnce() {
        read(computed("illiteracy-rate", new Statistic.Proportion("litt = 'non'"), "age >= 'x'"));
        assertThat(findings.list())
                .extracting(Finding::rule)
                .containsExactly(FindingRule.VARIABLE_TYPE, FindingRule.VARIABLE_UNKNOWN);
        assertThat(findings.list().getLast().place().column()).isEqualTo("indicators.condition");
        assertThat(findings.list().getLast().arguments()).containsExactly("litt", "lit");
    }

    @Test
    void refusesAnIndicatorThatNobodyKnowsOrOfAnotherKind() {
        var plan = read(
                computed("bonheur", new Statistic.Mean("age"), null),
                computed("illiteracy-rate", new Statistic.Mean("age"), null));
        assertThat(plan.estimands()).isEmpty();
        assertThat(findings.list())
                .extracting(Finding::rule)
                .containsExactly(FindingRule.INDICATOR_UNDEFINED, FindingRule.KIND_DIFFERS);
        assertThat(findings.list().getLast().arguments()).containsExactly("illiteracy-rate", "proportion", "mean");
    }

    @Test
    void refusesADimensionOnAVariableThatTheDataLackOrThatIsNoNumber() {
        var dimensions = new TreeMap<String, Classifier>(Map.of(
                "sex", new Classifier.ByValue("genre", Map.of()),
                "age", new Classifier.ByBand("lit", Band.from("age", List.of(0)))));
        var plan = reader().read(new Tabulation(
                dimensions,
                List.of(computed("illiteracy-rate", new Statistic.Proportion("lit = 'non'"), null)),
                List.of()));
        assertThat(plan.estimands().getFirst().breakdowns()).containsExactly(List.of());
        assertThat(findings.list())
                .extracting(Finding::rule)
                .containsExactly(FindingRule.VARIABLE_TYPE, FindingRule.VARIABLE_UNKNOWN);
    }

    private static Catalogue catalogue() {
        var vocabulary = Vocabulary.load();
        return new Catalogue(vocabulary.indicators(), vocabulary.codeLists(), List.of(), List.of());
    }

    private Plan read(ComputedIndicator... indicators) {
        var dimensions = new TreeMap<>(Map.of("sex", SEX, "age", AGE));
        return reader().read(new Tabulation(dimensions, Arrays.asList(indicators), List.of()));
    }

    private EstimandReader reader() {
        var variables = Map.of("age", VariableType.NUMBER, "sexe", VariableType.TEXT, "lit", VariableType.TEXT);
        return new EstimandReader(variables, CATALOGUE::indicator, true, Place.PACKAGE, findings);
    }

    private static ComputedIndicator computed(String code, Statistic statistic, @Nullable String universe) {
        return computed(code, statistic, universe, UNSAID);
    }

    private static ComputedIndicator computed(
            String code, Statistic statistic, @Nullable String universe, Definition definition) {
        return new ComputedIndicator(
                Place.PACKAGE.column("indicators"),
                code,
                statistic,
                universe,
                List.of(List.of(), List.of("age", "sex")),
                null,
                definition);
    }

    private static Definition defined(Multilingual labels) {
        return new Definition(labels, Multilingual.none(), null, null, null, null, null, null, null, null);
    }
}
