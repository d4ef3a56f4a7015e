package io.baytap.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Where traces go. */
class TracesTest {

    static final List<String> SERVICES = Chart.SERVICES;

    private static final List<HasMetadata> WITHOUT = Chart.render();
    private static final List<HasMetadata> WITH = Chart.render(
            "tracing: { endpoint: 'http://collector.monitoring:4317', ratio: 0.25 }",
            "networkPolicy: { to: { collector: { ports: [4317], peers: [{ namespaceLabels: { kubernetes.io/metadata.name:"
                    + " monitoring } }] } } }");

    @ParameterizedTest
    @FieldSource("SERVICES")
    void withoutACollectorNothingIsTraced(String service) {
        assertThat(variables(service, WITHOUT)).extracting(EnvVar::getName).noneMatch(name -> name.contains("OTEL"));
        assertThat(wayOut(service, WITHOUT)).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void withACollectorEveryServiceSendsItsSpansThereAndMay(String service) {
        assertThat(variables(service, WITH))
                .extracting(EnvVar::getName, EnvVar::getValue)
                .contains(
                        tuple("QUARKUS_OTEL_SDK_DISABLED", "false"),
                        tuple("QUARKUS_OTEL_EXPORTER_OTLP_ENDPOINT", "http://collector.monitoring:4317"),
                        tuple("BAYTAP_TRACES_RATIO", "0.25"));
        assertThat(wayOut(service, WITH)).containsExactly("monitoring");
    }

    private static List<EnvVar> variables(String service, List<HasMetadata> documents) {
        return Chart.pod(service, documents)
                .getSpec()
                .getContainers()
                .getFirst()
                .getEnv();
    }

    /** The namespaces that may be reached at the collector's port. */
    private static List<String> wayOut(String service, List<HasMetadata> documents) {
        return Chart.get(NetworkPolicy.class, service, documents).getSpec().getEgress().stream()
                .filter(rule ->
                        rule.getPorts().stream().anyMatch(port -> port.getPort().getIntVal() == 4317))
                .flatMap(rule -> rule.getTo().isEmpty()
                        ? Stream.of("anywhere")
                        : rule.getTo().stream()
                                .map(peer -> peer.getNamespaceSelector()
                                        .getMatchLabels()
                                        .get("kubernetes.io/metadata.name")))
                .toList();
    }
}
