package org.socialobservatory.api.admin;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ingest.publish.Installation;
import org.socialobservatory.ingest.publish.RunningServer;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the commands on the folder of this server how to reach it, from its start to its end. */
@Component
final class Announcement implements DisposableBean {

    private final ObjectProvider<Installation> installation;
    private volatile @Nullable RunningServer announced;

    Announcement(ObjectProvider<Installation> installation) {
        this.installation = installation;
    }

    @EventListener
    void announce(WebServerInitializedEvent event) {
        installation.ifAvailable(lent -> {
            var server = RunningServer.here(event.getWebServer().getPort());
            server.announce(lent.folder().root());
            announced = server;
        });
    }

    /** This server, where it serves an installation. */
    Optional<RunningServer> server() {
        return Optional.ofNullable(announced);
    }

    @Override
    public void destroy() {
        var server = announced;
        if (server != null) {
            installation.ifAvailable(lent -> server.withdraw(lent.folder().root()));
        }
    }
}
