package org.socialobservatory.ingest.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.socialobservatory.ingest.warehouse.sql.SqlWarehouse;
import org.socialobservatory.ingest.warehouse.sql.postgis.Connections;
import org.socialobservatory.ontology.edition.Edition;

class PostgisWarehouseTest extends WarehouseContract {

    private static final PostgisServer SERVER = PostgisServer.start();

    private final String url = SERVER.newDatabase();

    @Override
    SqlWarehouse open() {
        return new SqlWarehouse(new Connections(url, SERVER.username(), SERVER.password()));
    }

    @Test
    void commitsOfAnotherProcessAreAnnounced() throws Exception {
        var announced = new CountDownLatch(1);
        try (var reader = open();
                var writer = open();
                var _ = reader.onChange(() -> {
                    if (reader.sequence() == 1) {
                        announced.countDown();
                    }
                })) {
            writer.commit(Editions.publication(Editions.small("essai"), "p1"));
            assertThat(announced.await(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void publishersInTwoProcessesGetConsecutiveNumbers() throws Exception {
        try (var threads = Executors.newFixedThreadPool(2);
                var one = open();
                var other = open()) {
            var all = new ArrayList<Future<Edition>>();
            for (int turn = 0; turn < 10; turn++) {
                var store = turn % 2 == 0 ? one : other;
                var publication = Editions.publication(Editions.small("essai"), "p" + turn);
                all.add(threads.submit(() -> store.commit(publication)));
            }
            var numbers = new ArrayList<Integer>();
            for (var edition : all) {
                numbers.add(edition.get().number());
            }
            assertThat(numbers).containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
        }
    }

    @Test
    void outlinesAreGeometriesOfWgs84WithAnIndex() {
        try (var warehouse = open()) {
            warehouse.commit(Editions.publication(Editions.small("essai"), "p1"));
        }
        SERVER.executeAt(url, """
                DO $$ BEGIN
                  ASSERT (SELECT ST_SRID(outline) FROM area_version WHERE outline IS NOT NULL) = 4326;
                  ASSERT (SELECT ST_IsValid(outline) FROM area_version WHERE outline IS NOT NULL);
                  ASSERT (SELECT count(*) FROM pg_indexes WHERE indexdef LIKE '%USING gist%') = 2;
                END $$""");
    }
}
