package org.socialobservatory.api.attack;

import java.io.IOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.socialobservatory.api.snapshot.Snapshots;
import org.socialobservatory.ingest.publish.Installation;
import org.socialobservatory.ingest.publish.Previews;
import org.socialobservatory.ingest.publish.Settings;
import org.socialobservatory.ingest.warehouse.Warehouse;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.util.FileSystemUtils;

/** Starts the program on a free port with a folder of data as a town has it, into which an {@link Agent} publishes. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(Served.Installed.class)
public @interface Served {

    /** A folder that goes when the program does. */
    record Home(Path folder) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    /** The store of such a test. */
    @TestConfiguration
    class Installed {
        @Bean
        Home home() throws IOException {
            return new Home(Files.createTempDirectory("served"));
        }

        @Bean
        Installation installation(Home home) {
            return Installation.open(
                    new Settings(home.folder().resolve("data"), Settings.DEFAULT_BASE_IRI, Optional.empty()));
        }

        @Bean(destroyMethod = "")
        Warehouse warehouse(Installation installation) {
            return installation.warehouse();
        }

        @Bean
        Previews previews(Installation installation) {
            return new Previews(installation.folder());
        }

        @Bean
        Agent agent(Installation installation, Snapshots snapshots) {
            return new Agent(installation, snapshots);
        }
    }
}
