package org.socialobservatory.api;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ontology.Multilingual;
import org.socialobservatory.ontology.cube.Dataset;
import org.socialobservatory.ontology.cube.Observed;
import org.socialobservatory.ontology.cube.Reliability;
import org.socialobservatory.ontology.cube.Status;
import org.socialobservatory.ontology.cube.Uncertainty;
import org.socialobservatory.ontology.edition.Definitions;
import org.socialobservatory.ontology.edition.EditionContent;
import org.socialobservatory.ontology.edition.SourceResource;
import org.socialobservatory.ontology.survey.AnswerType;
import org.socialobservatory.ontology.survey.Choice;
import org.socialobservatory.ontology.survey.ChoiceList;
import org.socialobservatory.ontology.survey.ComparabilityDecision;
import org.socialobservatory.ontology.survey.ComparabilityDecision.Counterpart;
import org.socialobservatory.ontology.survey.Computation;
import org.socialobservatory.ontology.survey.Question;
import org.socialobservatory.ontology.survey.Questionnaire;
import org.socialobservatory.ontology.survey.Sample;
import org.socialobservatory.ontology.survey.Section;
import org.socialobservatory.ontology.survey.Study;
import org.socialobservatory.ontology.survey.Variable;
import org.socialobservatory.ontology.survey.Wordings;

/** Invented surveys of the town of {@link Fixture}, by hand: two waves of one and one of another town. */
public final class SurveyFixture {

    /** Asks by name, age, literacy and water; no name is kept. */
    public static final Questionnaire FIRST = form(Wave.FIRST);

    private SurveyFixture() {}

    private enum Wave {
        FIRST,
        /** Words the question of water otherwise and lets refuse; asks where work is, and nobody's age in words. */
        SECOND,
        /** Another town: literacy by another name. */
        ELSEWHERE
    }

    /** The first wave of {@code enquete}. */
    public static EditionContent firstWave() {
        return content("enquete", Wave.FIRST, List.of());
    }

    /** The second wave: somebody decided that the question of water is still the same. */
    public static EditionContent secondWave() {
        return content(
                "enquete",
                Wave.SECOND,
                List.of(new ComparabilityDecision(
                        "logement/eau",
                        new Counterpart("enquete", "menages", "eau"),
                        true,
                        "« Potable » <b>allait</b> de soi",
                        "A. Alami")));
    }

    /** Another town: somebody decided that reading is not the same there. */
    public static EditionContent elsewhere() {
        return content(
                "ailleurs",
                Wave.ELSEWHERE,
                List.of(new ComparabilityDecision(
                        "logement/q12",
                        new Counterpart("enquete", "menages", "logement/membre/lit"),
                        false,
                        "Le chef répond pour tous",
                        "B. Bennani")));
    }

    private static EditionContent content(String dataset, Wave wave, List<ComparabilityDecision> decisions) {
        var base = Fixture.definitions(dataset);
        var definitions = new Definitions(
                new Dataset(
                        dataset,
                        Multilingual.of(
                                "Enquête fictive " + dataset, "بحث وهمي " + dataset, "Fictitious survey " + dataset),
                        "ville",
                        null,
                        List.of(new Dataset.License("CC0-1.0", null, null)),
                        List.of(),
                        true),
                List.of(),
                List.of(resource("menages"), resource("membres")),
                base.areas(),
                base.areaVersions(),
                base.changes(),
                List.of(),
                List.of(),
                List.of(),
                List.of(study("menages", "household", wave, decisions), study("membres", "person", wave, List.of())));
        var cell = Fixture.cell("illiteracy-rate", "_T", "2025", "q1", estimated(), 0);
        return new EditionContent(
                definitions,
                List.of(new org.socialobservatory.ontology.cube.Cell(
                        cell.key(), cell.observed(), new org.socialobservatory.ontology.cube.Cell.Origin(1, 0))));
    }

    private static SourceResource resource(String name) {
        return new SourceResource(
                name,
                name + ".csv",
                "a".repeat(64),
                "responses",
                SourceResource.Coverage.SAMPLE,
                SourceResource.Disclosure.APPLY,
                100);
    }

    private static Observed estimated() {
        return new Observed.Value(
                new BigDecimal("12.5"),
                Status.NORMAL,
                new Uncertainty(
                        new BigDecimal("1.5"),
                        new BigDecimal("10"),
                        new BigDecimal("15.5"),
                        new BigDecimal("220"),
                        new BigDecimal("180.5"),
                        new BigDecimal("1.22"),
                        new BigDecimal("19"),
                        new BigDecimal("5400"),
                        null),
                Reliability.RELIABLE);
    }

