package io.baytap.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.marcnuri.helm.Helm;
import io.baytap.schemas.Topic;
import io.baytap.schemas.Topics;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

class ChartTest {

    static final List<String> SERVICES = Chart.SERVICES;

    private static final List<HasMetadata> DOCUMENTS = Chart.render();

    @Test
    void itLintsStrictly() {
        var result = new Helm(Chart.FOLDER).lint().strict().call();

        assertThat(result.isFailed()).as(result.getMessages().toString()).isFalse();
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void eachServiceHasWhatItNeedsAndItFitsTogether(String service) {
        Deployment deployment = Chart.get(Deployment.class, service, DOCUMENTS);
        var pod = deployment.getSpec().getTemplate();

        assertThat(pod.getMetadata().getLabels())
                .containsAllEntriesOf(deployment.getSpec().getSelector().getMatchLabels())
                .containsAllEntriesOf(
                        Chart.get(Service.class, service, DOCUMENTS).getSpec().getSelector());
        assertThat(Chart.get(PodDisruptionBudget.class, service, DOCUMENTS)
                        .getSpec()
                        .getSelector())
                .isEqualTo(deployment.getSpec().getSelector());
        assertThat(pod.getSpec().getServiceAccountName())
                .isEqualTo(Chart.get(ServiceAccount.class, service, DOCUMENTS)
                        .getMetadata()
                        .getName());
        assertThat(pod.getSpec().getVolumes())
                .anySatisfy(volume -> assertThat(volume.getConfigMap())
                        .isNotNull()
                        .satisfies(map -> assertThat(map.getName())
                                .isEqualTo(Chart.get(ConfigMap.class, service, DOCUMENTS)
                                        .getMetadata()
                                        .getName())));
        var container = pod.getSpec().getContainers().getFirst();
        assertThat(container.getImage()).isEqualTo("baytap/" + service + ":0.1.0");
        assertThat(container.getVolumeMounts())
                .allSatisfy(mount -> assertThat(pod.getSpec().getVolumes())
                        .extracting(volume -> volume.getName())
                        .contains(mount.getName()));
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void eachPodIsWithoutPrivileges(String service) {
        var pod = Chart.get(Deployment.class, service, DOCUMENTS)
                .getSpec()
                .getTemplate()
                .getSpec();

        assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
        assertThat(pod.getSecurityContext().getRunAsUser()).isPositive();
        assertThat(pod.getSecurityContext().getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
        assertThat(pod.getContainers()).allSatisfy(container -> {
            var security = container.getSecurityContext();
            assertThat(security.getReadOnlyRootFilesystem()).isTrue();
            assertThat(security.getAllowPrivilegeEscalation()).isFalse();
            assertThat(security.getCapabilities().getDrop()).containsExactly("ALL");
            assertThat(container.getResources().getLimits()).containsKey("memory");
            assertThat(container.getResources().getRequests()).containsKeys("cpu", "memory");
        });
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void eachPodIsAskedForItsHealth(String service) {
        var container = container(service, DOCUMENTS);

        assertThat(container.getStartupProbe().getHttpGet().getPath()).isEqualTo("/q/health/started");
        assertThat(container.getLivenessProbe().getHttpGet().getPath()).isEqualTo("/q/health/live");
        assertThat(container.getReadinessProbe().getHttpGet().getPath()).isEqualTo("/q/health/ready");
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void addressesAndPasswordsComeFromSecretsAlone(String service) {
        List<EnvVar> variables = container(service, DOCUMENTS).getEnv();

        assertThat(variables)
                .filteredOn(each -> each.getName().matches(".*(KAFKA|REGISTRY|DATASOURCE|PASSWORD|SECRET).*"))
                .isNotEmpty()
                .allSatisfy(each -> {
                    assertThat(each.getValue()).as(each.getName()).isNull();
                    assertThat(each.getValueFrom().getSecretKeyRef())
                            .as(each.getName())
                            .isNotNull();
                });
        assertThat(variables).extracting(EnvVar::getName).contains("KAFKA_BOOTSTRAP_SERVERS", "APICURIO_REGISTRY_URL");
    }

    @Test
    void theKeysOfPseudonymsReachTapIngestAlone() {
        for (String service : SERVICES) {
            assertThat(container(service, DOCUMENTS).getEnv().stream()
                            .filter(each -> each.getName().startsWith("TAP_PSEUDONYM_KEYS_"))
                            .map(each -> each.getName() + " "
                                    + each.getValueFrom().getSecretKeyRef().getName()))
                    .as(service)
                    .containsExactlyInAnyOrderElementsOf(
                            service.equals("tap-ingest")
                                    ? List.of(
                                            "TAP_PSEUDONYM_KEYS_HONG_KONG baytap-pseudonyms-hong-kong",
                                            "TAP_PSEUDONYM_KEYS_MAINLAND baytap-pseudonyms-mainland")
                                    : List.of());
        }
    }

    @Test
    void onlyTheServicesWithATableReachADatabase() {
        for (String service : SERVICES) {
            boolean database = service.equals("wallet-settlement") || service.equals("cross-border-reporting");
            assertThat(container(service, DOCUMENTS).getEnv().stream()
                            .anyMatch(each -> each.getName().equals("QUARKUS_DATASOURCE_JDBC_URL")))
                    .as(service)
                    .isEqualTo(database);
        }
    }

    @Test
    void onlyTheServiceThatElectsALeaderMayTouchTheClusterAndOnlyLeases() {
        assertThat(Chart.ofKind(Role.class, DOCUMENTS)).singleElement().satisfies(role -> {
            assertThat(role.getMetadata().getName()).isEqualTo("line-wallet-settlement");
            assertThat(role.getRules()).allSatisfy(rule -> {
                assertThat(rule.getApiGroups()).containsExactly("coordination.k8s.io");
                assertThat(rule.getResources()).containsExactly("leases");
            });
        });
        assertThat(Chart.ofKind(RoleBinding.class, DOCUMENTS)).singleElement().satisfies(binding -> {
            assertThat(binding.getRoleRef().getName()).isEqualTo("line-wallet-settlement");
            assertThat(binding.getSubjects()).singleElement().satisfies(subject -> {
                assertThat(subject.getName()).isEqualTo("line-wallet-settlement");
                assertThat(subject.getNamespace()).isEqualTo(Chart.NAMESPACE);
            });
        });
        for (String service : SERVICES) {
            assertThat(Chart.get(Deployment.class, service, DOCUMENTS)
                            .getSpec()
                            .getTemplate()
                            .getSpec()
                            .getAutomountServiceAccountToken())
                    .as(service)
                    .isEqualTo(service.equals("wallet-settlement"));
        }
    }

    @Test
    void aServiceThatScalesByItselfHasNoFixedReplicas() {
        assertThat(Chart.get(HorizontalPodAutoscaler.class, "tap-ingest", DOCUMENTS)
                        .getSpec()
                        .getScaleTargetRef()
                        .getName())
                .isEqualTo("line-tap-ingest");
        assertThat(Chart.get(Deployment.class, "tap-ingest", DOCUMENTS)
                        .getSpec()
                        .getReplicas())
                .isNull();
        assertThat(Chart.get(Deployment.class, "fx-conversion", DOCUMENTS)
                        .getSpec()
                        .getReplicas())
                .isEqualTo(2);
    }

    @Test
    void settingsReachTheServiceAsTheyAreWritten() {
        var documents = Chart.render("""
                services:
                  tap-ingest: { config: { tap.duplicates-max: 1000000, tap.late-after: 90s } }
                """);

        assertThat(Chart.get(ConfigMap.class, "tap-ingest", documents).getData().get("application.properties"))
                .contains("\ntap.duplicates-max=1000000\n", "\ntap.late-after=90s\n");
        assertThat(checksum(documents)).isNotEqualTo(checksum(DOCUMENTS));
    }

    @Test
    void theTopicsAreThoseOfTheContract() throws IOException {
        String topics = Objects.requireNonNull(
                Chart.get(ConfigMap.class, "topics", DOCUMENTS).getData().get("topics.yaml"));
        List<String> rendered = new ArrayList<>();
        for (JsonNode topic : Chart.YAML.readTree(topics)) {
            rendered.add(
                    topic.path("name").asText() + " " + topic.path("partitions").asInt() + " "
                            + Chart.YAML.convertValue(topic.path("config"), Map.class));
        }

        assertThat(rendered)
                .containsExactlyElementsOf(
                        Topics.all().stream().map(ChartTest::describe).toList());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        replica                 | defaults: { replica: 2 }
        replicas                | defaults: { replicas: 0 }
        replicas                | services: { fx-conversion: { replicas: two } }
        fx-converter            | services: { fx-converter: {} }
        pullPolicy              | image: { pullPolicy: Sometimes }
        size                    | services: { fx-conversion: { storage: { size: lots } } }
        bootstrapServers        | kafka: { bootstrapServers: "broker:9092" }
        secret                  | kafka: { secret: "Not A Name" }
        password                | services: { wallet-settlement: { config: { quarkus.datasource.password: hunter2 } } }
        pseudonym-keys          | services: { tap-ingest: { config: { tap.pseudonym-keys.hong-kong: c2VjcmV0 } } }
        other.setting           | services: { tap-ingest: { config: { other.setting: 1 } } }
        cpuPercent              | services: { tap-ingest: { autoscaling: { cpuPercent: 200 } } }
        memory                  | defaults: { resources: { limits: { memory: 512mb } } }
        mountPath               | services: { fare-calculation: { files: [{ name: tariffs, claim: tariffs }] } }
        """)
    void aWrongValueIsRefusedByName(String name, String values) {
        assertThatThrownBy(() -> Chart.render(values)).hasMessageContaining(name);
    }

    @Test
    void anUnknownFieldOfADocumentIsFoundByTheseTests() throws IOException {
        JsonNode document = Chart.YAML.readTree("""
                apiVersion: v1
                kind: ServiceAccount
                metadata: { name: a, label: { a: b } }
                """);

        assertThatThrownBy(() -> Chart.read(document)).hasMessageContaining("label");
    }

    private static String describe(Topic topic) {
        return topic.name() + " " + topic.partitions() + " "
                + topic.toNewTopic((short) 1).configs();
    }

    private static Container container(String service, List<HasMetadata> documents) {
        return Chart.get(Deployment.class, service, documents)
                .getSpec()
                .getTemplate()
                .getSpec()
                .getContainers()
                .getFirst();
    }

    private static String checksum(List<HasMetadata> documents) {
        return Objects.requireNonNull(Chart.get(Deployment.class, "tap-ingest", documents)
                .getSpec()
                .getTemplate()
                .getMetadata()
                .getAnnotations()
                .get("checksum/config"));
    }
}
