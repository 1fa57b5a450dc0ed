package org.socialobservatory.api.sparql;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.convert.DurationUnit;

/**
 * What the endpoint permits; settings {@code observatory.sparql.…}.
 *
 * @param timeout the longest that a query may take, in seconds
 * @param rows the longest answer
 * @param queryBytes the longest query
 * @param slots queries that run at once; 0 for two for each processor
 * @param slotsOfClient queries of one client that run at once; 0 for half of all
 * @param waitingOfClient queries of one client that wait for a slot; one more is refused
 * @param resultBytes the longest answer, written out
 * @param memoryBytes what all queries may hold together; 0 for a third of the heap
 */
@ConfigurationProperties("observatory.sparql")
record SparqlSettings(
        @DefaultValue("30") @DurationUnit(ChronoUnit.SECONDS)
        Duration timeout,

        @DefaultValue("1000000") long rows,
        @DefaultValue("100000") int queryBytes,
        @DefaultValue("0") int slots,
        @DefaultValue("0") int slotsOfClient,
        @DefaultValue("32") int waitingOfClient,
        @DefaultValue("500000000") long resultBytes,
        @DefaultValue("0") long memoryBytes) {}
