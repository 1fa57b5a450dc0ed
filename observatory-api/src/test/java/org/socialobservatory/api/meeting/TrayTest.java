package org.socialobservatory.api.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.socialobservatory.api.Doors;
import org.socialobservatory.api.problem.ApiProblem;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.json.JsonMapper;

@Doors
@Import(TrayTest.OnAFolder.class)
@ExtendWith(OutputCaptureExtension.class)
class TrayTest {

    private static final String PATH = "essai/analphabetisme/q1/2024/_T";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    static Path folder;

    @LocalServerPort
    private int port;

    private final HttpClient client = HttpClient.newHttpClient();
    private String id = "";

    @TestConfiguration
    static class OnAFolder {
        @Bean
        Tray tray() {
            return new Tray(folder.resolve("meetings"));
        }
    }

    @BeforeEach
    void draw() {
        id = UUID.randomUUID().toString();
    }

    private static String meeting(int revision, String note) {
        return """
                {"revision": %d, "ended": true, "area": "q1", "date": "2026-11-20", "language": "fr", "place": "École <b>Al Amal</b>",
                 "attendance": [{"sex": "F", "age": "Y25T59", "persons": 12}],
                 "figures": [{"path": "%s", "edition": 1, "verdict": "contested", "note": "%s"}],
                 "priorities": [{"text": "=1+1 éclairage, puis \\"eau\\"", "votes": 9}],
                 "decisions": [{"code": "d1", "text": "Écrire au préfet", "votes": 7, "responsible": "Fatima", "due": "2027-01-31", "cites": ["%s"]}]}
                """.formatted(revision, PATH, note, PATH);
    }

    private HttpResponse<String> put(String body, String... headers) {
        return putAs(id, body, headers);
    }

