package org.socialobservatory.api;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ingest.cli.Exit;
import org.socialobservatory.ingest.cli.ObservatoryCommand;
import org.socialobservatory.ingest.publish.Installation;
import org.socialobservatory.ingest.publish.RunningServer;
import org.springframework.web.util.UriUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Prints the sheets of a town and of all areas in it, into one zip. Beside a running server that one prints; else doors
 * are opened for as long as it takes.
 */
@Command(name = "sheets")
final class SheetsCommand implements Callable<Integer> {

    private static final int BAD_REQUEST = 400;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @ParentCommand
    private @Nullable ObservatoryCommand program;

    @Parameters(index = "0", paramLabel = "TOWN", descriptionKey = "option.town")
    private String town = "";

    @Option(names = "--paper", paramLabel = "a4|a3", descriptionKey = "option.paper")
    private String paper = "a4";

    @Option(names = "--languages", paramLabel = "fr|ar|en|fr-ar", descriptionKey = "option.languages")
    private String languages = "fr-ar";

    @Option(names = "--out", paramLabel = "FILE", descriptionKey = "option.out")
    private @Nullable Path out;

    private ObservatoryCommand program() {
        return Objects.requireNonNull(program);
    }

    /** Enough that none of the presses waits; those that wait for one too long are refused. */
    private static final int AT_ONCE = 4;

    @Override
    public Integer call() throws IOException, InterruptedException {
        var settings = program().settings();
        var beside = RunningServer.on(settings.data()).filter(RunningServer::answers);
        if (beside.isPresent()) {
            return print(beside.get().port());
        }
        try (var installation = Installation.open(settings);
                var doors = Server.start(program(), installation, 0, () -> {})) {
            return print(Integer.parseInt(
                    Objects.requireNonNull(doors.getEnvironment().getProperty("local.server.port"))));
        }
    }

    private int print(int port) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var areas = areas(client, port);
            if (areas.isEmpty()) {
                program().console().complain(program().words().say("sheets.unknown", town));
                return Exit.REFUSED;
            }
            var file = program().resolve(out == null ? Path.of("sheets-" + town + ".zip") : out);
            var unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
            try {
                var refused = print(client, port, areas, unfinished);
                if (refused.isPresent()) {
                    program().console().complain(reason(refused.get()));
                    return refused.get().statusCode() == BAD_REQUEST ? Exit.MISUSE : Exit.FAILURE;
                }
                Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(unfinished);
            }
            program().console().say(program().words().say("sheets.done", areas.size(), file));
            return Exit.DONE;
        }
    }

    /** Prints all, or gives the answer about the one that could not be. */
    private Optional<HttpResponse<byte[]>> print(HttpClient client, int port, List<String> areas, Path file)
            throws IOException, InterruptedException {
        var asked = new ArrayDeque<CompletableFuture<HttpResponse<byte[]>>>();
        int next = 0;
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (int i = 0; i < areas.size(); i++) {
                while (next < areas.size() && asked.size() < AT_ONCE) {
                    asked.add(client.sendAsync(
                            request(
                                    port,
                                    areas.get(next++),
                                    "/sheet.pdf?paper=" + encoded(paper) + "&lang=" + encoded(languages)),
                            BodyHandlers.ofByteArray()));
                }
                var answer = asked.remove().join();
                if (answer.statusCode() != 200) {
                    return Optional.of(answer);
                }
                zip.putNextEntry(new ZipEntry(areas.get(i) + ".pdf"));
                zip.write(answer.body());
                zip.closeEntry();
                program().console().say((i + 1) + "/" + areas.size() + " " + areas.get(i));
            }
        }
        return Optional.empty();
    }

    private static String reason(HttpResponse<byte[]> answer) {
        var problem = JSON.readTree(answer.body());
        return problem.path("title").asString("") + ": "
                + problem.path("detail").asString("");
    }

    /** The town and what lies in it, from above; nothing where there is no such area. */
    private List<String> areas(HttpClient client, int port) throws IOException, InterruptedException {
        var found = new ArrayList<String>();
        var open = new ArrayList<>(List.of(town));
        while (!open.isEmpty()) {
            var area = open.removeFirst();
            var answer = client.send(request(port, area, "?f=json"), BodyHandlers.ofByteArray());
            if (answer.statusCode() == 200) {
                found.add(area);
                inside(JSON.readTree(answer.body())).forEach(open::add);
            }
        }
        return found;
    }

    private static List<String> inside(JsonNode area) {
        var codes = new ArrayList<String>();
        area.path("inside").forEach(one -> codes.add(one.path("code").asString()));
        return codes;
    }

    /** What a command says, as it may stand in an address. */
    private static String encoded(String said) {
        return UriUtils.encode(said, StandardCharsets.UTF_8);
    }

    private HttpRequest request(int port, String area, String rest) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/areas/" + encoded(area) + rest))
                .header("Accept", "application/json, application/pdf")
                .header("Accept-Language", program().words().language().tag())
                .build();
    }
}
