package org.socialobservatory.api.ogc;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.socialobservatory.api.ogc.cql2.Kind;
import org.socialobservatory.api.ogc.cql2.Queryable;
import org.socialobservatory.ontology.Iris;
import org.socialobservatory.ontology.Language;
import org.socialobservatory.ontology.Multilingual;

/** The properties of features that are no figures. */
final class OwnFields {

    static final String CODE = "code";
    static final String DATE = "date";

    private static final Multilingual IRI = Multilingual.of("Identifiant (IRI)", "المعرّف (IRI)", "Identifier (IRI)");
    private static final Multilingual CODE_TITLE = Multilingual.of("Code", "الرمز", "Code");
    private static final Map<Language, Multilingual> NAMES = Map.of(
            Language.FR, Multilingual.of("Nom en français", "الاسم بالفرنسية", "Name in French"),
            Language.AR, Multilingual.of("Nom en arabe", "الاسم بالعربية", "Name in Arabic"),
            Language.EN, Multilingual.of("Nom en anglais", "الاسم بالإنجليزية", "Name in English"));
    private static final Multilingual LEVEL = Multilingual.of("Niveau", "المستوى", "Level");
    private static final Multilingual WITHIN = Multilingual.of(
            "Code du territoire qui le contient", "رمز المجال الذي يضمّه", "Code of the area that holds it");
    private static final Multilingual KIND = Multilingual.of("Nature du lieu", "نوع المكان", "Kind of place");
    private static final Multilingual AREA =
            Multilingual.of("Code du territoire", "رمز المجال الترابي", "Code of the area");
    private static final Multilingual DAY = Multilingual.of("Date", "التاريخ", "Date");
    private static final Multilingual PERSONS =
            Multilingual.of("Personnes présentes", "عدد الحاضرين", "Persons present");
    private static final Multilingual DECISIONS =
            Multilingual.of("Nombre de décisions", "عدد القرارات", "Number of decisions");

    private OwnFields() {}

    static List<Field> of(Layer layer, Iris iris) {
        var fields = new ArrayList<Field>();
        fields.add(Field.of("iri", Kind.TEXT, IRI, feature -> iri(feature, iris)));
        fields.add(Field.of(CODE, Kind.TEXT, CODE_TITLE, Layer.Feature::id));
        for (var language : List.of(Language.FR, Language.AR, Language.EN)) {
            fields.add(Field.of(
                    "name_" + language.tag(),
                    Kind.TEXT,
                    NAMES.getOrDefault(language, Multilingual.none()),
                    feature -> feature.names().exactly(language).orElse(null)));
        }
        switch (layer) {
            case Layer.Areas _ -> {
                fields.add(text(
                        "level",
                        LEVEL,
                        feature -> ((Layer.AreaFeature) feature).area().level()));
                fields.add(text(
                        "within",
                        WITHIN,
                        feature -> ((Layer.AreaFeature) feature).area().within()));
            }
            case Layer.Places places -> {
                fields.add(text(
                        "kind",
                        KIND,
                        feature -> ((Layer.PlaceFeature) feature).place().kind()));
                fields.add(text(
                        "within",
                        WITHIN,
                        feature -> ((Layer.PlaceFeature) feature).place().within()));
                var names = new TreeSet<String>();
                places.features()
                        .forEach(
                                place -> names.addAll(place.place().properties().keySet()));
                further(
                        fields,
                        names,
                        feature -> ((Layer.PlaceFeature) feature).place().properties());
            }
            case Layer.Rooms rooms -> {
                meeting(fields);
                var names = new TreeSet<String>();
                rooms.features()
                        .forEach(room ->
                                names.addAll(room.held().meeting().properties().keySet()));
                further(
                        fields,
                        names,
                        feature -> ((Layer.MeetingFeature) feature)
                                .held()
                                .meeting()
                                .properties());
            }
        }
        return List.copyOf(fields);
    }

    private static void meeting(List<Field> fields) {
        fields.add(text(
                "area",
                AREA,
                feature -> ((Layer.MeetingFeature) feature).held().meeting().area()));
        fields.add(Field.of(
                DATE,
                Kind.INSTANT,
                DAY,
                feature -> ((Layer.MeetingFeature) feature).held().meeting().date()));
        fields.add(Field.of("persons", Kind.NUMBER, PERSONS, feature -> {
            var meeting = ((Layer.MeetingFeature) feature).held().meeting();
            return meeting.attendance().isEmpty() ? null : meeting.persons();
        }));
        fields.add(Field.of(
                "decisions",
                Kind.NUMBER,
                DECISIONS,
                feature -> ((Layer.MeetingFeature) feature)
                        .held()
                        .meeting()
                        .decisions()
                        .size()));
    }

    private static Field text(String name, Multilingual title, Queryable.Reading<Layer.Feature> reading) {
        return Field.of(name, Kind.TEXT, title, reading);
    }

    /** Further columns of the file that features came from, under names that are not taken. */
    private static void further(
            List<Field> fields,
            Iterable<String> names,
            java.util.function.Function<Layer.Feature, Map<String, String>> columns) {
        var taken = Fields.byName(fields).keySet();
        for (String name : names) {
            if (!taken.contains(name)) {
                fields.add(text(
                        name,
                        Multilingual.none(),
                        feature -> columns.apply(feature).get(name)));
            }
        }
    }

    private static String iri(Layer.Feature feature, Iris iris) {
        return switch (feature) {
            case Layer.AreaFeature area -> iris.area(area.id());
            case Layer.PlaceFeature place -> iris.thing("place", place.id());
            case Layer.MeetingFeature meeting -> iris.thing("meeting", meeting.id());
        };
    }
}
