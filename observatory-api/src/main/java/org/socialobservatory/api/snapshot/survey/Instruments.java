package org.socialobservatory.api.snapshot.survey;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.socialobservatory.api.snapshot.PerSnapshot;
import org.socialobservatory.api.snapshot.PublishedDataset;
import org.socialobservatory.api.snapshot.Snapshot;
import org.socialobservatory.ontology.edition.Edition;
import org.socialobservatory.ontology.survey.Comparability;
import org.socialobservatory.ontology.survey.Questionnaire;
import org.socialobservatory.ontology.survey.Study;

/** The questionnaires with which editions that stand asked, each version once. */
public final class Instruments {

    private static final PerSnapshot<Instruments> INSTRUMENTS = new PerSnapshot<>(Instruments::new);

    private final Snapshot snapshot;
    private final List<Instrument> all = new ArrayList<>();
    private final Map<Asked, Instrument> asked = new HashMap<>();

    /** With what the rows of a resource of an edition were asked. */
    private record Asked(Edition.Id edition, String resource) {}

    private Instruments(Snapshot snapshot) {
        this.snapshot = snapshot;
        var datasets = new LinkedHashSet<String>();
        snapshot.editions().forEach(edition -> datasets.add(edition.dataset()));
        datasets.forEach(this::read);
    }

    public static Instruments of(Snapshot snapshot) {
        return INSTRUMENTS.of(snapshot);
    }

    /** All editions are counted, so that a version keeps its number when an edition is withdrawn; those are not shown. */
    private void read(String dataset) {
        var versions = new Versions();
        for (Edition edition : snapshot.editions(dataset)) {
            for (var one :
                    byQuestionnaire(snapshot.definitions(edition).studies()).entrySet()) {
                var instrument = versions.instrument(edition, one.getKey(), one.getValue());
                if (!edition.isWithdrawn()) {
                    all.removeIf(former -> former.id().equals(instrument.id()));
                    all.add(instrument);
                    one.getValue().forEach(study -> asked.put(new Asked(edition.id(), study.resource()), instrument));
                }
            }
        }
    }

    /** Persons are asked with the questionnaire of their household. */
    private static Map<Questionnaire, List<Study>> byQuestionnaire(List<Study> studies) {
        var found = new LinkedHashMap<Questionnaire, List<Study>>();
        for (Study study : studies) {
            if (study.questionnaire() != null) {
                found.computeIfAbsent(study.questionnaire(), _ -> new ArrayList<>())
                        .add(study);
            }
        }
        return found;
    }

    /** Oldest version first, one dataset after the other. */
    public List<Instrument> all() {
        return Collections.unmodifiableList(all);
    }

    /** Those of a dataset, oldest version first. */
    public List<Instrument> of(String dataset) {
        return all.stream().filter(one -> one.dataset().equals(dataset)).toList();
    }

    /** That with which the rows of a resource were asked. */
    public Optional<Instrument> of(Edition edition, String resource) {
        return Optional.ofNullable(asked.get(new Asked(edition.id(), resource)));
    }

    /** The questionnaires of the newest edition of a dataset. */
    public List<Instrument> current(PublishedDataset published) {
        var found = new LinkedHashSet<Instrument>();
        published
                .definitions()
                .studies()
                .forEach(study -> of(published.edition(), study.resource()).ifPresent(found::add));
        return List.copyOf(found);
    }

    /** The version before another one of the same resource. */
    public Optional<Instrument> before(Instrument later) {
        return of(later.dataset()).stream()
                .filter(one -> one.resource().equals(later.resource()) && one.version() < later.version())
                .reduce((_, last) -> last);
    }

    /** Compares two questionnaires; what persons decided in the newest editions has the last word. */
    public Comparability compare(Instrument first, Instrument second) {
        var decisions = new ArrayList<Comparability.Decision>();
        for (var published : snapshot.datasets().values()) {
            for (Study study : published.definitions().studies()) {
                new Decided(published.code(), study, first, second).addTo(decisions);
            }
        }
        return Comparability.of(first.questionnaire(), second.questionnaire(), decisions);
    }

    /** What one study decides about two questionnaires. */
    private record Decided(String dataset, Study study, Instrument first, Instrument second) {

        void addTo(List<Comparability.Decision> decisions) {
            for (var decision : study.decisions()) {
                var with = decision.with();
                // Within a dataset the later questionnaire is the one that the decision stands beside.
                boolean later = !first.dataset().equals(second.dataset()) || first.version() >= second.version();
                boolean earlier = !first.dataset().equals(second.dataset()) || !later;
                if (later && asks(first, dataset, study.resource()) && asks(second, with.dataset(), with.resource())) {
                    second.questionnaire()
                            .named(with.question())
                            .ifPresent(other -> decisions.add(new Comparability.Decision(
                                    decision.question(),
                                    other.fullName(),
                                    decision.comparable(),
                                    decision.reason(),
                                    decision.by())));
                } else if (earlier
                        && asks(second, dataset, study.resource())
                        && asks(first, with.dataset(), with.resource())) {
                    first.questionnaire()
                            .named(with.question())
                            .ifPresent(other -> decisions.add(new Comparability.Decision(
                                    other.fullName(),
                                    decision.question(),
                                    decision.comparable(),
                                    decision.reason(),
                                    decision.by())));
                }
            }
        }

        private static boolean asks(Instrument instrument, String dataset, String resource) {
            return instrument.dataset().equals(dataset)
                    && instrument.resources().contains(resource);
        }
    }

    /** What was met of a dataset so far, with the number of the edition in which it was met first. */
    private static final class Versions {
        private final Map<List<Object>, Integer> first = new HashMap<>();

        private int of(Edition edition, Object... content) {
            return first.computeIfAbsent(List.of(content), _ -> edition.number());
        }

        Instrument instrument(Edition edition, Questionnaire questionnaire, List<Study> studies) {
            var resource = studies.getFirst().resource();
            Set<String> resources = new LinkedHashSet<>();
            Set<String> notKept = new TreeSet<>();
            studies.forEach(study -> {
                resources.add(study.resource());
                notKept.addAll(study.notKept());
            });
            var lists = new HashMap<String, Integer>();
            questionnaire.lists().forEach(list -> lists.put(list.name(), of(edition, resource, "list", list)));
            var questions = new HashMap<String, Integer>();
            for (var question : questionnaire.questions()) {
                var list = question.list() == null ? Optional.empty() : questionnaire.list(question.list());
                // Where a question stands on the sheet is no part of what it asks.
                questions.put(question.fullName(), of(edition, resource, question.inRow(0), list));
            }
            return new Instrument(
                    edition.dataset(),
                    resource,
                    Collections.unmodifiableSet(resources),
                    of(edition, resource, questionnaire),
                    edition.number(),
                    questionnaire,
                    Collections.unmodifiableSet(notKept),
                    questionnaire.codes(),
                    questions,
                    lists);
        }
    }
}
