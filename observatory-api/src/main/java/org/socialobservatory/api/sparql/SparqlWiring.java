package org.socialobservatory.api.sparql;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.socialobservatory.api.sparql.limits.MemoryPool;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the endpoint together. */
@Configuration
@EnableConfigurationProperties(SparqlSettings.class)
class SparqlWiring {

    @Bean
    MemoryPool memoryOfQueries(SparqlSettings settings, MeterRegistry meters) {
        var pool = MemoryPool.of(settings.memoryBytes());
        Gauge.builder("observatory.sparql.held", pool, MemoryPool::taken)
                .baseUnit("bytes")
                .description("Memory that running queries hold, as counted")
                .register(meters);
        return pool;
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> brokenTransfers() {
        return factory -> factory.addContextValves(new BrokenTransfer());
    }
}
