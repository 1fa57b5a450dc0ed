package org.socialobservatory.ingest.composite;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.socialobservatory.ingest.mapping.tabulation.ComposedIndicator;
import org.socialobservatory.ontology.Language;
import org.socialobservatory.ontology.Multilingual;
import org.socialobservatory.ontology.indicator.Composite;
import org.socialobservatory.ontology.indicator.Indicator;
import org.socialobservatory.ontology.indicator.Indicator.Counted;
import org.socialobservatory.ontology.indicator.Indicator.Direction;
import org.socialobservatory.ontology.indicator.Indicator.Kind;

/** What an index and the rank by it mean. */
final class IndexDefinitions {

    private static final Multilingual MEANING = Multilingual.of(
            "Indice composé d’autres indicateurs. Il compare entre eux les territoires d’un même niveau, pour une même"
                    + " période ; il ne se compare ni d’un niveau à l’autre ni d’une période à l’autre.",
            "مؤشر مركب من مؤشرات أخرى. يقارن بين مجالات المستوى نفسه في الفترة نفسها؛ ولا يُقارَن بين مستوى وآخر ولا بين"
                    + " فترة وأخرى.",
            "An index composed of other indicators. It compares areas of one level with one another for one period, and"
                    + " is not to be compared between levels or periods.");

    private IndexDefinitions() {}

    /** The index, as the package defines it. */
    static Indicator index(ComposedIndicator described, Composite composite, Function<String, Indicator> indicators) {
        var said = described.definition();
        return new Indicator(
                described.code(),
                said.labels(),
                said.definition().completedBy(MEANING),
                formula(composite, indicators),
                Multilingual.none(),
                said.unit() == null ? "index" : said.unit(),
                Kind.INDEX,
                Counted.NONE,
                said.direction() == null ? direction(composite, indicators) : said.direction(),
                said.theme(),
                said.sdg(),
                said.target(),
                said.sameAs(),
                said.closeTo());
    }

    /**
     * Better is higher where every component goes up with what is better, lower where every one goes down with it, and
     * neither where they differ or their indicators say nothing.
     */
    private static Direction direction(Composite composite, Function<String, Indicator> indicators) {
        var found = composite.components().stream()
                .map(component -> better(component, indicators.apply(component.indicator())))
                .distinct()
                .toList();
        return found.size() == 1 ? found.getFirst() : Direction.NONE;
    }

    private static Direction better(Composite.Component component, Indicator indicator) {
        if (indicator.direction() == Direction.NONE) {
            return Direction.NONE;
        }
        return indicator.direction() == component.direction() ? Direction.HIGHER : Direction.LOWER;
    }

    /** The place that an area takes by an index; the first is the best. */
    static Indicator rank(Indicator index) {
        return new Indicator(
                Composite.rank(index.code()),
                prefixed(Map.of(Language.FR, "Rang : ", Language.AR, "الرتبة: ", Language.EN, "Rank: "), index),
                meaning(index.direction()),
                Multilingual.none(),
                Multilingual.none(),
                "number",
                Kind.INDEX,
                Counted.NONE,
                index.direction() == Direction.NONE ? Direction.NONE : Direction.LOWER,
                index.theme(),
                null,
                null,
                null,
                null);
    }

    private static Multilingual prefixed(Map<Language, String> words, Indicator index) {
        var texts = new EnumMap<Language, String>(Language.class);
        words.forEach((language, word) ->
                texts.put(language, word + index.labels().orCode(language, index.code())));
        return new Multilingual(texts);
    }

    private static Multilingual meaning(Direction direction) {
        return switch (direction) {
            case LOWER ->
                Multilingual.of(
                        "Place du territoire parmi ceux de son niveau ; la première est celle de l’indice le plus bas,"
                                + " qui est la meilleure.",
                        "رتبة المجال بين مجالات مستواه؛ الأولى لأدنى قيمة للمؤشر المركب، وهي الأفضل.",
                        "The area’s place among those of its level; the first has the lowest index, which is the best.");
            case HIGHER ->
                Multilingual.of(
                        "Place du territoire parmi ceux de son niveau ; la première est celle de l’indice le plus élevé,"
                                + " qui est la meilleure.",
                        "رتبة المجال بين مجالات مستواه؛ الأولى لأعلى قيمة للمؤشر المركب، وهي الأفضل.",
                        "The area’s place among those of its level; the first has the highest index, which is the best.");
            case NONE ->
                Multilingual.of(
                        "Place du territoire parmi ceux de son niveau ; la première est celle de l’indice le plus élevé.",
                        "رتبة المجال بين مجالات مستواه؛ الأولى لأعلى قيمة للمؤشر المركب.",
                        "The area’s place among those of its level; the first has the highest index.");
        };
    }

    /** The components with their shares, in words. */
    private static Multilingual formula(Composite composite, Function<String, Indicator> indicators) {
        var texts = new EnumMap<Language, String>(Language.class);
        for (Language language : Language.values()) {
            texts.put(language, mean(composite, language) + components(composite, indicators, language));
        }
        return new Multilingual(texts);
    }

    private static String mean(Composite composite, Language language) {
        boolean arithmetic = composite.aggregation() == Composite.Aggregation.ARITHMETIC;
        return switch (language) {
            case FR -> arithmetic ? "Moyenne pondérée de : " : "Moyenne géométrique pondérée de : ";
            case AR -> arithmetic ? "متوسط مرجح لـ: " : "متوسط هندسي مرجح لـ: ";
            case EN -> arithmetic ? "Weighted mean of: " : "Weighted geometric mean of: ";
        };
    }

    private static String components(Composite composite, Function<String, Indicator> indicators, Language language) {
        var reversed = Objects.requireNonNull(Map.of(
                        Language.FR, ", inversé",
                        Language.AR, "، معكوس",
                        Language.EN, ", reversed")
                .get(language));
        return composite.components().stream()
                .map(component -> {
                    var label =
                            indicators.apply(component.indicator()).labels().orCode(language, component.indicator());
                    var which = component.breakdown().equals("_T") ? "" : " [" + component.breakdown() + "]";
                    long share = Math.round(100 * composite.share(component));
                    return label + which + " (" + share + (language == Language.FR ? "\u00a0%" : "%")
                            + (component.isReversed() ? reversed : "") + ")";
                })
                .collect(Collectors.joining(language == Language.AR ? "؛ " : "; "));
    }

    /** The indicators of an index: itself where nobody else defines it, and the rank by it. */
    static List<Indicator> of(Indicator index, boolean defined) {
        return defined ? List.of(rank(index)) : List.of(index, rank(index));
    }
}
