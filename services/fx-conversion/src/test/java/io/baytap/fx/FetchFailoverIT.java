package io.baytap.fx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.baytap.stack.EmbeddedStack;
import io.baytap.stack.Part;
import io.fabric8.kubernetes.client.server.mock.KubernetesCrudDispatcher;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import io.fabric8.mockwebserver.Context;
import io.fabric8.mockwebserver.MockWebServer;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two replicas of which one pulls rates, elected by a Lease: whichever is paused or killed, the other one goes on. */
class FetchFailoverIT {

    private static final Logger LOG = Logger.getLogger(FetchFailoverIT.class);

    /** A lease of 12 s; a machine with other work takes its time beyond it. */
    private static final Duration TAKEN_OVER = Duration.ofSeconds(40);

    private static final Duration LIMIT = Duration.ofMinutes(1);

    private final KubernetesMockServer cluster = new KubernetesMockServer(
            new Context(), new MockWebServer(), new HashMap<>(), new KubernetesCrudDispatcher(), false);
    private final EmbeddedStack stack = EmbeddedStack.start(Set.of(Part.KAFKA, Part.REGISTRY));
    private final Publisher publisher = new Publisher();
    private final Map<String, FxProcess> replicas =
            Map.of("fx-a", new FxProcess(stack, "fx-a"), "fx-b", new FxProcess(stack, "fx-b"));

    @BeforeEach
    void start() {
        cluster.init();
        stack.setUpTopics();
        publisher.publish("/ecb", table("9.1551"));
        replicas.forEach((name, replica) -> replica.start(Map.of(
                "FX_LEADER", "lease",
                "FX_LEASE_IDENTITY", name,
                "FX_SOURCES_ECB_URL", publisher.address() + "/ecb",
                "FX_FETCH_INTERVAL", "1s",
                "QUARKUS_KUBERNETES_CLIENT_API_SERVER_URL", "http://127.0.0.1:" + cluster.getPort(),
                "QUARKUS_KUBERNETES_CLIENT_NAMESPACE", "line",
                "HTTP2_DISABLE", "true")));
    }

    @AfterEach
    void stop() {
        publisher.close();
        stack.close();
        cluster.destroy();
    }

    @Test
    void theOtherReplicaGoesOnWhenTheLeaderIsPausedOrKilled() {
        FxProcess first = leader();
        FxProcess second = replicas.values().stream()
                .filter(each -> each != first)
                .findFirst()
                .orElseThrow();
        await().atMost(LIMIT).until(() -> count(first, "NEW") == 1);
        assertThat(count(second, "NEW") + count(second, "UNCHANGED")).isZero();

        first.signal("STOP");
        publisher.publish("/ecb", table("9.1552"));
        Duration pause = awaitNew(second, 1);
        first.signal("CONT");
        await().atMost(LIMIT).until(() -> first.get("/v1/board").statusCode() == 200);
        second.kill();
        publisher.publish("/ecb", table("9.1553"));
        Duration kill = awaitNew(first, 2);

        LOG.infof("rates go on %s after the leader was paused, %s after the leader was killed", pause, kill);
    }

    private Duration awaitNew(FxProcess replica, int count) {
        long before = System.nanoTime();
        await().atMost(TAKEN_OVER).until(() -> count(replica, "NEW") == count);
        return Duration.ofNanos(System.nanoTime() - before);
    }

    private static double count(FxProcess replica, String outcome) {
        double count = replica.metric("fx_fetches_total{outcome=\"%s\",source=\"ECB\"}".formatted(outcome));
        return Double.isNaN(count) ? 0 : count;
    }

    private FxProcess leader() {
        try (var kubernetes = cluster.createClient()) {
            String holder = await().atMost(LIMIT)
                    .until(
                            () -> kubernetes
                                    .leases()
                                    .inNamespace("line")
                                    .withName("fx-conversion")
                                    .get(),
                            lease -> lease != null && lease.getSpec().getHolderIdentity() != null)
                    .getSpec()
                    .getHolderIdentity();
            return Objects.requireNonNull(replicas.get(holder));
        }
    }

    /** Published, and not too old, whenever the test is run. */
    private static String table(String hkd) {
        return "<Envelope><Cube><Cube time='%s'><Cube currency='USD' rate='1.1685'/><Cube currency='CNY' rate='7.9863'/>"
                        .formatted(LocalDate.now(ZoneOffset.UTC).minusDays(2))
                + "<Cube currency='HKD' rate='%s'/></Cube></Cube></Envelope>".formatted(hkd);
    }
}
