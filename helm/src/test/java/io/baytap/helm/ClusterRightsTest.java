package io.baytap.helm;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a service may ask of the cluster's API: nothing, unless it elects a leader or reads ConfigMaps. */
class ClusterRightsTest {

    private static final List<HasMetadata> DOCUMENTS = Chart.render();
    private static final List<HasMetadata> WITH_TARIFF_MAPS = Chart.render("""
            services:
              fare-calculation:
                reaches: [kafka, registry, kubernetes]
                readsConfigMaps: true
                files: []
                config: { fare.tariffs: null, fare.config-maps.selector: baytap.io/tariffs=true }
            """);

    @ParameterizedTest
    @ValueSource(strings = {"wallet-settlement", "fx-conversion"})
    void whoElectsALeaderMayTouchTheLeaseOfItsNameAlone(String service) {
        assertThat(rules(service, DOCUMENTS))
                .containsExactly(
                        "coordination.k8s.io leases * create",
                        "coordination.k8s.io leases " + service + " get update patch");
    }

    @ParameterizedTest
    @CsvSource({"wallet-settlement, wallet.leader=lease", "fx-conversion, fx.leader=lease"})
    void whoMayElectALeaderDoes(String service, String setting) {
        assertThat(settings(service, DOCUMENTS)).contains(setting + "\n").doesNotContain(".lease.name");
    }

    @Test
    void tariffsInConfigMapsAreReadAndNeverWritten() {
        assertThat(rules("fare-calculation", WITH_TARIFF_MAPS)).containsExactly(" configmaps * list watch");
        assertThat(settings("fare-calculation", WITH_TARIFF_MAPS))
                .contains("fare.config-maps.selector=baytap.io/tariffs=true\n")
                .doesNotContain("fare.tariffs=");
        assertThat(Chart.container("fare-calculation", WITH_TARIFF_MAPS).getVolumeMounts())
                .extracting(mount -> mount.getMountPath())
                .doesNotContain("/etc/tariffs");
    }

    @Test
    void nobodyElseHasARoleOrAToken() {
        assertThat(askers(DOCUMENTS)).containsExactlyInAnyOrder("fx-conversion", "wallet-settlement");
        assertThat(askers(WITH_TARIFF_MAPS))
                .containsExactlyInAnyOrder("fare-calculation", "fx-conversion", "wallet-settlement");
        assertThat(askers(Chart.render(
                        "services: { fx-conversion: { leaderElection: false, config: { fx.leader: desk } } }")))
                .containsExactly("wallet-settlement");
    }

    /** The services whose pods have a token; a Role and a binding of it to the service's own account are theirs, and nobody else's. */
    private static List<String> askers(List<HasMetadata> documents) {
        List<String> askers = Chart.SERVICES.stream()
                .filter(service -> Chart.pod(service, documents).getSpec().getAutomountServiceAccountToken())
                .toList();
        String[] names = askers.stream().map(Chart.RELEASE.concat("-")::concat).toArray(String[]::new);
        assertThat(Chart.ofKind(Role.class, documents))
                .extracting(role -> role.getMetadata().getName())
                .containsExactlyInAnyOrder(names);
        assertThat(Chart.ofKind(RoleBinding.class, documents))
                .extracting(binding -> binding.getMetadata().getName())
                .containsExactlyInAnyOrder(names);
        assertThat(Chart.ofKind(RoleBinding.class, documents)).allSatisfy(binding -> {
            assertThat(binding.getRoleRef().getName())
                    .isEqualTo(binding.getMetadata().getName());
            assertThat(binding.getSubjects()).singleElement().satisfies(subject -> {
                assertThat(subject.getName()).isEqualTo(binding.getMetadata().getName());
                assertThat(subject.getNamespace()).isEqualTo(Chart.NAMESPACE);
            });
        });
        return askers;
    }

    /** Each as "group resources names verbs". */
    private static List<String> rules(String service, List<HasMetadata> documents) {
        return Chart.get(Role.class, service, documents).getRules().stream()
                .map(ClusterRightsTest::describe)
                .toList();
    }

    private static String describe(PolicyRule rule) {
        List<String> names = rule.getResourceNames();
        return String.join(
                " ",
                String.join(",", rule.getApiGroups()),
                String.join(",", rule.getResources()),
                names == null || names.isEmpty() ? "*" : String.join(",", names),
                String.join(" ", rule.getVerbs()));
    }

    private static String settings(String service, List<HasMetadata> documents) {
        return requireNonNull(
                Chart.get(ConfigMap.class, service, documents).getData().get("application.properties"));
    }
}
