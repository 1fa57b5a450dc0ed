package org.socialobservatory.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.socialobservatory.ingest.publish.Settings;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.logging.LogFile;
import org.springframework.boot.logging.LoggingInitializationContext;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.logging.LoggingSystemProperties;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * The settings of a command without a server: the same properties, files and environment variables that the server
 * reads, so that both speak of one installation.
 */
final class CommandEnvironment {

    private static final String BUILD = "/META-INF/build-info.properties";

    private CommandEnvironment() {}

    /** Reads the settings, and sends what is logged to the installation's log. */
    static Settings open(Optional<Path> data, Optional<Path> config) {
        var environment = read(properties(data, config));
        var settings = settings(environment);
        environment.getPropertySources().addFirst(new MapPropertySource("log", logging(settings)));
        log(environment);
        return settings;
    }

    /** What the options of a command say, as properties. */
    static Map<String, Object> properties(Optional<Path> data, Optional<Path> config) {
        var properties = new LinkedHashMap<String, Object>();
        data.ifPresent(folder -> properties.put("observatory.data", folder.toString()));
        config.ifPresent(file ->
                properties.put("spring.config.additional-location", file.toUri().toString()));
        return properties;
    }

    /** Where the program logs: to the installation, never among the lines of a command. */
    static Map<String, Object> logging(Settings settings) {
        return Map.of(
                "logging.file.name",
                settings.data().resolve("log").resolve("observatory.log").toString(),
                "logging.threshold.console",
                "OFF");
    }

    private static ConfigurableEnvironment read(Map<String, Object> first) {
        var environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("command", first));
        ConfigDataEnvironmentPostProcessor.applyTo(environment);
        return environment;
    }

    /** The settings that an environment holds. */
    static Settings settings(Environment environment) {
        var binder = Binder.get(environment);
        var data = binder.bind("observatory.data", String.class).orElse("data");
        var base = binder.bind("observatory.base-iri", String.class).orElse(Settings.DEFAULT_BASE_IRI);
        var warehouse = binder.bind("observatory.warehouse", Bindable.mapOf(String.class, String.class))
                .orElse(Map.of());
        return new Settings(
                Path.of(data),
                base,
                Optional.ofNullable(warehouse.get("url"))
                        .filter(url -> !url.isBlank())
                        .map(url -> new Settings.Database(
                                url, warehouse.getOrDefault("username", ""), warehouse.getOrDefault("password", ""))),
                binder.bind("observatory.preview-lifetime", Duration.class).orElse(Settings.PREVIEW_LIFETIME));
    }

    private static void log(ConfigurableEnvironment environment) {
        var system = LoggingSystem.get(CommandEnvironment.class.getClassLoader());
        var file = LogFile.get(environment);
        system.beforeInitialize();
        if (file != null) {
            file.applyToSystemProperties();
        }
        new LoggingSystemProperties(environment).apply(file);
        system.initialize(new LoggingInitializationContext(environment), null, file);
    }

    /** The name and version of the program. */
    static String version() {
        var build = new Properties();
        try (var file = CommandEnvironment.class.getResourceAsStream(BUILD)) {
            if (file != null) {
                build.load(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "observatory " + build.getProperty("build.version", "development");
    }
}
