package org.socialobservatory.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.socialobservatory.ingest.Town.Read;
import org.socialobservatory.ingest.mapping.Published;
import org.socialobservatory.ingest.mapping.Published.Standing;
import org.socialobservatory.ingest.warehouse.ContentHash;
import org.socialobservatory.ontology.area.Territory;
import org.socialobservatory.ontology.cube.Observed;
import org.socialobservatory.ontology.cube.Reliability;
import org.socialobservatory.ontology.edition.Edition;
import org.socialobservatory.ontology.edition.EditionContent;
import org.socialobservatory.ontology.edition.SourceResource.Coverage;
import org.socialobservatory.ontology.finding.FindingRule;
import org.socialobservatory.ontology.indicator.Catalogue;
import org.socialobservatory.ontology.indicator.Composite;
import org.socialobservatory.ontology.indicator.Composite.Aggregation;
import org.socialobservatory.ontology.indicator.Composite.Normalisation;
import org.socialobservatory.ontology.indicator.Indicator;
import org.socialobservatory.ontology.indicator.Indicator.Direction;

/** A package that composes an index of areas, from its description to the cells of its edition. */
class CompositeTest {

    private static final String PACKAGE = "datapackage.yaml";

    private static final String DESCRIPTION = """
            name: bourg
            title: {fr: Bourg, ar: بورغ, en: Bourg}
            town: bourg
            licenses: [{name: CC0-1.0}]
            sources: [{title: Invented for tests}]
            resources:
              - name: zones
                path: zones.csv
                observatory: {role: areas, level: {column: niveau}, within: {column: dans}, code: code, name: {fr: nom, ar: nom, en: nom}}
              - name: chiffres
                path: chiffres.csv
                observatory:
                  role: observations
                  source: sample
                  area: {column: zone}
                  period: {column: annee}
                  indicator: {column: indicateur}
                  breakdown: {sex: {column: sexe}}
                  value: {column: valeur}
                  sampleSize: n
                  standardError: et
              - name: indices
                observatory:
                  role: composites
                  code: fragility
                  label: {fr: Fragilité, ar: الهشاشة, en: Fragility}
                  normalise: min-max
                  aggregate: arithmetic
                  components:
                    - {indicator: illiteracy-rate, weight: 3, direction: higher, breakdown: {sex: F}}
                    - {indicator: unemployment-rate, weight: 1, direction: higher}
            """;

    private static final String AREAS = """
            code,niveau,dans,nom
            bourg,town,,Bourg
            est,quartier,bourg,Est
            nord,quartier,bourg,Nord
            ouest,quartier,bourg,Ouest
            sud,quartier,bourg,Sud
            """;

    private static final String FIGURES = """
            zone,annee,indicateur,sexe,valeur,n,et
            est,2024,illiteracy-rate,F,10,900,1
            nord,2024,illiteracy-rate,F,20,900,1.5
            ouest,2024,illiteracy-rate,F,30,900,1.5
            sud,2024,illiteracy-rate,F,50,900,2
            est,2024,unemployment-rate,T,12,900,1
            nord,2024,unemployment-rate,T,8,900,1
            ouest,2024,unemployment-rate,T,16,900,1
            sud,2024,unemployment-rate,T,16,900,1
            """;

    @TempDir
    private Path folder;

    private Town bourg() {
        return Town.at(folder)
                .write(PACKAGE, DESCRIPTION)
                .write("zones.csv", AREAS)
                .write("chiffres.csv", FIGURES);
    }

    private static Map<String, Observed> of(Read read, String indicator) {
        var found = new TreeMap<String, Observed>();
        content(read).cells().stream()
                .filter(cell -> cell.key().indicator().equals(indicator))
                .forEach(cell -> found.put(cell.key().area() + " " + cell.key().period(), cell.observed()));
        return found;
    }

    private static EditionContent content(Read read) {
        assertThat(read.intake().content())
                .as(() -> read.intake().findings().toString())
                .isPresent();
        return read.intake().content().orElseThrow();
    }

    private static Observed.Value value(Read read, String indicator, String area) {
        return (Observed.Value) Objects.requireNonNull(of(read, indicator).get(area + " 2024"));
    }

