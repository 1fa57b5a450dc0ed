package org.socialobservatory.api.print;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.socialobservatory.api.print.Printing.Press;
import org.socialobservatory.api.problem.ApiProblem.Refused;
import org.socialobservatory.api.problem.ProblemRule;
import org.springframework.util.FileSystemUtils;

/**
 * A Chromium without a window, called as a process for each page that it prints: tagged PDF, with the page's title and
 * language.
 */
record PrintingBrowser(Path program, Semaphore free) implements Press {

    private static final Logger LOG = LoggerFactory.getLogger(PrintingBrowser.class);

    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
    /** Each takes a core and some 200 MB while it prints. */
    private static final int AT_ONCE = 2;

    private static final int SECONDS = 30;

    /**
     * The browser of this machine.
     *
     * @param named its program; blank where it is looked for, {@code none} where it is not
     */
    static Optional<PrintingBrowser> find(String named) {
        var program = switch (named) {
            case "none" -> Optional.<Path>empty();
            case String blank when blank.isBlank() -> search(System.getenv("PATH"));
            default -> Optional.of(Path.of(named));
        };
        program.filter(path -> !Files.isExecutable(path))
                .ifPresent(path -> LOG.warn("observatory.browser is no program: {}", path));
        return program.filter(Files::isExecutable).map(path -> new PrintingBrowser(path, new Semaphore(AT_ONCE, true)));
    }

    private static Optional<Path> search(String path) {
        return NAMES.stream()
                .flatMap(name ->
                        List.of(path.split(java.io.File.pathSeparator)).stream().map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Refuses with 503 where the browser does not answer in time. */
    @Override
    public byte[] print(URI page) {
        try {
            if (!free.tryAcquire(SECONDS, TimeUnit.SECONDS)) {
                throw new Refused(ProblemRule.UNAVAILABLE);
            }
            try {
                return print(program, page);
            } finally {
                free.release();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Refused(ProblemRule.UNAVAILABLE);
        } catch (IOException unwritable) {
            LOG.error("The browser could not print {}", page, unwritable);
            throw new Refused(ProblemRule.UNAVAILABLE);
        }
    }

    private static byte[] print(Path browser, URI page) throws IOException, InterruptedException {
        var folder = Files.createTempDirectory("observatory-print-");
        try {
            var paper = folder.resolve("page.pdf");
            var command = new ArrayList<>(List.of(browser.toString()));
            command.addAll(List.of(
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
                    "--user-data-dir=" + folder.resolve("profile"),
                    "--no-pdf-header-footer",
                    "--generate-pdf-document-outline",
                    "--print-to-pdf=" + paper,
                    page.toString()));
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("said.txt").toFile())
                    .start();
            process.getOutputStream().close();
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly().waitFor();
                LOG.warn("The browser did not print {} within {} s", page, SECONDS);
                throw new Refused(ProblemRule.UNAVAILABLE);
            }
            if (!Files.exists(paper)) {
                LOG.warn("The browser printed nothing of {}: {}", page, Files.readString(folder.resolve("said.txt")));
                throw new Refused(ProblemRule.UNAVAILABLE);
            }
            return Files.readAllBytes(paper);
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }
}