    private static Study study(String resource, String unit, Wave wave, List<ComparabilityDecision> decisions) {
        var literacy = wave == Wave.ELSEWHERE ? "q12" : "lit";
        return new Study(
                resource,
                "c".repeat(64),
                unit,
                form(wave),
                new Sample("srs", 100, 1, 0, false, "adjust", List.of(), null, List.of()),
                unit.equals("person")
                        ? List.of(new Computation(
                                "illiteracy-rate",
                                "proportion",
                                "age >= 15",
                                new TreeMap<>(Map.of("condition", literacy + " = 'non'")),
                                List.of("age", literacy)))
                        : List.of(),
                List.of("logement/nom"),
                decisions);
    }

    private static Questionnaire form(Wave wave) {
        boolean first = wave == Wave.FIRST;
        var questions = new ArrayList<Question>();
        questions.add(question("nom", null, AnswerType.TEXT, null, "Nom du chef", "اسم رب الأسرة", null, null));
        questions.add(question(
                "eau",
                null,
                AnswerType.SELECT_ONE,
                "oui_non",
                first ? "Avez-vous l’eau ?" : "Avez-vous l’eau potable ?",
                first ? "هل لديكم ماء؟" : "هل لديكم ماء صالح للشرب؟",
                null,
                null));
        questions.add(question("age", "membre", AnswerType.INTEGER, null, "Âge", "العمر", null, ". >= 0 and . <= 120"));
        questions.add(question(
                wave == Wave.ELSEWHERE ? "q12" : "lit",
                wave == Wave.ELSEWHERE ? null : "membre",
                AnswerType.SELECT_ONE,
                "lecture",
                "Sait lire ? <script>",
                "هل يعرف القراءة؟",
                "${age} >= 10",
                null));
        if (!first) {
            questions.add(
                    question("travail", null, AnswerType.SELECT_ONE, "lieu", "Lieu de travail", null, null, null));
        }
        var variables = questions.stream()
                .map(one -> new Variable(
                        one.name(), one.path(), one.repeat(), one.type().stored(), one.fullName(), one.list()))
                .toList();
        return new Questionnaire(
                "menages",
                first ? "v1" : "v2",
                wordings("Questionnaire ménages", "استمارة الأسر"),
                List.of("ar", "fr"),
                List.of(
                        new Section("logement", List.of("logement"), false, wordings("Logement", "السكن"), null, null),
                        new Section(
                                "membre",
                                List.of("logement", "membre"),
                                true,
                                wordings("Membre", "فرد"),
                                "${taille} > 0",
                                null)),
                questions,
                List.of(
                        list("oui_non", first, "oui", "Oui", "نعم", "non", "Non", "لا", "refus", "Refus", "رفض"),
                        list("lecture", true, "oui", "Oui", "نعم", "non", "Non", "لا"),
                        new ChoiceList("lieu", List.of(new Choice("-99", Wordings.NONE)))),
                variables);
    }

    private static ChoiceList list(String name, boolean withoutRefusal, String... choices) {
        var found = new ArrayList<Choice>();
        for (int i = 0; i < choices.length; i += 3) {
            if (!withoutRefusal || !choices[i].equals("refus")) {
                found.add(new Choice(choices[i], wordings(choices[i + 1], choices[i + 2])));
            }
        }
        return new ChoiceList(name, found);
    }

    private static Question question(
            String name,
            @Nullable String repeat,
            AnswerType type,
            @Nullable String list,
            String french,
            @Nullable String arabic,
            @Nullable String relevance,
            @Nullable String constraint) {
        return new Question(
                name,
                name,
                repeat == null ? List.of("logement", name) : List.of("logement", repeat, name),
                repeat == null ? null : "logement/" + repeat,
                type,
                list,
                false,
                wordings(french, arabic),
                name.equals("age") ? wordings("En années révolues", null) : Wordings.NONE,
                new Question.Logic(relevance, constraint, Wordings.NONE, null, null, null),
                2);
    }

    private static Wordings wordings(String french, @Nullable String arabic) {
        return Wordings.of(arabic == null ? Map.of("fr", french) : Map.of("fr", french, "ar", arabic));
    }
}