    @Test
    void composesAnIndexOfTheQuartersWithItsIntervalAndItsRanks() {
        try (var read = bourg().read()) {
            assertThat(of(read, "fragility").keySet())
                    .containsExactly("est 2024", "nord 2024", "ouest 2024", "sud 2024");
            // Illiteracy 0, 25, 50, 100 and unemployment 50, 0, 100, 100 of the way, weighed 3 to 1.
            assertThat(of(read, "fragility").values())
                    .extracting(observed -> ((Observed.Value) observed).number())
                    .usingElementComparator(BigDecimal::compareTo)
                    .containsExactly(
                            new BigDecimal("12.5"),
                            new BigDecimal("18.75"),
                            new BigDecimal("62.5"),
                            new BigDecimal("100"));
            var north = value(read, "fragility", "nord");
            assertThat(north.uncertainty().lower()).isLessThan(north.number());
            assertThat(north.uncertainty().upper()).isGreaterThan(north.number());
            assertThat(north.uncertainty().sampleSize()).isNull();
            // Both components are better when low, and a high one raises the index: the first is the lowest.
            var rank = value(read, "fragility-rank", "est");
            assertThat(rank.number()).isEqualByComparingTo("1");
            assertThat(rank.uncertainty().lower()).isEqualByComparingTo("1");
            assertThat(rank.uncertainty().upper()).isEqualByComparingTo("2");
            assertThat(value(read, "fragility-rank", "sud").number()).isEqualByComparingTo("4");
        }
    }

    @Test
    void saysHowTheIndexIsComposed() {
        try (var read = bourg().read()) {
            var definitions = content(read).definitions();
            assertThat(definitions.composites()).singleElement().satisfies(composite -> {
                assertThat(composite.normalisation()).isEqualTo(Normalisation.MIN_MAX);
                assertThat(composite.aggregation()).isEqualTo(Aggregation.ARITHMETIC);
                assertThat(composite.components().getFirst().breakdown()).isEqualTo("sex=F");
                assertThat(composite.share(composite.components().getFirst())).isEqualTo(0.75);
                assertThat(composite.components().getFirst().source()).isNull();
            });
            assertThat(definitions.indicators())
                    .extracting(Indicator::code)
                    .containsExactly("fragility", "fragility-rank");
            var index = definitions.indicators().getFirst();
            assertThat(index.kind()).isEqualTo(Indicator.Kind.INDEX);
            assertThat(index.unit()).isEqualTo("index");
            assertThat(index.direction()).isEqualTo(Direction.LOWER);
            assertThat(index.formula().texts().values()).allMatch(text -> text.contains("75"));
            assertThat(definitions.resources())
                    .filteredOn(resource -> resource.name().equals("indices"))
                    .singleElement()
                    .satisfies(resource -> {
                        assertThat(resource.coverage()).isEqualTo(Coverage.MODEL);
                        assertThat(resource.path()).isEqualTo(PACKAGE);
                    });
        }
    }

    @Test
    void givesTheSameBitsEachTime() {
        String first;
        try (var read = bourg().read()) {
            first = ContentHash.of(content(read));
        }
        try (var read = bourg().read()) {
            assertThat(ContentHash.of(content(read))).isEqualTo(first);
        }
    }

    @Test
    void isDescribedInAFileOfItsOwnAsWell() {
        var own = DESCRIPTION.substring(DESCRIPTION.indexOf("      code: fragility"));
        var inPlace = bourg();
        String before;
        try (var read = inPlace.read()) {
            before = of(read, "fragility").toString();
        }
        inPlace.replace(PACKAGE, own, "")
                .replace(PACKAGE, "- name: indices", "- name: indices\n    path: indices.yaml");
        try (var read = inPlace.write("indices.yaml", own.indent(-6)).read()) {
            assertThat(of(read, "fragility")).hasToString(before);
        }
        var list = "composites:\n  - " + own.indent(-2).strip();
        try (var read = inPlace.write("indices.yaml", list).read()) {
            assertThat(of(read, "fragility")).hasToString(before);
        }
        try (var read = inPlace.write("indices.csv", "code\nfragility\n")
                .replace(PACKAGE, "indices.yaml", "indices.csv")
                .read()) {
            read.refusedFor(FindingRule.FORMAT_UNKNOWN);
        }
    }

