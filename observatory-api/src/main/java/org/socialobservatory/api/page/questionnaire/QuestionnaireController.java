package org.socialobservatory.api.page.questionnaire;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.http.NamedInPath;
import org.socialobservatory.api.page.Visit;
import org.socialobservatory.api.problem.ApiProblem.BadParameter;
import org.socialobservatory.api.problem.ApiProblem.NotFound;
import org.socialobservatory.api.problem.ProblemRule;
import org.socialobservatory.api.snapshot.Snapshot;
import org.socialobservatory.api.snapshot.survey.Instrument;
import org.socialobservatory.api.snapshot.survey.Instruments;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * {@code /datasets/{id}/questionnaires/{resource}} and its comparison with another. A version is named by the first
 * edition that asked with it; without one the newest is meant.
 */
@Controller
class QuestionnaireController {

    @GetMapping("/datasets/{dataset}/questionnaires/{resource}")
    QuestionnairePage questionnaire(
            Visit visit,
            @PathVariable String dataset,
            @PathVariable String resource,
            @RequestParam(required = false) @Nullable String version) {
        return new QuestionnaireSheet(visit, find(visit.snapshot(), dataset, resource, version)).page();
    }

    @GetMapping("/datasets/{dataset}/questionnaires/{resource}/comparison")
    ComparabilityPage comparison(
            Visit visit,
            @PathVariable String dataset,
            @PathVariable String resource,
            @RequestParam(required = false) @Nullable String version,
            @RequestParam(required = false) @Nullable String with) {
        var first = find(visit.snapshot(), dataset, resource, version);
        var all = Instruments.of(visit.snapshot()).all();
        if (with == null) {
            throw new BadParameter(
                    ProblemRule.MISSING_PARAMETER,
                    "with",
                    null,
                    all.stream()
                            .map(Instrument::id)
                            .filter(id -> !id.equals(first.id()))
                            .toList());
        }
        var second = all.stream()
                .filter(other -> other.id().equals(with))
                .findFirst()
                .orElseThrow(() -> BadParameter.unknown(
                        ProblemRule.UNKNOWN_QUESTIONNAIRE,
                        "with",
                        with,
                        all.stream().map(Instrument::id).toList()));
        return new ComparabilitySheet(visit, first, second).page();
    }

    /** By any of the resources whose rows are answers to it. */
    private static Instrument find(Snapshot snapshot, String dataset, String resource, @Nullable String version) {
        var published = NamedInPath.dataset(snapshot, dataset);
        var instruments = Instruments.of(snapshot);
        var known = instruments.of(dataset).stream()
                .filter(one -> one.resources().contains(resource))
                .sorted(Comparator.comparingInt(Instrument::version))
                .toList();
        if (known.isEmpty()) {
            throw NotFound.unknown(
                    ProblemRule.UNKNOWN_QUESTIONNAIRE,
                    resource,
                    instruments.of(dataset).stream()
                            .flatMap(one -> one.resources().stream())
                            .toList());
        }
        if (version == null) {
            return instruments.of(published.edition(), resource).orElse(known.getLast());
        }
        return version(known, version);
    }

    /** The version of that number; where its edition was withdrawn, the next one: it asks what that one brought. */
    private static Instrument version(List<Instrument> known, String version) {
        var numbers = known.stream().map(one -> Integer.toString(one.version())).toList();
        if (!version.matches("[1-9]\\d{0,8}")) {
            throw new BadParameter(ProblemRule.MALFORMED_VALUE, "version", version, numbers);
        }
        return known.stream()
                .filter(one -> one.version() >= Integer.parseInt(version))
                .findFirst()
                .orElseThrow(() -> new BadParameter(ProblemRule.UNKNOWN_QUESTIONNAIRE, "version", version, numbers));
    }
}
