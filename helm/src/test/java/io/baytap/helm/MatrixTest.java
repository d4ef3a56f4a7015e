package io.baytap.helm;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every way in which the chart can be put together is something that a cluster takes. */
class MatrixTest {

    private static final List<String> PROFILES =
            List.of("values.yaml", "values-dev.yaml", "values-small.yaml", "values-gba-peak.yaml");
    private static final List<String> KAFKA = List.of(
            "kafka: { mode: external, caSecret: broker-ca }",
            "kafka: { mode: strimzi, strimzi: { authentication: scram-sha-512 } }",
            "kafka: { mode: strimzi, strimzi: { authentication: tls } }");
    private static final List<String> DATABASE =
            List.of("database: { mode: external }", "database: { mode: cnpg, cnpg: { backup: { enabled: true } } }");
    private static final List<String> REGISTRY =
            List.of("registry: { mode: external }", "registry: { mode: deployed }");
    private static final List<String> AUTOSCALER = List.of(
            "autoscaler: { kind: hpa }",
            "autoscaler: { kind: keda, bootstrapServers: 'broker:9092', triggerAuthentication: broker }",
            "autoscaler: { kind: none }");
    private static final List<String> EXPOSE = List.of(
            "expose: { by: none }",
            "expose: { by: ingress, ingress: { className: nginx } }",
            "expose: { by: gateway, gateway: { name: public } }");
    private static final String REST = """
        serviceMonitor: { enabled: true }
        alerts: { enabled: true }
        dashboards: { enabled: true }
        services:
          tap-ingest: { expose: { host: taps.example, paths: [/v1], tlsSecret: taps-tls } }
        """;

    /** All of four axes; entry and profile so that each meets each value of the others. */
    static Stream<Arguments> combinations() {
        List<Arguments> all = new ArrayList<>();
        for (String kafka : KAFKA) {
            for (String database : DATABASE) {
                for (String registry : REGISTRY) {
                    for (String autoscaler : AUTOSCALER) {
                        int number = all.size();
                        String expose = EXPOSE.get((number + number / AUTOSCALER.size()) % EXPOSE.size());
                        all.add(Arguments.of(
                                PROFILES.get(number % PROFILES.size()),
                                String.join("\n", kafka, database, registry, autoscaler, expose, REST)));
                    }
                }
            }
        }
        return all.stream();
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("combinations")
    void aClusterTakesWhatComesOut(String profile, String values) {
        List<HasMetadata> documents = Chart.render(profile, values);

        assertThat(documents)
                .extracting(each -> each.getKind() + " " + each.getMetadata().getName())
                .doesNotHaveDuplicates()
                .allSatisfy(name -> assertThat(name).hasSizeLessThan(90));
        assertThat(documents.stream().flatMap(Chart::pods))
                .hasSizeGreaterThanOrEqualTo(Chart.SERVICES.size())
                .allSatisfy(pod -> {
                    hasNoPrivileges(pod);
                    isUnderAPolicyOfItsOwn(pod, documents);
                });
    }

    @ParameterizedTest
    @FieldSource("io.baytap.helm.Chart#SERVICES")
    void theReplicasOfAServiceAreOnDifferentNodesAndInDifferentZones(String service) {
        assertThat(Chart.pod(service, Chart.render()).getSpec().getTopologySpreadConstraints())
                .extracting(each -> each.getTopologyKey())
                .containsExactly("kubernetes.io/hostname", "topology.kubernetes.io/zone");
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void eachProfileIsComplete(String profile) {
        assertThat(Chart.render(profile).stream()
                        .flatMap(Chart::pods)
                        .map(pod ->
                                requireNonNull(pod.getMetadata().getLabels()).get("app.kubernetes.io/name")))
                .containsAll(Chart.SERVICES);
    }

    static Stream<String> profiles() {
        return PROFILES.stream();
    }

    @Test
    void theStateOfFaresIsOnVolumesWithCopiesUnlessThereIsOneOfEverything() {
        assertThat(standbys("values-gba-peak.yaml")).contains("\"num.standby.replicas\"=1");
        assertThat(standbys("values-dev.yaml")).contains("\"num.standby.replicas\"=0");
    }

    private static String standbys(String profile) {
        return Chart.documents(Chart.text(profile)).stream()
                .filter(each -> each.path("kind").asText().equals("ConfigMap"))
                .map(each -> each.path("data").path("application.properties").asText())
                .filter(each -> each.contains("fare."))
                .findFirst()
                .orElseThrow();
    }

    private static void hasNoPrivileges(PodTemplateSpec pod) {
        var security = pod.getSpec().getSecurityContext();
        assertThat(security.getRunAsNonRoot()).isTrue();
        assertThat(security.getRunAsUser()).isPositive();
        assertThat(security.getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
        // A StatefulSet makes the volume "state".
        Set<String> volumes = Stream.concat(
                        Stream.of("state"), pod.getSpec().getVolumes().stream().map(Volume::getName))
                .collect(Collectors.toSet());
        assertThat(pod.getSpec().getContainers()).isNotEmpty().allSatisfy(container -> {
            assertThat(container.getSecurityContext().getReadOnlyRootFilesystem())
                    .isTrue();
            assertThat(container.getSecurityContext().getAllowPrivilegeEscalation())
                    .isFalse();
            assertThat(container.getSecurityContext().getCapabilities().getDrop())
                    .containsExactly("ALL");
            assertThat(container.getResources().getLimits()).containsKey("memory");
            assertThat(container.getResources().getRequests()).containsKeys("cpu", "memory");
            assertThat(volumes)
                    .containsAll(container.getVolumeMounts().stream()
                            .map(VolumeMount::getName)
                            .toList());
        });
    }

    private static void isUnderAPolicyOfItsOwn(PodTemplateSpec pod, List<HasMetadata> documents) {
        Map<String, String> labels = pod.getMetadata().getLabels();
        assertThat(Chart.ofKind(NetworkPolicy.class, documents).stream()
                        .filter(policy -> labels.entrySet()
                                .containsAll(policy.getSpec()
                                        .getPodSelector()
                                        .getMatchLabels()
                                        .entrySet())))
                .hasSize(2)
                .allSatisfy(
                        policy -> assertThat(policy.getSpec().getPolicyTypes()).containsExactly("Ingress", "Egress"));
    }
}
