package org.socialobservatory.face;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.socialobservatory.program.BuiltProgram;
import org.socialobservatory.program.BuiltServer;

/** A server of the built program with its demonstration, and a browser that reaches nothing but this machine. */
final class Stage implements AutoCloseable {

    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost");

    /** What the browser is called on Linux, and where macOS keeps it. */
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");

    private static final Pattern PREVIEW = Pattern.compile("/preview/[0-9a-f]+");

    private static final Path OF_MACOS = Path.of("/Applications/Chromium.app/Contents/MacOS/Chromium");

    private final BuiltProgram program;
    private final BuiltServer server;
    private final Playwright playwright;
    private final Browser browser;

    private Stage(BuiltProgram program, BuiltServer server, Playwright playwright, Browser browser) {
        this.program = program;
        this.server = server;
        this.playwright = playwright;
        this.browser = browser;
    }

    static Stage open(Path folder) throws IOException, InterruptedException {
        var chromium = chromium();
        var program = new BuiltProgram(folder.resolve("data"));
        var server = program.serve("--demo");
        try {
            var playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            var browser = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(chromium)
                            .setHeadless(true)
                            .setArgs(FLAGS));
            return new Stage(program, server, playwright, browser);
        } catch (RuntimeException unusable) {
            server.close();
            throw unusable;
        }
    }

    private static Path chromium() {
        var onPath = Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)));
        var named = Stream.ofNullable(System.getenv("CHROMIUM")).map(Path::of);
        return Stream.of(named, onPath, Stream.of(OF_MACOS))
                .flatMap(places -> places)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "These tests need Chromium: ./observatory test installs it, or CHROMIUM says where it is"));
    }

    /** A reader whose browser prefers a language. */
    Reader reader(String language) {
        return reader(language, new Browser.NewContextOptions());
    }

    /** A reader of French whose browser runs no script. */
    Reader readerWithoutScript() {
        return reader("fr", new Browser.NewContextOptions().setJavaScriptEnabled(false));
    }

    private Reader reader(String language, Browser.NewContextOptions options) {
        return new Reader(
                browser.newContext(options.setBaseURL("http://" + server.authority())
                        .setLocale(language)
                        .setViewportSize(Screen.LAPTOP.width(), Screen.LAPTOP.height())),
                server.authority());
    }

    /** Runs a command beside the server. */
    BuiltProgram.Run run(String... arguments) throws IOException, InterruptedException {
        return program.run(arguments);
    }

    /** Has the server show a package that is not published; gives the path below which it is seen. */
    String preview(Path folder) throws IOException, InterruptedException {
        var run = program.run("publish", folder.toString(), "--preview");
        var path = PREVIEW.matcher(run.printed());
        if (!path.find()) {
            throw new IllegalStateException(run.printed());
        }
        return path.group();
    }

    BuiltServer server() {
        return server;
    }

    BuiltProgram program() {
        return program;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
        server.close();
    }
}
