package org.socialobservatory.api.page.dataset;

import java.util.List;
import org.socialobservatory.api.http.NamedInPath;
import org.socialobservatory.api.page.Named;
import org.socialobservatory.api.page.Visit;
import org.socialobservatory.api.snapshot.Block.Run;
import org.socialobservatory.api.snapshot.PublishedDataset;
import org.socialobservatory.api.snapshot.survey.Instruments;
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
        var published = NamedInPath.dataset(visit.snapshot(), code);
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
                questionnaires(visit, published),
                visit.provenance(List.of(published)));
    }

    private static List<Named> questionnaires(Visit visit, PublishedDataset published) {
        return Instruments.of(visit.snapshot()).current(published).stream()
                .map(one -> new Named(
                        one.resource(),
                        visit.names().of(one.questionnaire().titles().multilingual(), one.resource())))
                .toList();
    }

    @GetMapping("/datasets/{code}/editions/{number}")
    EditionPage edition(Visit visit, @PathVariable String code, @PathVariable String number) {
        return EditionReport.of(visit, visit.snapshot().open(NamedInPath.edition(visit.snapshot(), code, number)));
    }
}
