package org.socialobservatory.api.browser;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.springframework.util.FileSystemUtils;

/**
 * A running Chromium without a window. It is led through a pipe and opens no port; it ends with this program, however that
 * ends, because its pipe does.
 */
public final class Browser implements AutoCloseable {

    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

    /** The browser reads orders from its descriptor 3 and answers on 4; a Java process has 0 and 1 to give. */
    private static final List<String> THROUGH_A_PIPE =
            List.of("sh", "-c", "exec \"$0\" \"$@\" 3<&0 4>&1 </dev/null >/dev/null 2>&1");

    private static final List<String> OPTIONS = List.of(
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--disable-dev-shm-usage",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--disable-extensions",
            "--window-size=1280,900",
            "--remote-debugging-pipe");

    private static final int SECONDS_TO_END = 10;

    private final Process process;
    private final Path folder;
    private final Pipe pipe;

    private Browser(Process process, Path folder) {
        this.process = process;
        this.folder = folder;
        this.pipe = new Pipe(process);
    }

    /** The program of a browser on the path; empty where there is none. */
    public static Optional<Path> program() {
        var path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return NAMES.stream()
                .flatMap(name ->
                        Arrays.stream(path.split(File.pathSeparator, -1)).map(place -> Path.of(place, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /**
     * Starts a browser; it remembers nothing of those before it.
     *
     * @throws IOException where the program cannot be started
     */
    public static Browser start(Path program) throws IOException {
        var folder = Files.createTempDirectory("observatory-browser-");
        var command = new ArrayList<>(THROUGH_A_PIPE);
        command.add(program.toString());
        command.addAll(OPTIONS);
        command.add("--user-data-dir=" + folder);
        try {
            return new Browser(new ProcessBuilder(command).start(), folder);
        } catch (IOException failed) {
            FileSystemUtils.deleteRecursively(folder);
            throw failed;
        }
    }

    /** An empty page that shares nothing with other pages of this browser. */
    public Page page() throws IOException, InterruptedException {
        var context = pipe.ask("Target.createBrowserContext", Map.of("disposeOnDetach", true))
                .get("browserContextId")
                .asString();
        var target = pipe.ask("Target.createTarget", Map.of("url", "about:blank", "browserContextId", context))
                .get("targetId")
                .asString();
        var session = pipe.ask("Target.attachToTarget", Map.of("targetId", target, "flatten", true))
                .get("sessionId")
                .asString();
        return new Page(pipe, context, session);
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public void close() throws IOException {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        try {
            if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException stopped) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        FileSystemUtils.deleteRecursively(folder);
    }
}
