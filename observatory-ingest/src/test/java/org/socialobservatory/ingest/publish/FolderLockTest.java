package org.socialobservatory.ingest.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderLockTest {

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration SHORT = Duration.ofMillis(50);

    @TempDir
    private Path folder;

    /** Another process that has the folder when this returns. */
    private Process holder() throws IOException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        FolderHolder.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(process.inputReader(StandardCharsets.UTF_8).readLine()).isEqualTo("held");
        return process;
    }

    /** Waits for the folder in a thread of its own, and counts down once it looks whether there is hope. */
    private CompletableFuture<Void> waiting(CountDownLatch looked) {
        BooleanSupplier hopeless = () -> {
            looked.countDown();
            return false;
        };
        return CompletableFuture.runAsync(
                () -> FolderLock.take(folder, LONG, hopeless).close(),
                task -> Thread.ofPlatform().daemon().start(task));
    }

    @Test
    void comesWhenTheOtherProcessIsDone() throws Exception {
        var holder = holder();
        var looked = new CountDownLatch(1);
        var waiting = waiting(looked);
        assertThat(looked.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(waiting).isNotDone();
        holder.getOutputStream().close();
        waiting.get(20, TimeUnit.SECONDS);
        assertThat(holder.waitFor(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void comesWhenTheOtherProcessIsKilled() throws Exception {
        var holder = holder();
        var looked = new CountDownLatch(1);
        var waiting = waiting(looked);
        assertThat(looked.await(20, TimeUnit.SECONDS)).isTrue();
        holder.destroyForcibly();
        waiting.get(20, TimeUnit.SECONDS);
    }

    @Test
    void comesWhenAnotherThreadIsDone() throws Exception {
        var looked = new CountDownLatch(1);
        CompletableFuture<Void> waiting;
        try (var _ = FolderLock.take(folder, LONG, () -> true)) {
            waiting = waiting(looked);
            assertThat(looked.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(waiting).isNotDone();
        }
        waiting.get(20, TimeUnit.SECONDS);
    }

    @Test
    void namesTheProcessThatKeepsTheFolderTooLong() throws Exception {
        var holder = holder();
        assertThatThrownBy(() -> FolderLock.take(folder, SHORT, () -> false))
                .isInstanceOfSatisfying(
                        BusyFolderException.class,
                        busy -> assertThat(busy.pid()).isEqualTo(holder.pid()));
        assertThatThrownBy(() -> FolderLock.take(folder, LONG, () -> true)).isInstanceOf(BusyFolderException.class);
        holder.getOutputStream().close();
        assertThat(holder.waitFor(20, TimeUnit.SECONDS)).isTrue();
        FolderLock.take(folder, SHORT, () -> true).close();
    }
}
