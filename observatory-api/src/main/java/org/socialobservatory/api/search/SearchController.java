package org.socialobservatory.api.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.http.Links;
import org.socialobservatory.api.http.PagingRuns;
import org.socialobservatory.api.http.Parameters;
import org.socialobservatory.api.http.RequestLanguage;
import org.socialobservatory.api.problem.ApiProblem.BadParameter;
import org.socialobservatory.api.problem.ProblemRule;
import org.socialobservatory.api.search.Thing.Kind;
import org.socialobservatory.api.snapshot.Snapshot;
import org.socialobservatory.ontology.Language;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/search} and {@code GET /api/areas}: things by name, areas around a point. */
@RestController
class SearchController {

    private static final int USUAL_LIMIT = 20;
    private static final int LARGEST_LIMIT = 100;
    /** Longer than any name. */
    private static final int LONGEST = 200;

    private static final Map<String, MediaType> FORMS = Map.of("json", MediaType.APPLICATION_JSON);

    private final PagingRuns runs;

    SearchController(PagingRuns runs) {
        this.runs = runs;
    }

    /**
     * A thing as it is found.
     *
     * @param names by language
     * @param href where its page is, from the reader's own request
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Hit(
            String kind,
            String code,
            String name,
            Map<String, String> names,
            @Nullable String level,
            @Nullable Within within,
            String iri,
            String href) {

        record Within(String code, String name) {}
    }

    record Hits(
            List<Hit> results, int numberMatched, @Nullable String next) {}

    record Areas(List<Hit> areas) {}

    @GetMapping("/api/search")
    Hits search(Parameters parameters, Snapshot current, HttpServletRequest request) {
        parameters.only(List.of("q", "kind", "limit", "cursor"));
        parameters.format(FORMS);
        var text = parameters.required("q").strip();
        if (text.length() > LONGEST) {
            throw new BadParameter(ProblemRule.MALFORMED_VALUE, "q", text, List.of());
        }
        int limit = parameters.limit(USUAL_LIMIT, LARGEST_LIMIT);
        var resumed = runs.resume(parameters, current);
        var snapshot = resumed == null ? current : resumed.snapshot();
        int from = resumed == null ? 0 : position(resumed.position(), parameters);
        var found = SearchIndex.of(snapshot).find(text, kinds(parameters), from, limit);
        int next = from + found.things().size();
        return new Hits(
                found.things().stream()
                        .map(thing -> hit(thing, snapshot, request))
                        .toList(),
                found.matched(),
                next < found.matched() && !found.things().isEmpty()
                        ? Links.with(request, Map.of("cursor", runs.cursor(snapshot, Integer.toString(next))))
                        : null);
    }

    private static int position(String text, Parameters parameters) {
        if (!text.matches("[0-9]{1,6}")) {
            throw PagingRuns.malformed(parameters.required("cursor"));
        }
        return Integer.parseInt(text);
    }

    private static Set<Kind> kinds(Parameters parameters) {
        var kinds = EnumSet.noneOf(Kind.class);
        for (String code : parameters.many("kind")) {
            kinds.add(Stream.of(Kind.values())
                    .filter(kind -> kind.code().equals(code))
                    .findFirst()
                    .orElseThrow(() -> new BadParameter(
                            ProblemRule.MALFORMED_VALUE,
                            "kind",
                            code,
                            Stream.of(Kind.values()).map(Kind::code).toList())));
        }
        return kinds;
    }

    @GetMapping("/api/areas")
    Areas around(Parameters parameters, Snapshot snapshot, HttpServletRequest request) {
        parameters.only(List.of("near"));
        parameters.format(FORMS);
        var text = parameters.required("near");
        var point = parameters.decimals("near");
        if (point.size() != 2
                || Math.abs(point.get(0).doubleValue()) > 180
                || Math.abs(point.get(1).doubleValue()) > 90) {
            throw new BadParameter(ProblemRule.MALFORMED_VALUE, "near", text, List.of("longitude,latitude"));
        }
        var areas = AreaFinder.of(snapshot)
                .around(point.get(0).doubleValue(), point.get(1).doubleValue());
        return new Areas(areas.stream()
                .map(area -> hit(Thing.of(area), snapshot, request))
                .toList());
    }

    private static Hit hit(Thing thing, Snapshot snapshot, HttpServletRequest request) {
        var language = RequestLanguage.of(request);
        var names = new TreeMap<String, String>();
        thing.names().texts().forEach((its, name) -> names.put(its.tag(), name));
        return new Hit(
                thing.kind().code(),
                thing.code(),
                thing.names().orCode(language, thing.code()),
                names,
                thing.level(),
                within(thing, snapshot, language),
                iri(thing, snapshot),
                Links.base(request) + thing.kind().path() + thing.code());
    }

    private static Hit.@Nullable Within within(Thing thing, Snapshot snapshot, Language language) {
        return thing.within() == null
                ? null
                : snapshot.territory()
                        .area(thing.within())
                        .map(area -> new Hit.Within(area.code(), area.names().orCode(language, area.code())))
                        .orElse(null);
    }

    private static String iri(Thing thing, Snapshot snapshot) {
        return thing.kind() == Thing.Kind.INDICATOR
                ? snapshot.catalogue().iri(thing.code(), snapshot.iris())
                : snapshot.iris().thing(thing.kind().code(), thing.code());
    }
}
