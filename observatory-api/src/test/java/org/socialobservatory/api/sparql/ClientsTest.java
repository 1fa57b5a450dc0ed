package org.socialobservatory.api.sparql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.socialobservatory.api.problem.ApiProblem.Refused;

class ClientsTest {

    private static final Duration AT_ONCE = Duration.ZERO;

    @Test
    void leavesASlotToOthersWhateverOneClientSends() throws Exception {
        var clients = new Clients(4, 2, 10);
        clients.enter("greedy", AT_ONCE);
        clients.enter("greedy", AT_ONCE);
        assertThatThrownBy(() -> clients.enter("greedy", AT_ONCE)).isInstanceOf(Refused.class);
        clients.enter("modest", AT_ONCE);
        clients.leave("greedy");
        clients.enter("greedy", AT_ONCE);
    }

    @Test
    void hasNoMoreSlotsThanThereAre() throws Exception {
        var clients = new Clients(2, 2, 10);
        clients.enter("a", AT_ONCE);
        clients.enter("b", AT_ONCE);
        assertThatThrownBy(() -> clients.enter("c", AT_ONCE))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.rule().status()).isEqualTo(503));
        clients.leave("a");
        clients.enter("c", AT_ONCE);
    }

    @Test
    void letsAQueryWaitForItsTurn() throws Exception {
        var clients = new Clients(1, 1, 1);
        clients.enter("a", AT_ONCE);
        var entered = new CountDownLatch(1);
        var waiting = Thread.ofVirtual().start(() -> {
            try {
                clients.enter("a", Duration.ofSeconds(20));
                entered.countDown();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
        while (clients.waiting() == 0) {
            Thread.onSpinWait();
        }
        assertThatThrownBy(() -> clients.enter("a", Duration.ofSeconds(20)))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.rule().status()).isEqualTo(429));
        clients.leave("a");
        assertThat(entered.await(10, TimeUnit.SECONDS)).isTrue();
        waiting.join();
        clients.leave("a");
        assertThat(clients.count()).isZero();
    }

    @Test
    void forgetsClientsThatHaveGone() throws Exception {
        var clients = new Clients(2, 1, 1);
        for (int client = 0; client < 100; client++) {
            clients.enter("client " + client, AT_ONCE);
            clients.leave("client " + client);
        }
        assertThat(clients.count()).isZero();
    }
}
