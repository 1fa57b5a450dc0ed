package org.socialobservatory.api.combination;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.choropleth.Choropleth;
import org.socialobservatory.api.choropleth.MapQuestion;
import org.socialobservatory.api.http.Parameters;
import org.socialobservatory.api.http.RequestLanguage;
import org.socialobservatory.api.problem.ApiProblem.BadParameter;
import org.socialobservatory.api.problem.ApiProblem.Refused;
import org.socialobservatory.api.problem.ProblemRule;
import org.socialobservatory.api.snapshot.Snapshot;
import org.socialobservatory.ontology.Language;
import org.socialobservatory.ontology.area.Area;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/combined}: one figure of several areas together. */
@RestController
class CombinationController {

    private static final Map<String, MediaType> FORMS = Map.of("json", MediaType.APPLICATION_JSON);

    record Place(String code, String name) {}

    /**
     * The figure as it is answered; its numbers are those of an observation.
     *
     * @param approximate whether samples of areas were taken to be independent
     */
    record Answer(
            String indicator,
            String unit,
            String dataset,
            int edition,
            String period,
            String level,
            List<Place> areas,
            BigDecimal value,
            @Nullable BigDecimal lower,
            @Nullable BigDecimal upper,
            @Nullable BigDecimal standardError,
            @Nullable BigDecimal sampleSize,
            @Nullable BigDecimal effectiveSampleSize,
            @Nullable BigDecimal degreesOfFreedom,
            @Nullable BigDecimal denominator,
            String reliability,
            boolean approximate) {}

    @GetMapping("/api/combined")
    Answer combined(Parameters parameters, Snapshot snapshot, HttpServletRequest request) {
        parameters.format(FORMS);
        var names = new ArrayList<>(MapQuestion.SUBJECT);
        names.addAll(ChosenAreas.NAMES);
        var map = Choropleth.of(MapQuestion.read(parameters, snapshot, names), snapshot);
        if (!ChosenAreas.asked(parameters)) {
            throw new BadParameter(ProblemRule.MISSING_PARAMETER, "areas", null, ChosenAreas.NAMES);
        }
        var language = RequestLanguage.of(request);
        return switch (Combination.of(map, ChosenAreas.of(parameters, map.all(snapshot), snapshot), snapshot)) {
            case Combination.Combined combined -> answer(map, combined, language);
            case Combination.Refusal refusal ->
                throw new Refused(
                        refusal.rule(),
                        refusal.because().stream()
                                .map(area -> name(area, language))
                                .collect(Collectors.joining(", ")),
                        List.of());
        };
    }

    private static Answer answer(Choropleth map, Combination.Combined combined, Language language) {
        var source = combined.source();
        var error = combined.figure().uncertainty();
        return new Answer(
                map.question().indicator().code(),
                map.question().indicator().unit(),
                source.dataset().code(),
                source.dataset().edition().number(),
                source.run().period().code(),
                map.level(),
                combined.areas().stream()
                        .map(area -> new Place(area.code(), name(area, language)))
                        .toList(),
                combined.figure().number(),
                error.lower(),
                error.upper(),
                error.standardError(),
                error.sampleSize(),
                error.effectiveSampleSize(),
                error.degreesOfFreedom(),
                error.denominator(),
                combined.figure().reliability().code(),
                combined.approximate());
    }

    private static String name(Area area, Language language) {
        return area.names().orCode(language, area.code());
    }
}
