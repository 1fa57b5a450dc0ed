package org.socialobservatory.api.cube;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.cube.EditionFiles.Finished;
import org.socialobservatory.api.problem.ApiProblem.NotFound;
import org.socialobservatory.api.problem.ApiProblem.Withdrawn;
import org.socialobservatory.api.problem.ProblemRule;
import org.socialobservatory.api.snapshot.PublishedDataset;
import org.socialobservatory.api.snapshot.Snapshot;
import org.socialobservatory.api.snapshot.SnapshotPinning;
import org.socialobservatory.ontology.edition.Edition;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whole editions as files, and what changed from the edition before. Their tags are their own, made of their bytes. */
@RestController
@RequestMapping("/datasets/{dataset}/editions/{number}")
class EditionFilesController {

    private final EditionFiles files;
    private final SnapshotPinning snapshots;

    EditionFilesController(EditionFiles files, SnapshotPinning snapshots) {
        this.files = files;
        this.snapshots = snapshots;
    }

    @GetMapping("/data.csv")
    ResponseEntity<Resource> data(
            @PathVariable String dataset, @PathVariable String number, HttpServletRequest request) {
        var snapshot = snapshots.of(request);
        var edition = edition(snapshot, dataset, number);
        var file = files.file(edition, "data.csv", out -> {
            var opened = snapshot.open(edition);
            var row = new ObservationRow(snapshot, List.of(opened));
            try (var table = new CsvTable(out)) {
                table.line(row.names());
                for (int cell = 0; cell < opened.block().size(); cell++) {
                    table.cell(row, opened, cell);
                }
            }
        });
        return sent(file, edition.dataset() + "-" + edition.number() + ".csv", request);
    }

    @GetMapping("/difference.csv")
    ResponseEntity<Resource> difference(
            @PathVariable String dataset, @PathVariable String number, HttpServletRequest request) {
        var snapshot = snapshots.of(request);
        var edition = edition(snapshot, dataset, number);
        var former = before(edition, snapshot);
        // A withdrawal makes another edition the one before.
        var name = "difference-" + (former == null ? 0 : former.edition().number());
        var file = files.file(edition, name, out -> {
            try (var table = new CsvTable(out)) {
                Difference.write(former, snapshot.open(edition), table);
            }
        });
        return sent(file, edition.dataset() + "-" + edition.number() + "-difference.csv", request);
    }

    private static Edition edition(Snapshot snapshot, String dataset, String number) {
        var editions = snapshot.editions(dataset);
        if (editions.isEmpty()) {
            var known = new TreeSet<String>();
            snapshot.editions().forEach(edition -> known.add(edition.dataset()));
            throw NotFound.unknown(ProblemRule.UNKNOWN_DATASET, dataset, known);
        }
        for (var edition : editions) {
            if (Integer.toString(edition.number()).equals(number)) {
                if (edition.withdrawn() != null) {
                    throw new Withdrawn(edition.withdrawn());
                }
                return edition;
            }
        }
        throw new NotFound(
                ProblemRule.UNKNOWN_EDITION,
                number,
                editions.stream()
                        .map(edition -> Integer.toString(edition.number()))
                        .toList());
    }

    private static @Nullable PublishedDataset before(Edition edition, Snapshot snapshot) {
        return snapshot.editions(edition.dataset()).stream()
                .filter(other -> other.number() < edition.number() && !other.isWithdrawn())
                .max(Comparator.comparingInt(Edition::number))
                .map(snapshot::open)
                .orElse(null);
    }

    private static ResponseEntity<Resource> sent(Finished file, String name, HttpServletRequest request) {
        var tag = "\"" + file.tag() + "\"";
        var answer = ResponseEntity.ok()
                .eTag(tag)
                .cacheControl(CacheControl.noCache())
                .contentType(MediaType.parseMediaType(CsvTable.MEDIA_TYPE))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString());
        var resource = new FileSystemResource(file.path());
        var condition = request.getHeader(HttpHeaders.IF_RANGE);
        if (condition == null || condition.equals(tag)) {
            return answer.body(resource);
        }
        // Parts of another file are of no use: the whole is sent (RFC 9110 §13.1.5), as Spring takes no part of a
        // stream.
        return answer.contentLength(file.length()).body(new InputStreamResource(resource));
    }
}
