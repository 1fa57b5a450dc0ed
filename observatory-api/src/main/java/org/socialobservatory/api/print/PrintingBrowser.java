package org.socialobservatory.api.print;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.socialobservatory.api.browser.Browser;
import org.socialobservatory.api.print.Printing.Press;
import org.socialobservatory.api.problem.ApiProblem.Refused;
import org.socialobservatory.api.problem.ProblemRule;

/**
 * A Chromium that prints pages. It is started for the first of them, since starting takes as long as printing three, and
 * ended when nothing was printed for a while, since it holds some 200 MB.
 */
final class PrintingBrowser implements Press {

    private static final Logger LOG = LoggerFactory.getLogger(PrintingBrowser.class);

    /** Each page takes a core while it is printed. */
    private static final int AT_ONCE = 2;

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration IDLE = Duration.ofMinutes(5);

    private final Path program;
    private final Semaphore free = new Semaphore(AT_ONCE, true);
    private @Nullable Browser running;
    private int printing;
    private long printed;

    private PrintingBrowser(Path program) {
        this.program = program;
    }

    /**
     * The browser of this machine.
     *
     * @param named its program; blank where it is looked for, {@code none} where it is not
     */
    static Optional<PrintingBrowser> find(String named) {
        var program = switch (named) {
            case "none" -> Optional.<Path>empty();
            case String blank when blank.isBlank() -> Browser.program();
            default -> Optional.of(Path.of(named));
        };
        program.filter(path -> !Files.isExecutable(path))
                .ifPresent(path -> LOG.warn("observatory.browser is no program: {}", path));
        return program.filter(Files::isExecutable).map(PrintingBrowser::new);
    }

    /** Refuses with 503 where the page is not there or the browser does not answer in time. */
    @Override
    public byte[] print(URI page) {
        try {
            if (!free.tryAcquire(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new Refused(ProblemRule.UNAVAILABLE);
            }
            try {
                return printed(page);
            } finally {
                free.release();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Refused(ProblemRule.UNAVAILABLE);
        } catch (IOException failed) {
            LOG.error("The browser could not print {}", page, failed);
            throw new Refused(ProblemRule.UNAVAILABLE);
        }
    }

    private byte[] printed(URI address) throws IOException, InterruptedException {
        var browser = begin();
        try (var page = browser.page()) {
            int status = page.open(address);
            if (status != 200) {
                LOG.warn("{} answered {} when it was to be printed", address, status);
                throw new Refused(ProblemRule.UNAVAILABLE);
            }
            return page.print();
        } catch (IOException failed) {
            // What did not answer once may not answer again: the next page gets a fresh one.
            browser.close();
            throw failed;
        } finally {
            end();
        }
    }

    private synchronized Browser begin() throws IOException {
        if (running == null || !running.isAlive()) {
            close();
            running = Browser.start(program);
        }
        printing++;
        return running;
    }

    private synchronized void end() {
        printing--;
        long number = ++printed;
        CompletableFuture.delayedExecutor(IDLE.toSeconds(), TimeUnit.SECONDS).execute(() -> rest(number));
    }

    private synchronized void rest(long last) {
        if (printing == 0 && printed == last) {
            close();
        }
    }

    @Override
    public synchronized void close() {
        if (running != null) {
            try {
                running.close();
            } catch (IOException left) {
                LOG.warn("The browser left files behind", left);
            }
            running = null;
        }
    }
}
