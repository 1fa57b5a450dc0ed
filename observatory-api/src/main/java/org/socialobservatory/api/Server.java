package org.socialobservatory.api;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.meeting.Tray;
import org.socialobservatory.ingest.cli.ObservatoryCommand;
import org.socialobservatory.ingest.publish.Installation;
import org.socialobservatory.ingest.publish.Previews;
import org.socialobservatory.ingest.warehouse.Warehouse;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.support.GenericApplicationContext;

/** The doors, opened by a command on an installation. */
final class Server {

    private Server() {}

    /**
     * Opens the doors.
     *
     * @param port null for the one of the settings, 0 for any that is free
     * @param ended is told when the doors are closed again
     */
    static ConfigurableApplicationContext start(
            ObservatoryCommand program, Installation installation, @Nullable Integer port, Runnable ended) {
        var application = new SpringApplication(Observatory.class);
        application.addInitializers(
                (ApplicationContextInitializer<GenericApplicationContext>) context -> lend(installation, context));
        application.addListeners(event -> {
            if (event instanceof ContextClosedEvent) {
                ended.run();
            }
        });
        return application.run(arguments(program, port));
    }

    /** The installation is closed after all that use it. */
    private static void lend(Installation installation, GenericApplicationContext context) {
        context.registerBean("installation", Installation.class, () -> installation);
        context.registerBean(
                "tray", Tray.class, () -> new Tray(installation.folder().root().resolve(Tray.FOLDER)));
        context.registerBean("previews", Previews.class, () -> new Previews(installation.folder()));
        context.registerBean(
                "warehouse",
                Warehouse.class,
                () -> context.getBean(Installation.class).warehouse(),
                definition -> ((AbstractBeanDefinition) definition).setDestroyMethodName(""));
    }

    private static String[] arguments(ObservatoryCommand program, @Nullable Integer port) {
        var settings = program.settings();
        Map<String, Object> properties =
                new LinkedHashMap<>(CommandEnvironment.properties(Optional.of(settings.data()), program.config()));
        properties.putAll(CommandEnvironment.logging(settings));
        properties.put("observatory.readiness", "declared");
        properties.put("spring.main.banner-mode", "off");
        if (port != null) {
            properties.put("server.port", port);
        }
        return properties.entrySet().stream()
                .map(property -> "--" + property.getKey() + "=" + property.getValue())
                .toArray(String[]::new);
    }
}