    @Test
    void needsNoMoreThanItsComponents() {
        try (var read = bourg().replace(PACKAGE, ", weight: 3, direction: higher", "")
                .replace(PACKAGE, ", weight: 1, direction: higher", "")
                .replace(PACKAGE, "      normalise: min-max\n      aggregate: arithmetic\n", "")
                .replace(PACKAGE, "      label: {fr: Fragilité, ar: الهشاشة, en: Fragility}\n", "")
                .read()) {
            // As the catalogue says, both are better when low.
            assertThat(value(read, "fragility", "sud").number()).isEqualByComparingTo("0");
            assertThat(content(read).definitions().indicators().getFirst().direction())
                    .isEqualTo(Direction.HIGHER);
            assertThat(read.of(FindingRule.LABEL_MISSING)).hasSize(1);
        }
    }

    @Test
    void withholdsTheIndexAndRankOfAnAreaWithAWithheldComponent() {
        try (var read = bourg().replace(
                        "chiffres.csv", "nord,2024,illiteracy-rate,F,20,900", "nord,2024,illiteracy-rate,F,20,4")
                .read()) {
            assertThat(of(read, "fragility")).containsEntry("nord 2024", Observed.Withheld.CELL);
            assertThat(of(read, "fragility-rank")).containsEntry("nord 2024", Observed.Withheld.CELL);
            assertThat(value(read, "fragility-rank", "sud").number()).isEqualByComparingTo("3");
            assertThat(read.of(FindingRule.INDEX_INCOMPLETE)).isEmpty();
        }
    }

    @Test
    void givesNoIndexWhereAComponentIsMissingAndSaysWhy() {
        try (var read = bourg().replace("chiffres.csv", "nord,2024,unemployment-rate,T,8,900,1\n", "")
                .read()) {
            assertThat(of(read, "fragility")).containsEntry("nord 2024", Observed.Missing.CELL);
            assertThat(of(read, "fragility-rank")).containsEntry("nord 2024", Observed.Missing.CELL);
            assertThat(read.of(FindingRule.INDEX_INCOMPLETE))
                    .singleElement()
                    .satisfies(finding -> assertThat(finding.arguments())
                            .containsExactly("fragility", "quartier", "2024", "nord", "unemployment-rate"));
        }
    }

    @Test
    void ranksNoAreaOfWhichAComponentIsUnreliable() {
        try (var read = bourg().replace(
                        "chiffres.csv", "nord,2024,illiteracy-rate,F,20,900,1.5", "nord,2024,illiteracy-rate,F,20,20,9")
                .read()) {
            assertThat(value(read, "fragility", "nord").reliability()).isEqualTo(Reliability.UNRELIABLE);
            assertThat(of(read, "fragility-rank")).containsEntry("nord 2024", Observed.Missing.CELL);
            assertThat(value(read, "fragility-rank", "sud").number()).isEqualByComparingTo("3");
        }
    }

    @Test
    void takesComponentsOfPublishedEditions() {
        Published published;
        try (var census = bourg().replace(PACKAGE, DESCRIPTION.substring(DESCRIPTION.indexOf("  - name: indices")), "")
                .read()) {
            published = after(census);
        }
        var index = DESCRIPTION
                        .substring(0, DESCRIPTION.indexOf("  - name: zones"))
                        .replace("name: bourg\n", "name: indices\n")
                + DESCRIPTION.substring(DESCRIPTION.indexOf("  - name: indices"));
        var town = Town.at(folder).write(PACKAGE, index);
        try (var read = town.read(published)) {
            assertThat(value(read, "fragility", "nord").number()).isEqualByComparingTo("18.75");
            assertThat(content(read).definitions().composites().getFirst().components())
                    .extracting(Composite.Component::source)
                    .extracting("dataset", "edition")
                    .containsOnly(org.assertj.core.groups.Tuple.tuple("bourg", 1));
        }
        try (var read = town.replace(PACKAGE, "weight: 3", "weight: 3, dataset: bourg, edition: 1")
                .read(published)) {
            assertThat(value(read, "fragility", "nord").number()).isEqualByComparingTo("18.75");
        }
        try (var read = town.replace(PACKAGE, "edition: 1", "edition: 2").read(published)) {
            assertThat(read.refusedFor(FindingRule.DATASET_UNKNOWN).value()).isEqualTo("bourg/2");
        }
    }

