package io.baytap.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is scaled, by what, and that it keeps calm. */
class ScalingTest {

    private static final List<HasMetadata> KEDA =
            Chart.render("{ kafka: { mode: strimzi }, autoscaler: { kind: keda } }");

    @Test
    void byLagWhereThereIsATopicToReadAndByCpuWhereThereIsNone() {
        assertThat(Chart.ofKind("ScaledObject", KEDA))
                .extracting(each -> each.getMetadata().getName())
                .containsExactlyInAnyOrder(
                        "line-fare-calculation",
                        "line-fx-conversion",
                        "line-wallet-settlement",
                        "line-cross-border-reporting");
        assertThat(Chart.ofKind(HorizontalPodAutoscaler.class, KEDA))
                .extracting(each -> each.getMetadata().getName())
                .containsExactly("line-tap-ingest");
    }

    @Test
    void oneThatKeepsStateIsScaledAsWhatItIs() {
        assertThat(target("fare-calculation")).isEqualTo("StatefulSet");
        assertThat(target("fx-conversion")).isEqualTo("Deployment");
        assertThat(Chart.get(HorizontalPodAutoscaler.class, "fare-calculation", Chart.render())
                        .getSpec()
                        .getScaleTargetRef()
                        .getKind())
                .isEqualTo("StatefulSet");
    }

    /** A pod fewer moves partitions to others, which is what lag comes from: it has to be long unneeded, and one at a time. */
    @Test
    void whatIsNotNeededForTenMinutesGoesOneByOne() {
        JsonNode down = spec("fx-conversion").at("/advanced/horizontalPodAutoscalerConfig/behavior/scaleDown");
        var hpa = Chart.get(HorizontalPodAutoscaler.class, "tap-ingest", KEDA)
                .getSpec()
                .getBehavior()
                .getScaleDown();

        assertThat(down.path("stabilizationWindowSeconds").asInt()).isEqualTo(600);
        assertThat(down.path("policies").path(0).path("value").asInt()).isEqualTo(1);
        assertThat(hpa.getStabilizationWindowSeconds()).isEqualTo(600);
        assertThat(hpa.getPolicies())
                .singleElement()
                .satisfies(policy -> assertThat(policy.getValue()).isEqualTo(1));
    }

    @Test
    void aBrokerThatDoesNotTellItsLagChangesNothing() {
        assertThat(spec("fx-conversion").at("/fallback/behavior").asText()).isEqualTo("currentReplicas");
    }

    @Test
    void theBrokerIsAskedForTheGroupOfTheServiceAndItsTopics() {
        assertThat(spec("cross-border-reporting").path("triggers"))
                .extracting(each -> each.path("metadata").path("consumerGroup").asText() + " "
                        + each.path("metadata").path("topic").asText())
                .containsExactly(
                        "cross-border-reporting taps.accepted.v1", "cross-border-reporting settlements.posted.v1");
    }

    private static String target(String service) {
        return spec(service).path("scaleTargetRef").path("kind").asText();
    }

    private static JsonNode spec(String service) {
        return Chart.YAML.valueToTree(Chart.named(Chart.RELEASE + "-" + service, Chart.ofKind("ScaledObject", KEDA))
                .get("spec"));
    }
}
