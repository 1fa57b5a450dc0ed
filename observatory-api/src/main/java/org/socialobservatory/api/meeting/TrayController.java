package org.socialobservatory.api.meeting;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.http.Links;
import org.socialobservatory.api.problem.ApiProblem.BadParameter;
import org.socialobservatory.api.problem.ApiProblem.NotFound;
import org.socialobservatory.api.problem.ApiProblem.Refused;
import org.socialobservatory.api.problem.ProblemRule;
import org.socialobservatory.api.snapshot.Snapshot;
import org.socialobservatory.api.snapshot.SnapshotPinning;
import org.socialobservatory.ontology.Language;
import org.socialobservatory.ontology.Multilingual;
import org.socialobservatory.ontology.area.Area;
import org.socialobservatory.ontology.meeting.Meeting;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** {@code /api/meetings/{uuid}}: takes what a room says, from pages of this server alone, and gives it to who knows its identity. */
@RestController
@RequestMapping("/api/meetings/{uuid}")
class TrayController {

    private static final Multilingual NAME =
            Multilingual.of("Réunion de quartier : {0}", "لقاء الحي: {0}", "Neighbourhood meeting: {0}");

    private static final String TOWN = "town";

    private final ObjectProvider<Tray> tray;
    private final SnapshotPinning snapshots;

    TrayController(ObjectProvider<Tray> tray, SnapshotPinning snapshots) {
        this.tray = tray;
        this.snapshots = snapshots;
    }

    @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<ObjectNode> keep(HttpServletRequest request, @PathVariable String uuid) throws IOException {
        var tray = tray(request);
        refuseOtherSites(request);
        var id = Tray.identity(uuid)
                .orElseThrow(() -> new BadParameter(ProblemRule.MALFORMED_VALUE, "uuid", uuid, List.of()));
        var sent = MeetingJson.read(body(request), id);
        boolean known = tray.find(id).isPresent();
        var kept = tray.keep(named(id, sent, snapshots.of(request)));
        return ResponseEntity.status(known ? HttpStatus.OK : HttpStatus.CREATED)
                .cacheControl(CacheControl.noStore().cachePrivate())
                .body(MeetingJson.write(kept).put("current", isCurrent(kept, sent)));
    }

    /** Whether what is kept says what was sent; a repeated sending finds itself. */
    private static boolean isCurrent(KeptMeeting kept, SentMeeting sent) {
        return kept.ended() == sent.ended() && unnamed(kept.sent().meeting()).equals(unnamed(sent.meeting()));
    }

    private static Meeting unnamed(Meeting meeting) {
        return named(meeting, Multilingual.none());
    }

    private static Meeting named(Meeting meeting, Multilingual name) {
        return new Meeting(
                meeting.code(),
                name,
                meeting.area(),
                meeting.date(),
                meeting.language(),
                meeting.place(),
                meeting.attendance(),
                meeting.figures(),
                meeting.priorities(),
                meeting.decisions());
    }

    /** What a meeting is called follows from where it is held. */
    private static KeptMeeting named(UUID id, SentMeeting sent, Snapshot snapshot) {
        var code = sent.meeting().area();
        var area = snapshot.territory()
                .area(code)
                .orElseThrow(() -> BadParameter.unknown(
                        ProblemRule.UNKNOWN_AREA,
                        "area",
                        code,
                        snapshot.territory().areas().stream().map(Area::code).toList()));
        var names = new EnumMap<Language, String>(Language.class);
        for (var language : Language.values()) {
            names.put(
                    language,
                    NAME.orCode(language, "{0}").replace("{0}", area.names().orCode(language, code)));
        }
        return new KeptMeeting(
                id,
                Instant.now().truncatedTo(ChronoUnit.SECONDS),
                town(snapshot, area),
                new SentMeeting(sent.revision(), sent.ended(), named(sent.meeting(), new Multilingual(names))));
    }

    private static KeptMeeting.@Nullable Town town(Snapshot snapshot, Area area) {
        var above = new java.util.ArrayList<>(List.of(area));
        above.addAll(snapshot.territory().ancestors(area.code()));
        return above.stream()
                .filter(one -> one.level().equals(TOWN))
                .findFirst()
                .map(town -> new KeptMeeting.Town(town.code(), town.names()))
                .orElse(null);
    }

    private static byte[] body(HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > Tray.LARGEST) {
            throw new Refused(ProblemRule.TOO_LARGE);
        }
        var body = request.getInputStream().readNBytes(Tray.LARGEST + 1);
        if (body.length > Tray.LARGEST) {
            throw new Refused(ProblemRule.TOO_LARGE);
        }
        return body;
    }

    /** A page of another site may not speak for a room; programs that are no browsers say nothing of a site. */
    private static void refuseOtherSites(HttpServletRequest request) {
        var origin = request.getHeader(HttpHeaders.ORIGIN);
        var site = request.getHeader("Sec-Fetch-Site");
        boolean foreign = (origin != null && !origin.equals(own(request)))
                || (site != null && !site.equals("same-origin") && !site.equals("none"));
        if (foreign) {
            throw new Refused(ProblemRule.FORBIDDEN);
        }
    }

    /** The origin of pages that the reader has from here (RFC 6454 §6.2). */
    private static String own(HttpServletRequest request) {
        var base = URI.create(Links.base(request));
        return base.getScheme() + "://" + base.getRawAuthority();
    }

    @GetMapping
    ResponseEntity<ObjectNode> kept(HttpServletRequest request, @PathVariable String uuid) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore().cachePrivate())
                .body(MeetingJson.write(find(request, uuid)));
    }

    @GetMapping("/package.zip")
    ResponseEntity<byte[]> dataPackage(HttpServletRequest request, @PathVariable String uuid) throws IOException {
        var kept = find(request, uuid);
        var bytes = new ByteArrayOutputStream();
        MeetingPackage.write(List.of(kept), bytes);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore().cachePrivate())
                .contentType(MediaType.valueOf("application/zip"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("meeting-" + kept.sent().meeting().code() + ".zip")
                                .build()
                                .toString())
                .body(bytes.toByteArray());
    }

    private KeptMeeting find(HttpServletRequest request, String uuid) {
        var tray = tray(request);
        return Tray.identity(uuid)
                .flatMap(tray::find)
                .orElseThrow(() -> new NotFound(ProblemRule.NO_SUCH_PAGE, Links.self(request), List.of()));
    }

    /** Before figures that are not published nothing is recorded. */
    private Tray tray(HttpServletRequest request) {
        if (SnapshotPinning.isPreview(request)) {
            throw new NotFound(ProblemRule.NO_SUCH_PAGE, Links.self(request), List.of());
        }
        return tray.stream().findFirst().orElseThrow(() -> new Refused(ProblemRule.UNAVAILABLE));
    }
}
