package org.socialobservatory.api;

import org.apache.jena.sys.JenaSystem;
import org.socialobservatory.api.snapshot.Snapshots;
import org.socialobservatory.ingest.warehouse.Warehouse;
import org.socialobservatory.ontology.Iris;
import org.socialobservatory.ontology.Vocabulary;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

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
    Snapshots snapshots(Warehouse warehouse, Iris iris, Vocabulary vocabulary) {
        var snapshots = new Snapshots(warehouse, iris, vocabulary);
        snapshots.start();
        return snapshots;
    }
}
