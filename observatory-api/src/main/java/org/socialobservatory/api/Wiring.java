package org.socialobservatory.api;

import java.util.List;
import org.apache.jena.sys.JenaSystem;
import org.socialobservatory.api.ogc.TilePyramid;
import org.socialobservatory.api.snapshot.PreferredDataset;
import org.socialobservatory.api.snapshot.Snapshots;
import org.socialobservatory.api.snapshot.rdf.RdfView;
import org.socialobservatory.ingest.warehouse.Warehouse;
import org.socialobservatory.ontology.Iris;
import org.socialobservatory.ontology.Vocabulary;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Puts together what every door needs. */
@Configuration
class Wiring {

    @Bean
    Iris iris(@Value("${observatory.base-iri:http://localhost:8080}") String base) {
        return new Iris(base);
    }

    @Bean
    Vocabulary vocabulary() {
        JenaSystem.init();
        return Vocabulary.load();
    }

    @Bean
    Snapshots snapshots(Warehouse warehouse, Iris iris, Vocabulary vocabulary, Environment settings) {
        var preferred = Binder.get(settings)
                .bind("observatory.preferred-datasets", Bindable.listOf(PreferredDataset.class))
                .orElse(List.of());
        var snapshots = new Snapshots(warehouse, iris, vocabulary, preferred, snapshot -> {
            RdfView.of(snapshot);
            Thread.ofPlatform().daemon().name("tiles").start(() -> TilePyramid.prepare(snapshot));
        });
        snapshots.start();
        return snapshots;
    }

    /** Makes the view and the tiles of the first snapshot while the first readers look at pages; who asks before waits for it. */
    @Bean
    ApplicationListener<ApplicationReadyEvent> view(Snapshots snapshots) {
        return _ -> Thread.ofPlatform().daemon().name("first-view").start(() -> {
            RdfView.of(snapshots.current());
            TilePyramid.prepare(snapshots.current());
        });
    }
}
