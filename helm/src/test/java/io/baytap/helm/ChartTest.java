package io.baytap.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.marcnuri.helm.Helm;
import io.baytap.schemas.TopicSetupMain;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.io.IOException;
import java.util.List;
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
        var pod = Chart.pod(service, DOCUMENTS);

        assertThat(pod.getMetadata().getLabels())
                .containsAllEntriesOf(
                        Chart.get(Service.class, service, DOCUMENTS).getSpec().getSelector())
                .containsAllEntriesOf(Chart.get(PodDisruptionBudget.class, service, DOCUMENTS)
                        .getSpec()
                        .getSelector()
                        .getMatchLabels());
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
        assertThat(container(service, DOCUMENTS).getImage()).isEqualTo("baytap/" + service + ":0.1.0");
    }

    @Test
    void imagesComeFromTheRegistryThatIsNamed() {
        var documents = Chart.render("image: { registry: 'images.example:5000', tag: '1.2' }");

        assertThat(container("fx-conversion", documents).getImage())
                .isEqualTo("images.example:5000/baytap/fx-conversion:1.2");
    }

    @Test
    void faresKeepTheirStateOnAVolumeOfThePodsOwn() {
        StatefulSet set = Chart.get(StatefulSet.class, "fare-calculation", DOCUMENTS);

        assertThat(set.getSpec().getVolumeClaimTemplates())
                .singleElement()
                .satisfies(claim -> assertThat(claim.getMetadata().getName()).isEqualTo("state"));
        assertThat(Chart.get(Service.class, "fare-calculation-pods", DOCUMENTS)
                        .getSpec()
                        .getClusterIP())
                .isEqualTo("None");
        assertThat(set.getSpec().getServiceName()).isEqualTo("line-fare-calculation-pods");
        assertThat(container("fare-calculation", DOCUMENTS).getVolumeMounts()).anySatisfy(mount -> {
            assertThat(mount.getName()).isEqualTo("state");
            assertThat(mount.getMountPath()).isEqualTo("/var/lib/baytap");
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
    void schemasAreRegisteredOncePerVersion() {
        var first = Chart.ofKind(Job.class, DOCUMENTS).getFirst();
        var other =
                Chart.ofKind(Job.class, Chart.render("image: { tag: '0.2.0' }")).getFirst();
        var container = first.getSpec().getTemplate().getSpec().getContainers().getFirst();

        assertThat(container.getCommand()).endsWith(TopicSetupMain.class.getName());
        assertThat(container.getEnv())
                .extracting(EnvVar::getName)
                .contains("APICURIO_REGISTRY_URL")
                .doesNotContain("KAFKA_BOOTSTRAP_SERVERS");
        assertThat(other.getMetadata().getName())
                .isNotEqualTo(first.getMetadata().getName());
        assertThat(Chart.ofKind(Job.class, Chart.render("registry: { registration: { enabled: false } }")))
                .isEmpty();
    }

    @Test
    void theTestOfAReleaseTravelsOnceWithWhatTheSecretHas() {
        var pod = Chart.get(Pod.class, "check", DOCUMENTS);
        var container = Chart.container("check", DOCUMENTS);

        assertThat(pod.getMetadata().getAnnotations()).containsEntry("helm.sh/hook", "test");
        assertThat(pod.getSpec().getRestartPolicy()).isEqualTo("Never");
        assertThat(container.getImage()).isEqualTo("baytap/tap-ingest:0.1.0");
        assertThat(container.getCommand()).endsWith("io.baytap.check.Main");
        assertThat(container.getEnv())
                .extracting(EnvVar::getName, EnvVar::getValue)
                .contains(
                        tuple("CHECK_TAP_INGEST", "http://line-tap-ingest"),
                        tuple("CHECK_WALLET_SETTLEMENT", "http://line-wallet-settlement"),
                        tuple("CHECK_REPORTING", "http://line-cross-border-reporting"),
                        tuple("CHECK_DEADLINE", "PT2M"));
        assertThat(container.getEnvFrom()).singleElement().satisfies(from -> {
            assertThat(from.getSecretRef().getName()).isEqualTo("baytap-check");
            assertThat(from.getSecretRef().getOptional()).isTrue();
        });
        assertThat(Chart.render("check: { enabled: false }"))
                .extracting(each -> each.getMetadata().getName())
                .doesNotContain("line-check");
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
        assertThat(Chart.get(Deployment.class, "tap-ingest", Chart.render("autoscaler: { kind: none }"))
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
    void aServiceThatIsNullIsNotInstalled() {
        var documents = Chart.render("services: { fx-conversion: null }");

        assertThat(documents)
                .isNotEmpty()
                .extracting(each -> each.getMetadata().getName())
                .doesNotContain("line-fx-conversion");
    }

    @Test
    void aSettingMayNameTheRelease() {
        assertThat(Chart.get(ConfigMap.class, "cross-border-reporting", DOCUMENTS)
                        .getData()
                        .get("application.properties"))
                .contains("reporting.neighbours.tap-ingest=http://line-tap-ingest\n");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        label      | { apiVersion: v1, kind: ServiceAccount, metadata: { name: a, label: { a: b } } }
        jobs       | { apiVersion: batch/v1, kind: jobs, metadata: { name: a } }
        selector   | { apiVersion: apps/v1, kind: Deployment, metadata: { name: a }, spec: { template: {} } }
        replicas   | { apiVersion: policy/v1, kind: PodDisruptionBudget, metadata: { name: a }, spec: { replicas: 1 } }
        two        | { apiVersion: v1, kind: Service, metadata: { name: a }, spec: { ports: [{ port: two }] } }
        hostname   | { apiVersion: gateway.networking.k8s.io/v1, kind: HTTPRoute, metadata: { name: a }, spec: { hostname: a } }
        partition  | { apiVersion: kafka.strimzi.io/v1, kind: KafkaTopic, metadata: { name: a }, spec: { partition: 1 } }
        acls       | { apiVersion: kafka.strimzi.io/v1, kind: KafkaUser, metadata: { name: a }, spec: { authorization: { type: simple } } }
        instances  | { apiVersion: postgresql.cnpg.io/v1, kind: Cluster, metadata: { name: a }, spec: { storage: { size: 1Gi } } }
        schedule   | { apiVersion: postgresql.cnpg.io/v1, kind: ScheduledBackup, metadata: { name: a }, spec: { cluster: { name: a } } }
        triggers   | { apiVersion: keda.sh/v1alpha1, kind: ScaledObject, metadata: { name: a }, spec: { scaleTargetRef: { name: a } } }
        """)
    void aDocumentThatNoClusterTakesIsFoundByTheseTests(String name, String text) throws IOException {
        JsonNode document = Chart.YAML.readTree(text);

        assertThatThrownBy(() -> Kinds.read(document)).hasMessageContaining(name);
    }

    private static Container container(String service, List<HasMetadata> documents) {
        return Chart.container(service, documents);
    }

    private static String checksum(List<HasMetadata> documents) {
        return Objects.requireNonNull(Chart.pod("tap-ingest", documents)
                .getMetadata()
                .getAnnotations()
                .get("checksum/config"));
    }
}
