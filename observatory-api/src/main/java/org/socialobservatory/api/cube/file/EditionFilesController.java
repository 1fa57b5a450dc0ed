package org.socialobservatory.api.cube.file;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.cube.CsvLines;
import org.socialobservatory.api.cube.file.EditionFiles.Content;
import org.socialobservatory.api.cube.file.EditionFiles.Finished;
import org.socialobservatory.api.cube.file.EditionFiles.Name;
import org.socialobservatory.api.http.NamedInPath;
import org.socialobservatory.api.problem.ApiProblem.NotFound;
import org.socialobservatory.api.problem.ProblemRule;
import org.socialobservatory.api.snapshot.FileForm;
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

    /** A file of more cells is sent while it is made, the first time. */
    private static final long LARGE = 50_000;

    private static final List<String> CONDITIONS = List.of(
            HttpHeaders.RANGE,
            HttpHeaders.IF_RANGE,
            HttpHeaders.IF_MATCH,
            HttpHeaders.IF_NONE_MATCH,
            HttpHeaders.IF_MODIFIED_SINCE,
            HttpHeaders.IF_UNMODIFIED_SINCE);

    private final EditionFiles files;
    private final SnapshotPinning snapshots;

    EditionFilesController(EditionFiles files, SnapshotPinning snapshots) {
        this.files = files;
        this.snapshots = snapshots;
    }

    /** The file of a form; null where it was sent while it was made. */
    @GetMapping("/data.{extension:.+}")
    @Nullable
    ResponseEntity<Resource> data(
            @PathVariable String dataset,
            @PathVariable String number,
            @PathVariable String extension,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var snapshot = snapshots.of(request);
        var edition = NamedInPath.edition(snapshot, dataset, number);
        var form = EditionForm.named(extension, edition.cells())
                .orElseThrow(() -> NotFound.unknown(
                        ProblemRule.UNKNOWN_FORMAT,
                        extension,
                        Arrays.stream(FileForm.values())
                                .map(FileForm::extension)
                                .toList()));
        var name = Name.of(snapshot, edition, "data." + extension);
        Content content = out -> EditionForm.of(form).write(snapshot, snapshot.open(edition), out);
        var attached = edition.dataset() + "-" + edition.number() + "." + extension;
        if (form == FileForm.CSV) {
            response.setHeader(
                    HttpHeaders.LINK, "<metadata.csvw.json>; rel=\"describedby\"; type=\"application/csvm+json\"");
        }
        if (files.held(name).isEmpty()
                && isForTheWhole(request)
                && edition.cells() > LARGE
                && EditionForm.streams(form)) {
            response.setContentType(form.mediaType());
            response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noCache().getHeaderValue());
            response.setHeader(HttpHeaders.CONTENT_DISPOSITION, disposition(attached));
            files.send(name, content, response.getOutputStream());
            return null;
        }
        return sent(files.file(name, content), form.mediaType(), attached, request);
    }

    private static boolean isForTheWhole(HttpServletRequest request) {
        return request.getMethod().equals("GET")
                && CONDITIONS.stream().allMatch(condition -> request.getHeader(condition) == null);
    }

    @GetMapping("/metadata.csvw.json")
    ResponseEntity<Resource> metadata(
            @PathVariable String dataset, @PathVariable String number, HttpServletRequest request) {
        var snapshot = snapshots.of(request);
        var edition = NamedInPath.edition(snapshot, dataset, number);
        var file = files.file(
                Name.of(snapshot, edition, "metadata.csvw.json"),
                out -> TableMetadata.write(snapshot, snapshot.open(edition), out));
        return sent(file, TableMetadata.MEDIA_TYPE, named(edition, "-metadata.csvw.json"), request);
    }

    @GetMapping("/difference.csv")
    ResponseEntity<Resource> difference(
            @PathVariable String dataset, @PathVariable String number, HttpServletRequest request) {
        var snapshot = snapshots.of(request);
        var edition = NamedInPath.edition(snapshot, dataset, number);
        var former = snapshot.editionBefore(edition).map(snapshot::open).orElse(null);
        // A withdrawal makes another edition the one before.
        var name = "difference-" + (former == null ? 0 : former.edition().number());
        var file = files.file(Name.of(snapshot, edition, name), out -> {
            try (var table = new CsvLines(out)) {
                DifferenceTable.write(former, snapshot.open(edition), table);
            }
        });
        return sent(file, FileForm.CSV.mediaType(), named(edition, "-difference.csv"), request);
    }

    private static String named(Edition edition, String ending) {
        return edition.dataset() + "-" + edition.number() + ending;
    }

    private static String disposition(String name) {
        return ContentDisposition.attachment().filename(name).build().toString();
    }

    private static ResponseEntity<Resource> sent(
            Finished file, String mediaType, String name, HttpServletRequest request) {
        var tag = "\"" + file.tag() + "\"";
        var answer = ResponseEntity.ok()
                .eTag(tag)
                .cacheControl(CacheControl.noCache())
                .contentType(MediaType.parseMediaType(mediaType))
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition(name));
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
