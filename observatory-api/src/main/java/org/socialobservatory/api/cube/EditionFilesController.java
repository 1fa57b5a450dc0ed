package org.socialobservatory.api.cube;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.socialobservatory.api.cube.EditionFiles.Finished;
import org.socialobservatory.api.http.NamedInPath;
import org.socialobservatory.api.snapshot.SnapshotPinning;
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
        var edition = NamedInPath.edition(snapshot, dataset, number);
        var file = files.file(snapshot, edition, "data.csv", out -> {
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
        var edition = NamedInPath.edition(snapshot, dataset, number);
        var former = snapshot.editionBefore(edition).map(snapshot::open).orElse(null);
        // A withdrawal makes another edition the one before.
        var name = "difference-" + (former == null ? 0 : former.edition().number());
        var file = files.file(snapshot, edition, name, out -> {
            try (var table = new CsvTable(out)) {
                DifferenceTable.write(former, snapshot.open(edition), table);
            }
        });
        return sent(file, edition.dataset() + "-" + edition.number() + "-difference.csv", request);
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
