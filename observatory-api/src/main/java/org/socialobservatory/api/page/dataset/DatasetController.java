package org.socialobservatory.api.page.dataset;

import java.util.List;
import org.socialobservatory.api.page.Named;
import org.socialobservatory.api.page.Visit;
import org.socialobservatory.api.problem.ApiProblem.NotFound;
import org.socialobservatory.api.problem.ApiProblem.Withdrawn;
import org.socialobservatory.api.problem.ProblemRule;
import org.socialobservatory.api.snapshot.Block.Run;
import org.socialobservatory.api.snapshot.PublishedDataset;
import org.socialobservatory.ontology.edition.Edition;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** {@code /datasets}, {@code /datasets/{id}} and {@code /datasets/{id}/editions/{n}}. */
@Controller
class DatasetController {

    @GetMapping("/datasets")
    DatasetsPage datasets(Visit visit) {
        var datasets = visit.snapshot().datasets().values();
        return new DatasetsPage(
                datasets.stream()
                        .map(dataset -> DatasetLines.line(visit, dataset))
                        .sorted((one, other) -> visit.wording().alphabetical().compare(one.title(), other.title()))
                        .toList(),
                visit.provenance(datasets));
    }

    @GetMapping("/datasets/{code}")
    DatasetPage dataset(Visit visit, @PathVariable String code) {
        var published = published(visit, code);
        return new DatasetPage(
                DatasetLines.line(visit, published),
                DatasetLines.licenses(published),
                DatasetLines.sources(published),
                published.edition().number(),
                visit.snapshot().editions(code).reversed().stream()
                        .map(edition -> DatasetLines.line(visit, edition))
                        .toList(),
                published.definitions().dimensions().stream()
                        .map(dimension -> new Named(dimension, visit.names().dimension(dimension)))
                        .toList(),
                published.block().runs().stream()
                        .map(Run::indicator)
                        .distinct()
                        .map(visit.names()::indicator)
                        .sorted((one, other) -> visit.wording().alphabetical().compare(one.label(), other.label()))
                        .toList(),
                visit.provenance(List.of(published)));
    }

    /** The newest edition; where all editions are withdrawn, the reason of the last one. */
    private static PublishedDataset published(Visit visit, String code) {
        return visit.snapshot().dataset(code).orElseThrow(() -> {
            var editions = visit.snapshot().editions(code);
            var reason = editions.isEmpty() ? null : editions.getLast().withdrawn();
            return reason == null
                    ? NotFound.unknown(
                            ProblemRule.UNKNOWN_DATASET,
                            code,
                            visit.snapshot().datasets().keySet())
                    : new Withdrawn(reason);
        });
    }

    @GetMapping("/datasets/{code}/editions/{number}")
    EditionPage edition(Visit visit, @PathVariable String code, @PathVariable String number) {
        return EditionReport.of(visit, visit.snapshot().open(standing(visit, code, number)));
    }

    private static Edition standing(Visit visit, String code, String number) {
        var editions = visit.snapshot().editions(code);
        var found = editions.stream()
                .filter(edition -> Integer.toString(edition.number()).equals(number))
                .findFirst()
                .orElseThrow(() -> editions.isEmpty()
                        ? NotFound.unknown(
                                ProblemRule.UNKNOWN_DATASET,
                                code,
                                visit.snapshot().datasets().keySet())
                        : NotFound.unknown(
                                ProblemRule.UNKNOWN_EDITION,
                                number,
                                editions.stream()
                                        .map(edition -> Integer.toString(edition.number()))
                                        .toList()));
        var reason = found.withdrawn();
        if (reason != null) {
            throw new Withdrawn(reason);
        }
        return found;
    }
}