    private HttpResponse<String> putAs(String uuid, String body, String... headers) {
        var request = HttpRequest.newBuilder(address(uuid))
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException unheard) {
            throw new IllegalStateException(unheard);
        }
    }

    private URI address(String rest) {
        return URI.create("http://127.0.0.1:" + port + "/api/meetings/" + rest);
    }

    private HttpResponse<String> get(String rest) {
        return send(HttpRequest.newBuilder(address(rest)));
    }

    @Test
    void keepsAMeetingOnceHoweverOftenItIsSent() throws IOException {
        assertThat(put(meeting(1, "non")).statusCode()).isEqualTo(201);
        assertThat(put(meeting(1, "non")).statusCode()).isEqualTo(200);
        var kept = JSON.readTree(put(meeting(1, "non")).body());
        assertThat(kept.get("current").asBoolean()).isTrue();
        try (var files = Files.list(folder.resolve("meetings"))) {
            assertThat(files.filter(file -> file.getFileName().toString().startsWith(id)))
                    .hasSize(1);
        }
        assertThat(JSON.readTree(get(id).body()).at("/figures/0/note").asString())
                .isEqualTo("non");
    }

    @Test
    void anOlderRevisionChangesNothingAndIsToldSo() {
        put(meeting(5, "cinq"));
        var older = JSON.readTree(put(meeting(4, "quatre")).body());
        assertThat(older.get("current").asBoolean()).isFalse();
        assertThat(older.get("revision").asInt()).isEqualTo(5);
        assertThat(JSON.readTree(put(meeting(6, "six")).body())
                        .at("/figures/0/note")
                        .asString())
                .isEqualTo("six");
    }

    @Test
    void isForTheOwnerOfTheFolderOnly() throws IOException {
        put(meeting(1, "note"));
        var file = folder.resolve("meetings").resolve(id + ".json");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
                .isEqualTo("rwx------");
    }

    @Test
    void saysNothingToWhoDoesNotKnowTheIdentity() {
        assertThat(get(UUID.randomUUID().toString()).statusCode()).isEqualTo(404);
        assertThat(get(id + "/package.zip").statusCode()).isEqualTo(404);
        assertThat(get("%2e%2e%2fserver.json").statusCode()).isIn(400, 404);
    }

    @Test
    void noCacheKeepsItAndNoOtherSiteReadsIt() {
        put(meeting(1, "note"));
        var answer = get(id).headers();
        assertThat(answer.firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(answer.firstValue("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void takesNothingFromPagesOfOtherSites() {
        assertThat(put(meeting(1, "x"), "Origin", "https://elsewhere.example").statusCode())
                .isEqualTo(403);
        assertThat(put(meeting(1, "x"), "Origin", "null").statusCode()).isEqualTo(403);
        assertThat(put(meeting(1, "x"), "Sec-Fetch-Site", "cross-site").statusCode())
                .isEqualTo(403);
        assertThat(put(meeting(1, "x"), "Origin", "http://127.0.0.1:" + port).statusCode())
                .isEqualTo(201);
    }

    @Test
    void isWhereverTheReaderIsBelowAPreviewNot() {
        var preview = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/preview/" + "0".repeat(32) + "/api/meetings/" + id))
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(meeting(1, "x")));
        assertThat(send(preview).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{",
                "{\"revision\": 1}",
                "{\"revision\": 1, \"revision\": 2, \"area\": \"q1\", \"date\": \"2026-11-20\", \"language\": \"fr\"}",
                "{\"revision\": 0, \"area\": \"q1\", \"date\": \"2026-11-20\", \"language\": \"fr\"}",
                "{\"revision\": \"1\", \"area\": \"q1\", \"date\": \"2026-11-20\", \"language\": \"fr\"}",
                "{\"revision\": 1e9, \"area\": \"q1\", \"date\": \"2026-11-20\", \"language\": \"fr\"}",
                "{\"revision\": 99999999999999999999, \"area\": \"q1\", \"date\": \"2026-11-20\", \"language\": \"fr\"}",
                "{\"revision\": 1, \"area\": \"q99\", \"date\": \"2026-11-20\", \"language\": \"fr\"}",
                "{\"revision\": 1, \"area\": \"../q1\", \"date\": \"2026-11-20\", \"language\": \"fr\"}",
                "{\"revision\": 1, \"area\": \"q1\", \"date\": \"2026-02-30\", \"language\": \"fr\"}",
                "{\"revision\": 1, \"area\": \"q1\", \"date\": \"9999-01-01\", \"language\": \"fr\"}",
                "{\"revision\": 1, \"area\": \"q1\", \"date\": \"2026-11-20\", \"language\": \"de\"}",
                "{\"revision\": 1, \"area\": \"q1\", \"date\": \"2026-11-20\", \"language\": \"fr\", \"value\": 12.5}",
                "{\"revision\": 1, \"area\": \"q1\", \"date\": \"2026-11-20\", \"language\": \"fr\", \"place\": {}}",
                "{\"revision\": 1, \"area\": \"q1\", \"date\": \"2026-11-20\", \"language\": \"fr\", \"ended\": \"yes\"}",
                "{\"revision\": 1, \"area\": \"q1\", \"date\": \"2026-11-20\", \"language\": \"fr\", \"figures\": {}}",
                "{\"revision\": 1, \"area\": \"q1\", \"date\": \"2026-11-20\", \"language\": \"fr\", \"figures\": [{}]}",
                "{\"revision\": 1, \"area\": \"q1\", \"date\": \"2026-11-20\", \"language\": \"fr\","
                        + " \"figures\": [{\"path\": \"essai/menages/q2/2024/_T\", \"edition\": 1, \"verdict\": \"shown\"}]}",
                "{\"revision\": 1, \"area\": \"q1\", \"date\": \"2026-11-20\", \"language\": \"fr\","
                        + " \"figures\": [{\"path\": \"essai/menages/q1/2024/_T\", \"edition\": 1, \"verdict\": \"liked\"}]}",
                "{\"revision\": 1, \"area\": \"q1\", \"date\": \"2026-11-20\", \"language\": \"fr\","
                        + " \"figures\": [{\"path\": \"essai/menages/q1/2024/_T\", \"edition\": 1, \"verdict\": \"shown\", \"value\": 3}]}",
                "{\"revision\": 1, \"area\": \"q1\", \"date\": \"2026-11-20\", \"language\": \"fr\","
                        + " \"figures\": [{\"path\": \"essai/menages/q1/2024/_T\", \"edition\": 1, \"verdict\": \"shown\"},"
                        + " {\"path\": \"essai/menages/q1/2024/_T\", \"edition\": 2, \"verdict\": \"shown\"}]}",
                "{\"revision\": 1, \"area\": \"q1\", \"date\": \"2026-11-20\", \"language\": \"fr\", \"attendance\": [{\"sex\": \"F\", \"age\": \"_T\", \"persons\": -1}]}",
                "{\"revision\": 1, \"area\": \"q1\", \"date\": \"2026-11-20\", \"language\": \"fr\", \"priorities\": [{\"text\": \"  \", \"votes\": 1}]}",
                "{\"revision\": 1, \"area\": \"q1\", \"date\": \"2026-11-20\", \"language\": \"fr\", \"decisions\": [{\"code\": \"a b\", \"text\": \"x\"}]}",
                "{\"revision\": 1, \"area\": \"q1\", \"date\": \"2026-11-20\", \"language\": \"fr\", \"decisions\": [{\"code\": \"a\", \"text\": \"x\", \"cites\": [\"nothing\"]}]}"
            })
    void refusesWhatIsNoMeeting(String body, CapturedOutput log) {
        var answer = put(body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(get(id).statusCode()).isEqualTo(404);
        assertThat(log.getAll()).doesNotContain("Unexpected problem");
    }

    @Test
    void refusesDepthSizeAndOtherForms() {
        assertThat(put("[".repeat(100_000)).statusCode()).isEqualTo(400);
        assertThat(put(meeting(1, "x".repeat(300_000))).statusCode()).isEqualTo(413);
        assertThat(put(meeting(1, "x".repeat(2_001))).statusCode()).isEqualTo(400);
        var form = HttpRequest.newBuilder(address(id))
                .header("Content-Type", "text/plain")
                .PUT(HttpRequest.BodyPublishers.ofString(meeting(1, "x")));
        assertThat(send(form).statusCode()).isEqualTo(415);
        assertThat(putAs("not-a-uuid", meeting(1, "x")).statusCode()).isEqualTo(400);
        assertThat(putAs(id.toUpperCase(java.util.Locale.ROOT) + "%00", meeting(1, "x"))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void takesNoMoreThanSomebodyCanRead(@TempDir Path small) {
        var tray = new Tray(small, 1);
        tray.keep(kept(UUID.randomUUID()));
        assertThatThrownBy(() -> tray.keep(kept(UUID.randomUUID())))
                .isInstanceOf(ApiProblem.Refused.class)
                .hasMessage("tray-full");
    }

    private static KeptMeeting kept(UUID id) {
        return new KeptMeeting(
                id,
                Instant.parse("2026-11-20T20:00:00Z"),
                null,
                MeetingJson.read(meeting(1, "x").getBytes(StandardCharsets.UTF_8), id));
    }

    @Test
    void aLinkInTheFolderLeadsNowhere(@TempDir Path outside) throws IOException {
        var secret = Files.writeString(outside.resolve("secret.json"), "{}");
        var linked = UUID.randomUUID();
        Files.createDirectories(folder.resolve("meetings"));
        Files.createSymbolicLink(folder.resolve("meetings").resolve(linked + ".json"), secret);
        assertThat(get(linked.toString()).statusCode()).isEqualTo(404);
        assertThat(putAs(linked.toString(), meeting(1, "x")).statusCode()).isEqualTo(201);
        assertThat(secret).hasContent("{}");
        assertThat(folder.resolve("meetings").resolve(linked + ".json")).isRegularFile();
    }

    @Test
    void becomesADataPackage() throws IOException {
        put(meeting(1, "pas ici"));
        var answer = send(id + "/package.zip");
        var entries = new TreeMap<String, String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(answer))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        assertThat(entries)
                .containsOnlyKeys(
                        "datapackage.json",
                        "meeting.csv",
                        "attendance.csv",
                        "figures.csv",
                        "priorities.csv",
                        "decisions.csv");
        assertThat(entries.get("figures.csv")).contains(PATH + ",1,contested,pas ici,");
        assertThat(entries.get("priorities.csv")).contains("\"=1+1 éclairage, puis \"\"eau\"\"\",9");
        assertThat(entries.get("meeting.csv")).contains("Réunion de quartier : Quartier Un", "لقاء الحي: الحي الأول");
        assertThat(JSON.readTree(entries.get("datapackage.json")).get("town").asString())
                .isEqualTo("ville");
    }

    private byte[] send(String rest) {
        try {
            return client.send(HttpRequest.newBuilder(address(rest)).build(), HttpResponse.BodyHandlers.ofByteArray())
                    .body();
        } catch (IOException | InterruptedException unheard) {
            throw new IllegalStateException(unheard);
        }
    }

    @Test
    void theSameMeetingsAreTheSameBytes() throws IOException {
        var one = kept(new UUID(1, 1));
        var two = kept(new UUID(2, 2));
        var bytes = new ByteArrayOutputStream();
        MeetingPackage.write(List.of(one, two), bytes);
        var again = new ByteArrayOutputStream();
        MeetingPackage.write(List.of(two, one), again);
        assertThat(bytes.toByteArray()).isEqualTo(again.toByteArray());
    }
}