    private static Published after(Read read) {
        var content = content(read);
        var base = Town.after(content.definitions());
        var edition = new Edition(
                "bourg", 1, 1, Instant.EPOCH, "somebody", "", "0".repeat(64), ContentHash.of(content), 8, null);
        return new Published(
                base.territory(),
                base.catalogue(),
                base.editions(),
                List.of(new Standing(
                        edition,
                        content.definitions(),
                        reader -> content.cells().forEach(reader))));
    }

    @Test
    void comparesPeriodsOneByOneAndTakesOneFromAnotherWhereItIsTold() {
        var later = FIGURES.substring(FIGURES.indexOf('\n') + 1, FIGURES.indexOf("est,2024,unemp"))
                .replace(",2024,", ",2014,");
        var town = bourg().write("chiffres.csv", FIGURES + later);
        try (var read = town.read()) {
            assertThat(of(read, "fragility").keySet()).allMatch(key -> key.endsWith("2024"));
        }
        try (var read = town.replace(PACKAGE, "unemployment-rate,", "unemployment-rate, period: 2024,")
                .read()) {
            assertThat(of(read, "fragility").keySet()).contains("est 2014", "est 2024");
        }
        try (var read = town.replace(PACKAGE, "illiteracy-rate,", "illiteracy-rate, period: 2014,")
                .read()) {
            assertThat(read.refusedFor(FindingRule.KEY_MISSING).arguments().getFirst())
                    .endsWith("period");
        }
        try (var read = town.replace(PACKAGE, "normalise: min-max", "normalise: min-max\n      period: 2024")
                .read()) {
            assertThat(of(read, "fragility").keySet()).allMatch(key -> key.endsWith("2024"));
        }
    }

    @Test
    void comparesEachLevelByItselfAndSkipsOneWithTooFewAreas() {
        var blocks = AREAS + "i1,iris,est,I1\ni2,iris,est,I2\ni3,iris,nord,I3\n";
        var town = bourg().write("zones.csv", blocks)
                .append("chiffres.csv", "i1,2024,illiteracy-rate,F,10,900,1\ni2,2024,illiteracy-rate,F,14,900,1");
        try (var read = town.read()) {
            assertThat(of(read, "fragility")).hasSize(4);
            assertThat(read.of(FindingRule.INDEX_LEVEL_SKIPPED))
                    .singleElement()
                    .satisfies(finding ->
                            assertThat(finding.arguments()).containsExactly("fragility", "iris", "2024", "0", "3"));
        }
    }

    @Test
    void refusesAnIndexOfTwoAreas() {
        try (var read = bourg().replace("chiffres.csv", "nord,2024,unemployment-rate,T,8,900,1\n", "")
                .replace("chiffres.csv", "sud,2024,unemployment-rate,T,16,900,1\n", "")
                .read()) {
            assertThat(read.refusedFor(FindingRule.INDEX_WITHOUT_FIGURES).arguments())
                    .containsExactly("fragility", "3", "quartier 2024: 2");
        }
    }

    @Test
    void refusesComponentsThatMeetInNoPeriod() {
        try (var read =
                bourg().replace("chiffres.csv", "2024,unemp", "2020,unemp").read()) {
            assertThat(read.refusedFor(FindingRule.INDEX_WITHOUT_FIGURES)
                            .arguments()
                            .getLast())
                    .isEqualTo("illiteracy-rate: 2024; unemployment-rate: 2020");
        }
    }

