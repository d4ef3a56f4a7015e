package io.baytap.wallet.leader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.baytap.wallet.domain.Term;
import io.baytap.wallet.domain.TermOver;
import io.baytap.wallet.leader.LeaseLeadership.Lease;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.server.mock.KubernetesCrudDispatcher;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import io.fabric8.mockwebserver.Context;
import io.fabric8.mockwebserver.MockWebServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LeaseLeadershipTest {

    private static final Duration SHORT = Duration.ofSeconds(3);
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration SOON = Duration.ofSeconds(30);

    private final KubernetesMockServer server = new KubernetesMockServer(
            new Context(), new MockWebServer(), new HashMap<>(), new KubernetesCrudDispatcher(), false);
    private final PaperTerms terms = new PaperTerms();
    private final List<Term> done = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // before each test
    private KubernetesClient kubernetes;

    @BeforeEach
    void start() {
        server.init();
        kubernetes = server.createClient();
    }

    @AfterEach
    void stop() {
        kubernetes.close();
        server.destroy();
    }

    @Test
    void whoLeavesLetsTheOtherLeadAtOnceInALaterTerm() {
        var first = replica(kubernetes, "a", LONG);
        try (var second = replica(kubernetes, "b", LONG)) {
            first.start();
            await().atMost(SOON).until(() -> first.lead(done::add));
            second.start();

            assertThat(second.lead(done::add)).isFalse();
            first.close();

            await().atMost(SOON).until(() -> second.lead(done::add));
            assertThat(done).containsExactly(new Term(1), new Term(2));
            assertThat(first.lead(done::add)).isFalse();
        }
    }

    @Test
    void whoFallsSilentIsReplacedWhenItsLeaseIsOver() {
        KubernetesClient cutOff = server.createClient();
        try (var first = replica(cutOff, "a", SHORT);
                var second = replica(kubernetes, "b", SHORT)) {
            first.start();
            await().atMost(SOON).until(() -> first.lead(done::add));
            second.start();

            cutOff.close();

            await().atMost(SOON).until(() -> second.lead(done::add));
            assertThat(done).containsExactly(new Term(1), new Term(2));
        }
    }

    @Test
    void aTermThatBeganAfterTheLeaseWasLostIsNotUsed() {
        try (var first = replica(kubernetes, "a", LONG)) {
            first.start();
            await().atMost(SOON).until(() -> "a".equals(holder()));
            kubernetes
                    .leases()
                    .inNamespace("default")
                    .withName("wallet-settlement")
                    .edit(lease -> {
                        lease.getSpec().setHolderIdentity("b");
                        return lease;
                    });

            assertThat(first.lead(done::add)).isFalse();
            assertThat(done).isEmpty();
        }
    }

    @Test
    void whoIsToldThatItsTermIsOverBeginsAnotherIfItStillHoldsTheLease() {
        try (var first = replica(kubernetes, "a", LONG)) {
            first.start();
            await().atMost(SOON).until(first::term, Optional::isPresent);

            boolean led = first.lead(term -> {
                throw new TermOver(term);
            });

            assertThat(led).isFalse();
            assertThat(first.term()).contains(new Term(2));
        }
    }

    private String holder() {
        var lease = kubernetes
                .leases()
                .inNamespace("default")
                .withName("wallet-settlement")
                .get();
        return lease == null ? "nobody" : lease.getSpec().getHolderIdentity();
    }

    private LeaseLeadership replica(KubernetesClient client, String identity, Duration duration) {
        return new LeaseLeadership(client, new Lease("default", "wallet-settlement", identity, duration), terms);
    }
}
