package io.baytap.helm;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may talk to whom. */
class NetworkTest {

    private static final List<HasMetadata> DOCUMENTS = Chart.render(
            "{ kafka: { mode: strimzi }, database: { mode: cnpg }, registry: { mode: deployed }, expose: { by: ingress"
                    + " } }",
            "services: { tap-ingest: { expose: { host: taps.example, paths: [/v1] } } }");

    @Test
    void whatIsNotAllowedIsRefused() {
        NetworkPolicy deny = Chart.get(NetworkPolicy.class, "deny", DOCUMENTS);

        assertThat(deny.getSpec().getIngress()).isEmpty();
        assertThat(deny.getSpec().getEgress()).isEmpty();
        assertThat(deny.getSpec().getPolicyTypes()).containsExactly("Ingress", "Egress");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        tap-ingest             | kube-system kafka registry
        fare-calculation       | kube-system kafka registry fare-calculation
        fx-conversion          | kube-system kafka registry 0.0.0.0/0 anywhere:443 anywhere:6443
        wallet-settlement      | kube-system kafka registry line-wallet-settlement-db 0.0.0.0/0 anywhere:443 anywhere:6443
        cross-border-reporting | kube-system kafka registry line-cross-border-reporting-db anywhere:443 tap-ingest fare-calculation fx-conversion wallet-settlement
        registry               | kube-system line-registry-db
        schemas                | kube-system registry
        check                  | kube-system tap-ingest wallet-settlement cross-border-reporting
        """)
    void aServiceReachesWhatItNeedsAndNothingElse(String service, String reached) {
        Set<String> found = new TreeSet<>();
        for (var rule :
                Chart.get(NetworkPolicy.class, service, DOCUMENTS).getSpec().getEgress()) {
            assertThat(rule.getPorts()).isNotEmpty();
            if (rule.getTo().isEmpty()) {
                rule.getPorts()
                        .forEach(port -> found.add("anywhere:" + port.getPort().getIntVal()));
            }
            rule.getTo().forEach(peer -> found.add(describe(peer)));
        }

        assertThat(found).containsExactlyInAnyOrder(reached.split(" "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        tap-ingest             | monitoring ingress cross-border-reporting check
        fare-calculation       | monitoring fare-calculation cross-border-reporting
        fx-conversion          | monitoring cross-border-reporting
        wallet-settlement      | monitoring cross-border-reporting check
        cross-border-reporting | monitoring check
        """)
    void aServiceIsReachedByWhoHasToAndNobodyElse(String service, String visitors) {
        assertThat(visitors(service, DOCUMENTS)).containsExactlyInAnyOrder(visitors.split(" "));
    }

    @Test
    void whereNobodyMayComeInThePolicySaysSo() {
        var documents = Chart.render(
                "networkPolicy: { from: { metrics: [] } }", "services: { cross-border-reporting: { neighbours: [] } }");

        assertThat(Chart.get(NetworkPolicy.class, "fx-conversion", documents)
                        .getSpec()
                        .getIngress())
                .isEmpty();
    }

    private static Set<String> visitors(String service, List<HasMetadata> documents) {
        Set<String> visitors = new TreeSet<>();
        for (var rule :
                Chart.get(NetworkPolicy.class, service, documents).getSpec().getIngress()) {
            assertThat(rule.getFrom()).isNotEmpty();
            rule.getFrom().forEach(peer -> visitors.add(describe(peer)));
        }
        return visitors;
    }

    private static String describe(NetworkPolicyPeer peer) {
        if (peer.getIpBlock() != null) {
            return peer.getIpBlock().getCidr();
        }
        if (peer.getNamespaceSelector() != null) {
            return requireNonNull(peer.getNamespaceSelector().getMatchLabels().get("kubernetes.io/metadata.name"));
        }
        var labels = peer.getPodSelector().getMatchLabels();
        return labels.getOrDefault(
                "app.kubernetes.io/name",
                labels.getOrDefault("strimzi.io/cluster", labels.getOrDefault("cnpg.io/cluster", "?")));
    }
}
