package org.socialobservatory.ingest.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.socialobservatory.ontology.edition.Edition;

/** A process is killed while it publishes, again and again; what it had been promised is there, and nothing half. */
class KillTest {

    private static final int KILLS = 10;
    /** The longest life after the first promise, in milliseconds; a turn takes about 100. */
    private static final int LONGEST_LIFE = 600;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path home;

    private final Map<Integer, String> published = new HashMap<>();
    private final Set<Integer> withdrawn = new HashSet<>();

    @Test
    void everyPromiseIsKeptWhateverKillsTheProcess() throws Exception {
        long seed = Long.getLong("observatory.kill-seed", System.nanoTime());
        var random = new Random(seed);
        for (int kill = 1; kill <= KILLS; kill++) {
            killAfter(random.nextInt(LONGEST_LIFE));
            assertPromisesKept("kill " + kill + " with -Dobservatory.kill-seed=" + seed);
        }
    }

    private void killAfter(int milliseconds) throws Exception {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        PublishingLoop.class.getName(),
                        home.resolve("data").toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var output = process.inputReader(StandardCharsets.UTF_8)) {
            hear(output.readLine());
            // The kill comes at a random moment: a process that has not ended by then is killed.
            assertThat(process.waitFor(milliseconds, TimeUnit.MILLISECONDS)).isFalse();
            process.toHandle().destroyForcibly();
            hearTheRest(output);
        }
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }

    private void hearTheRest(BufferedReader output) throws IOException {
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            hear(line);
        }
    }

    private void hear(String promise) {
        var words = promise.split(" ", -1);
        if (words.length < 3) {
            return; // the last line, cut off
        }
        if (words[0].equals("published") && words[2].length() == 64) {
            published.put(Integer.parseInt(words[1]), words[2]);
        } else if (words[0].equals("withdrawn")) {
            withdrawn.add(Integer.parseInt(words[1]));
        }
    }

    private void assertPromisesKept(String when) {
        var settings = new Settings(home.resolve("data"), Settings.DEFAULT_BASE_IRI, Optional.empty());
        try (var installation = Installation.open(settings)) {
            var editions = installation.warehouse().editions();
            var hashes = new HashMap<Integer, String>();
            editions.forEach(edition -> hashes.put(edition.number(), edition.contentHash()));

            assertThat(hashes).as(when).containsAllEntriesOf(published);
            assertThat(editions).as(when).extracting(Edition::number).doesNotHaveDuplicates();
            assertThat(editions)
                    .as(when)
                    .filteredOn(edition -> withdrawn.contains(edition.number()))
                    .allMatch(Edition::isWithdrawn);
            assertThat(new Verification(installation, Readers.NONE).run(_ -> {}))
                    .as(when)
                    .isEmpty();
        }
    }
}
