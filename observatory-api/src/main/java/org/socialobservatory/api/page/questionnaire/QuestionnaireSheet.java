package org.socialobservatory.api.page.questionnaire;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.page.Visit;
import org.socialobservatory.api.page.questionnaire.QuestionnairePage.ChoiceLine;
import org.socialobservatory.api.page.questionnaire.QuestionnairePage.Heading;
import org.socialobservatory.api.page.questionnaire.QuestionnairePage.ListPart;
import org.socialobservatory.api.page.questionnaire.QuestionnairePage.QuestionLine;
import org.socialobservatory.api.page.questionnaire.QuestionnairePage.SectionPart;
import org.socialobservatory.api.snapshot.survey.Instrument;
import org.socialobservatory.api.snapshot.survey.Instruments;
import org.socialobservatory.ontology.Codes;
import org.socialobservatory.ontology.survey.Choice;
import org.socialobservatory.ontology.survey.ChoiceList;
import org.socialobservatory.ontology.survey.Question;
import org.socialobservatory.ontology.survey.Section;

/** Lays out a questionnaire for its page. */
final class QuestionnaireSheet {

    /** A list of all villages of a country is counted, not read. */
    private static final int MOST_CHOICES = 200;

    private final Visit visit;
    private final Instrument instrument;
    private final InstrumentNames names;
    private final List<Tongue> tongues;
    private final Map<String, ListPart> lists = new LinkedHashMap<>();

    QuestionnaireSheet(Visit visit, Instrument instrument) {
        this.visit = visit;
        this.instrument = instrument;
        this.names = new InstrumentNames(visit);
        this.tongues = Tongue.of(visit.wording(), List.of(instrument.questionnaire()));
    }

    QuestionnairePage page() {
        var sections = sections();
        return new QuestionnairePage(
                names.of(instrument),
                tongues,
                (int) instrument.questionnaire().questions().stream()
                        .filter(question -> question.type().asked())
                        .count(),
                sections,
                List.copyOf(lists.values()),
                Instruments.of(visit.snapshot()).of(instrument.dataset()).stream()
                        .filter(other -> other.resource().equals(instrument.resource())
                                && other.version() != instrument.version())
                        .map(names::of)
                        .toList(),
                names.others(instrument),
                visit.provenance(names.datasets(instrument)));
    }

    /** Groups begin where their first question or group stands; a group without either stands at its place too. */
    private List<SectionPart> sections() {
        var headings = new HashMap<List<String>, Section>();
        instrument.questionnaire().sections().forEach(section -> headings.put(section.path(), section));
        var parts = new ArrayList<SectionPart>();
        var lines = new ArrayList<QuestionLine>();
        List<String> current = List.of();
        for (Question question : instrument.questionnaire().questions()) {
            var around = question.path().subList(0, question.path().size() - 1);
            if (!around.equals(current)) {
                close(parts, headings.get(current), lines);
                for (int depth = 1; depth < around.size(); depth++) {
                    var outer = around.subList(0, depth);
                    if (!isWithin(current, outer)) {
                        parts.add(new SectionPart(heading(headings.get(outer)), List.of()));
                    }
                }
                current = around;
            }
            lines.add(line(question));
        }
        close(parts, headings.get(current), lines);
        return parts;
    }

    private static boolean isWithin(List<String> path, List<String> outer) {
        return path.size() >= outer.size() && path.subList(0, outer.size()).equals(outer);
    }

    private void close(List<SectionPart> parts, @Nullable Section section, List<QuestionLine> lines) {
        if (!lines.isEmpty()) {
            parts.add(new SectionPart(heading(section), List.copyOf(lines)));
            lines.clear();
        }
    }

    private @Nullable Heading heading(@Nullable Section section) {
        if (section == null) {
            return null;
        }
        var code = String.join(".", section.path());
        return new Heading(
                Codes.valid(code)
                        ? code
                        : "s" + (instrument.questionnaire().sections().indexOf(section) + 1),
                Tongue.text(visit.wording().language(), section.labels()).orElse(section.name()),
                section.path().size() - 1,
                Tongue.texts(tongues, section.labels()),
                section.repeated(),
                section.relevance());
    }

    private QuestionLine line(Question question) {
        return new QuestionLine(
                instrument.code(question),
                question.fullName(),
                question.name(),
                InstrumentNames.code(question.type()),
                names.type(question.type()),
                question.type().asked(),
                Tongue.texts(tongues, question.wordings()),
                Tongue.texts(tongues, question.hints()),
                question.list() == null ? null : list(question.list()),
                question.orOther(),
                question.logic().relevance(),
                question.logic().constraint(),
                question.logic().calculation(),
                question.logic().choiceFilter(),
                !instrument.notKept().contains(question.fullName()));
    }

    private @Nullable ListPart list(String name) {
        var found = instrument.questionnaire().list(name).orElse(null);
        return found == null ? null : lists.computeIfAbsent(name, _ -> list(found));
    }

    private ListPart list(ChoiceList list) {
        return new ListPart(
                Codes.valid(list.name())
                        ? list.name()
                        : "l" + (instrument.questionnaire().lists().indexOf(list) + 1),
                list.choices().stream().limit(MOST_CHOICES).map(this::choice).toList(),
                list.choices().size());
    }

    private ChoiceLine choice(Choice choice) {
        return new ChoiceLine(choice.name(), Tongue.texts(tongues, choice.labels()));
    }
}
