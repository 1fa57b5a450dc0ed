package org.socialobservatory.api.snapshot.rdf.description;

import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.snapshot.Snapshot;
import org.socialobservatory.api.snapshot.meeting.Held;
import org.socialobservatory.api.snapshot.meeting.Meetings;
import org.socialobservatory.ontology.Language;
import org.socialobservatory.ontology.meeting.Attendance;
import org.socialobservatory.ontology.meeting.Decision;
import org.socialobservatory.ontology.meeting.FigurePath;
import org.socialobservatory.ontology.meeting.Priority;
import org.socialobservatory.ontology.meeting.ShownFigure;

/**
 * What meetings saw, said and decided. What the room said of a figure is a feedback on the name of the observation: it
 * says nothing of the observation itself, not even that there is one.
 */
final class MeetingDescription {

    private final Snapshot snapshot;
    private final Names names;
    private final Describing say;

    MeetingDescription(Snapshot snapshot, Names names, Describing say) {
        this.snapshot = snapshot;
        this.names = names;
        this.say = say;
    }

    void describe() {
        Meetings.of(snapshot).all().forEach(this::meeting);
    }

    private void meeting(Held held) {
        var meeting = held.meeting();
        var subject = names.thing("meeting", meeting.code());
        var language = meeting.language();
        say.type(subject, Terms.schema("Event"), Terms.ACTIVITY)
                .text(subject, Terms.NOTATION, meeting.code())
                .texts(subject, Terms.PREF_LABEL, meeting.name())
                .day(subject, Terms.schema("startDate"), meeting.date())
                .link(subject, Terms.schema("about"), names.area(meeting.area()))
                .text(subject, Terms.schema("inLanguage"), language.tag())
                .link(
                        subject,
                        Terms.WAS_DERIVED_FROM,
                        names.edition(held.edition().dataset(), held.edition().number()));
        if (meeting.place() != null) {
            var place = say.part("meeting/" + meeting.code() + "/place");
            say.link(subject, Terms.schema("location"), place)
                    .type(place, Terms.schema("Place"))
                    .link(place, Terms.schema("name"), words(language, meeting.place()));
        }
        properties(subject, meeting.code(), meeting.properties());
        int ordinal = 0;
        for (Attendance attendance : meeting.attendance()) {
            attendance(subject, part(meeting.code(), "attendance", ++ordinal), attendance);
        }
        ordinal = 0;
        for (ShownFigure figure : meeting.figures()) {
            figure(held, subject, part(meeting.code(), "figure", ++ordinal), figure);
        }
        ordinal = 0;
        for (Priority priority : meeting.priorities()) {
            var node = part(meeting.code(), "priority", ++ordinal);
            say.link(subject, Terms.obs("priority"), node)
                    .type(node, Terms.obs("Priority"))
                    .link(node, Terms.DESCRIPTION, words(language, priority.text()))
                    .integer(node, Terms.obs("votes"), priority.votes());
        }
        meeting.decisions().forEach(decision -> decision(subject, meeting.code(), language, decision));
    }

    private Node part(String meeting, String kind, int ordinal) {
        return NodeFactory.createURI(snapshot.iris().thing("meeting", meeting) + "#" + kind + "-" + ordinal);
    }

    private static @Nullable Node words(Language language, @Nullable String text) {
        return text == null ? null : NodeFactory.createLiteralLang(text, language.tag());
    }

    private void attendance(Node meeting, Node node, Attendance attendance) {
        say.link(meeting, Terms.obs("attendance"), node)
                .type(node, Terms.obs("Attendance"))
                .link(node, names.dimension("sex"), names.concept("sex", attendance.sex()))
                .link(node, names.dimension("age"), names.concept("age", attendance.age()))
                .integer(node, Terms.obs("persons"), attendance.persons());
    }

    private void figure(Held held, Node meeting, Node node, ShownFigure shown) {
        var language = held.meeting().language();
        var observation = observation(shown.figure());
        var verdict = names.concept("meeting-verdict", shown.verdict().code());
        say.link(meeting, Terms.USED, observation)
                .link(meeting, Terms.GENERATED, node)
                .type(node, Terms.USER_FEEDBACK)
                .link(node, Terms.HAS_TARGET, observation)
                .link(node, Terms.HAS_BODY, verdict)
                .link(node, Terms.obs("roomVerdict"), verdict)
                .link(
                        node,
                        Terms.obs("shownEdition"),
                        names.edition(shown.figure().dataset(), shown.edition()))
                .link(node, Terms.obs("answer"), words(language, shown.answer()))
                .link(node, Terms.WAS_GENERATED_BY, meeting)
                .day(node, Terms.ISSUED, held.meeting().date());
        if (shown.note() != null) {
            var body = say.part(node.getURI() + "/note");
            say.link(node, Terms.HAS_BODY, body).link(body, Terms.VALUE, words(language, shown.note()));
        }
    }

    private void decision(Node meeting, String code, Language language, Decision decision) {
        var node = NodeFactory.createURI(snapshot.iris().thing("meeting", code) + "#decision-" + decision.code());
        say.link(meeting, Terms.GENERATED, node)
                .type(node, Terms.obs("Decision"), Terms.ENTITY)
                .text(node, Terms.NOTATION, decision.code())
                .link(node, Terms.DESCRIPTION, words(language, decision.text()))
                .link(node, Terms.WAS_GENERATED_BY, meeting)
                .text(node, Terms.obs("responsible"), decision.responsible())
                .day(node, Terms.obs("due"), decision.due())
                .day(node, Terms.obs("done"), decision.done());
        if (decision.votes() != null) {
            say.integer(node, Terms.obs("votes"), decision.votes());
        }
        for (String path : decision.cites()) {
            FigurePath.parse(path).ifPresent(figure -> say.link(node, Terms.CITES, observation(figure)));
        }
    }

    private Node observation(FigurePath figure) {
        return NodeFactory.createURI(snapshot.iris().observation(figure.dataset(), figure.key()));
    }

    private void properties(Node subject, String code, Map<String, String> properties) {
        properties.forEach((name, value) -> {
            var property = say.part("meeting/" + code + "/property/" + name);
            say.link(subject, Terms.schema("additionalProperty"), property)
                    .type(property, Terms.schema("PropertyValue"))
                    .text(property, Terms.schema("name"), name)
                    .text(property, Terms.schema("value"), value);
        });
    }
}
