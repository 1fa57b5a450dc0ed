package org.socialobservatory.api.ogc;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.ogc.cql2.Kind;
import org.socialobservatory.api.ogc.cql2.Queryable;
import org.socialobservatory.api.snapshot.Block;
import org.socialobservatory.api.snapshot.LevelRun;
import org.socialobservatory.api.snapshot.UncertaintyPart;
import org.socialobservatory.api.snapshot.meeting.Meetings;
import org.socialobservatory.ontology.Multilingual;
import org.socialobservatory.ontology.indicator.Indicator;

/**
 * A figure of areas as properties: the number with its interval, its reliability and whether a meeting contests it. For all areas of a level it is one
 * run of one dataset, as on the map.
 *
 * @param run null where the level has no figures of the indicator
 */
record FigureFields(Indicator indicator, @Nullable LevelRun run, Meetings meetings) {

    static final String LOWER = "_lower";
    static final String UPPER = "_upper";
    static final String RELIABILITY = "_reliability";
    static final String CONTESTED = "_contested";

    private static final Multilingual LOWER_OF = Multilingual.of(
            "{0} : borne inférieure de l’intervalle", "{0}: الحد الأدنى لمجال الثقة", "{0}: lower end of the interval");
    private static final Multilingual UPPER_OF = Multilingual.of(
            "{0} : borne supérieure de l’intervalle", "{0}: الحد الأعلى لمجال الثقة", "{0}: upper end of the interval");
    private static final Multilingual RELIABILITY_OF =
            Multilingual.of("{0} : fiabilité", "{0}: درجة الموثوقية", "{0}: reliability");
    private static final Multilingual CONTESTED_OF = Multilingual.of(
            "{0} : contesté dans une réunion", "{0}: متنازع فيه في اجتماع", "{0}: contested in a meeting");

    String name() {
        return PropertyNames.of(indicator.code());
    }

    List<Field> fields() {
        return List.of(
                number("", Multilingual.of("{0}", "{0}", "{0}"), Block::number),
                number(LOWER, LOWER_OF, (block, cell) -> block.uncertainty(UncertaintyPart.LOWER, cell)),
                number(UPPER, UPPER_OF, (block, cell) -> block.uncertainty(UncertaintyPart.UPPER, cell)),
                new Field(
                        name() + RELIABILITY,
                        Kind.TEXT,
                        titled(RELIABILITY_OF),
                        indicator.code(),
                        null,
                        published((block, cell) -> block.reliability(cell).code())),
                new Field(
                        name() + CONTESTED,
                        Kind.TRUTH,
                        titled(CONTESTED_OF),
                        indicator.code(),
                        null,
                        published((_, cell) -> run != null && meetings.contested(run.dataset(), cell))));
    }

    private Field number(String ending, Multilingual title, BiFunction<Block, Integer, @Nullable Object> reading) {
        return new Field(
                name() + ending, Kind.NUMBER, titled(title), indicator.code(), indicator.unit(), published(reading));
    }

    /** A figure that is not published says nothing: neither itself nor how good it would be. */
    private Queryable.Reading<Layer.Feature> published(BiFunction<Block, Integer, @Nullable Object> reading) {
        if (run == null) {
            return _ -> null;
        }
        var block = run.dataset().block();
        var cells = run.run();
        return feature -> {
            var cell = block.find(cells, block.areaIndexOf(feature.id()));
            return cell.isPresent() && block.isValue(cell.getAsInt()) ? reading.apply(block, cell.getAsInt()) : null;
        };
    }

    private Multilingual titled(Multilingual pattern) {
        var texts = new java.util.EnumMap<org.socialobservatory.ontology.Language, String>(
                org.socialobservatory.ontology.Language.class);
        pattern.texts()
                .forEach((language, text) -> texts.put(
                        language, text.replace("{0}", indicator.labels().orCode(language, indicator.code()))));
        return new Multilingual(texts);
    }

    /** Whether a name is that of a property of an indicator, or the indicator's code. */
    static Optional<String> ending(Indicator indicator, String name) {
        if (name.equals(indicator.code())) {
            return Optional.of("");
        }
        var own = PropertyNames.of(indicator.code());
        return name.startsWith(own)
                ? Optional.of(name.substring(own.length()))
                        .filter(List.of("", LOWER, UPPER, RELIABILITY, CONTESTED)::contains)
                : Optional.empty();
    }
}