    @Test
    void refusesWhatCannotBeComposed() {
        refuses(FindingRule.INDICATOR_UNKNOWN, "illiteracy-rate,", "iliteracy-rate,");
        refuses(FindingRule.COMPONENT_WITHOUT_FIGURES, "sex: F", "sex: M");
        refuses(FindingRule.COMPONENT_WITHOUT_FIGURES, "unemployment-rate,", "unemployment-rate, period: 2011,");
        refuses(FindingRule.DATASET_UNKNOWN, "unemployment-rate,", "unemployment-rate, dataset: bourgg,");
        refuses(FindingRule.VALUE_NOT_ALLOWED, "normalise: min-max", "normalise: minmax");
        refuses(FindingRule.VALUE_NOT_ALLOWED, "aggregate: arithmetic", "aggregate: harmonic");
        refuses(FindingRule.VALUE_NOT_ALLOWED, "weight: 3, direction: higher", "weight: 3, direction: up");
        refuses(FindingRule.VALUE_NOT_ALLOWED, "weight: 3", "weight: 0");
        refuses(FindingRule.VALUE_NOT_ALLOWED, "weight: 3", "weight: -3");
        refuses(FindingRule.VALUE_NOT_ALLOWED, "weight: 3", "weight: much");
        refuses(
                FindingRule.COMPONENT_TWICE,
                "{indicator: unemployment-rate,",
                "{indicator: illiteracy-rate, breakdown: {sex: F},");
        refuses(FindingRule.CODE_MALFORMED, "code: fragility", "code: fragilité");
        refuses(FindingRule.CODE_MALFORMED, "code: fragility", "code: " + "f".repeat(98));
        refuses(FindingRule.CODE_MALFORMED, "{sex: F}", "{sex: F F}");
        refuses(FindingRule.KIND_DIFFERS, "code: fragility", "code: poverty-rate");
        refuses(FindingRule.INDEX_GIVEN_TOO, "code: fragility", "code: multidimensional-poverty-index");
        refuses(FindingRule.KEY_MISSING, "      code: fragility\n", "");
        refuses(FindingRule.KEY_MISSING, "components:", "labels: {}\n      composites:");
        refuses(FindingRule.KEY_UNKNOWN, "      code: fragility", "      weights: 3\n      code: fragility");
        refuses(FindingRule.PERIOD_MALFORMED, "code: fragility", "code: fragility\n      period: May");
    }

    private void refuses(FindingRule rule, String old, String by) {
        var town = bourg().append("chiffres.csv", "est,2024,multidimensional-poverty-index,T,0.2,900,0.01")
                .replace(PACKAGE, old, by);
        try (var read = town.read()) {
            assertThat(read.of(rule)).as(rule + " for " + by).isNotEmpty();
            assertThat(read.intake().content()).isEmpty();
            var place = read.of(rule).getFirst().place();
            assertThat(place.resource()).isEqualTo(PACKAGE);
            assertThat(place.row()).isBetween(20L, 40L);
        }
    }

    @Test
    void refusesAGeometricMeanOfAnythingButFrom1To100() {
        try (var read = bourg().replace(PACKAGE, "aggregate: arithmetic", "aggregate: geometric")
                .read()) {
            assertThat(value(read, "fragility", "sud").number()).isEqualByComparingTo("100");
        }
        for (String normalise : List.of("z", "rank")) {
            try (var read = bourg().replace(PACKAGE, "aggregate: arithmetic", "aggregate: geometric")
                    .replace(PACKAGE, "normalise: min-max", "normalise: " + normalise)
                    .read()) {
                read.refusedFor(FindingRule.GEOMETRIC_WITHOUT_MIN_MAX);
            }
        }
    }

    @Test
    void asksForADirectionWhereTheIndicatorHasNone() {
        var town = bourg().replace(PACKAGE, "unemployment-rate, weight: 1, direction: higher", "population, weight: 1")
                .replace("chiffres.csv", "unemployment-rate", "population");
        try (var read = town.read()) {
            assertThat(read.refusedFor(FindingRule.COMPONENT_WITHOUT_DIRECTION).value())
                    .isEqualTo("population");
        }
    }

    @Test
    void refusesTwoIndicesOfOneCode() {
        var twice = DESCRIPTION
                + DESCRIPTION
                        .substring(DESCRIPTION.indexOf("  - name: indices"))
                        .replace("name: indices", "name: more");
        try (var read = bourg().write(PACKAGE, twice).read()) {
            read.refusedFor(FindingRule.NAME_TWICE);
        }
    }

    /** The base catalogue alone, over no territory. */
    @Test
    void doesNotStumbleOverAPackageOfAnIndexOnly() {
        var index =
                DESCRIPTION.substring(0, DESCRIPTION.indexOf("  - name: zones")).replace("town: bourg\n", "")
                        + DESCRIPTION.substring(DESCRIPTION.indexOf("  - name: indices"));
        var nothing = new Published(
                Territory.empty(),
                new Catalogue(
                        Town.NOTHING.catalogue().indicators().stream().toList(), List.of(), List.of(), List.of()));
        try (var read = Town.at(folder).write(PACKAGE, index).read(nothing)) {
            assertThat(read.refusedFor(FindingRule.COMPONENT_WITHOUT_FIGURES).value())
                    .isEqualTo("illiteracy-rate");
        }
    }
}
