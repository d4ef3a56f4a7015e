package io.baytap.wallet.leader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.baytap.wallet.leader.LeaseLeadership.Lease;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.server.mock.KubernetesCrudDispatcher;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import io.fabric8.mockwebserver.Context;
import io.fabric8.mockwebserver.MockWebServer;
import java.time.Duration;
import java.util.HashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LeaseLeadershipTest {

    private static final Duration LEASE = Duration.ofSeconds(3);
    private static final Duration SOON = Duration.ofSeconds(30);

    @Test
    void oneOfTwoReplicasLeadsAndTheOtherTakesOver() {
        var server = new KubernetesMockServer(
                new Context(), new MockWebServer(), new HashMap<>(), new KubernetesCrudDispatcher(), false);
        server.init();
        try (KubernetesClient kubernetes = server.createClient();
                var second = replica(kubernetes, "b")) {
            var first = replica(kubernetes, "a");
            first.start();
            await().atMost(SOON).until(() -> first.lead(() -> {}));
            second.start();
            var done = new AtomicInteger();

            assertThat(second.lead(done::incrementAndGet)).isFalse();
            assertThat(done).hasValue(0);
            first.close();

            await().atMost(SOON).until(() -> second.lead(done::incrementAndGet));
            assertThat(done).hasPositiveValue();
            assertThat(first.lead(() -> {})).isFalse();
        } finally {
            server.destroy();
        }
    }

    private static LeaseLeadership replica(KubernetesClient kubernetes, String identity) {
        return new LeaseLeadership(kubernetes, new Lease("default", "wallet-settlement", identity, LEASE));
    }
}
