package io.baytap.helm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1Ingress;
import io.kubernetes.client.openapi.models.V1Job;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1Pod;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1Role;
import io.kubernetes.client.openapi.models.V1RoleBinding;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V1ServiceAccount;
import io.kubernetes.client.openapi.models.V1StatefulSet;
import io.kubernetes.client.openapi.models.V2HorizontalPodAutoscaler;
import java.io.IOException;
import java.util.Map;

/**
 * What a cluster with the operators' CRDs knows. A document is read into fabric8's model, which knows every field and its
 * type, and checked by the Kubernetes Java client for what Kubernetes requires; kinds of operators by their CRDs.
 */
final class Kinds {

    private interface Requirements {
        void check(JsonElement document) throws IOException;
    }

    private record Kind(Class<? extends HasMetadata> model, Requirements requirements) {}

    private static final Map<String, Kind> KUBERNETES = Map.ofEntries(
            Map.entry("apps/v1 Deployment", new Kind(Deployment.class, V1Deployment::validateJsonElement)),
            Map.entry("apps/v1 StatefulSet", new Kind(StatefulSet.class, V1StatefulSet::validateJsonElement)),
            Map.entry("batch/v1 Job", new Kind(Job.class, V1Job::validateJsonElement)),
            Map.entry("v1 Pod", new Kind(Pod.class, V1Pod::validateJsonElement)),
            Map.entry("v1 Service", new Kind(Service.class, V1Service::validateJsonElement)),
            Map.entry("v1 ConfigMap", new Kind(ConfigMap.class, V1ConfigMap::validateJsonElement)),
            Map.entry("v1 ServiceAccount", new Kind(ServiceAccount.class, V1ServiceAccount::validateJsonElement)),
            Map.entry("rbac.authorization.k8s.io/v1 Role", new Kind(Role.class, V1Role::validateJsonElement)),
            Map.entry(
                    "rbac.authorization.k8s.io/v1 RoleBinding",
                    new Kind(RoleBinding.class, V1RoleBinding::validateJsonElement)),
            Map.entry(
                    "policy/v1 PodDisruptionBudget",
                    new Kind(PodDisruptionBudget.class, V1PodDisruptionBudget::validateJsonElement)),
            Map.entry(
                    "autoscaling/v2 HorizontalPodAutoscaler",
                    new Kind(HorizontalPodAutoscaler.class, V2HorizontalPodAutoscaler::validateJsonElement)),
            Map.entry(
                    "networking.k8s.io/v1 NetworkPolicy",
                    new Kind(NetworkPolicy.class, V1NetworkPolicy::validateJsonElement)),
            Map.entry("networking.k8s.io/v1 Ingress", new Kind(Ingress.class, V1Ingress::validateJsonElement)),
            // Of these the models alone are to be had: fields and types, and not what is required.
            Map.entry("gateway.networking.k8s.io/v1 HTTPRoute", new Kind(HTTPRoute.class, _ -> {})),
            Map.entry("monitoring.coreos.com/v1 ServiceMonitor", new Kind(ServiceMonitor.class, _ -> {})),
            Map.entry("monitoring.coreos.com/v1 PrometheusRule", new Kind(PrometheusRule.class, _ -> {})));

    /** The models keep a field that they do not know; here it is refused. */
    private static final ObjectMapper STRICT = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .setAnnotationIntrospector(new JacksonAnnotationIntrospector() {
                private static final long serialVersionUID = 1L;

                @Override
                public Boolean hasAnySetter(Annotated annotated) {
                    return false;
                }
            });

    private Kinds() {}

    /** Reads one document; an unknown kind, an unknown field and one that is missing are errors. */
    static HasMetadata read(JsonNode document) {
        String name = document.path("apiVersion").asText() + " "
                + document.path("kind").asText();
        Kind kind = KUBERNETES.get(name);
        try {
            if (kind != null) {
                kind.requirements().check(JsonParser.parseString(document.toString()));
                return STRICT.treeToValue(document, kind.model());
            }
            OperatorKinds.check(name, document);
            return Chart.YAML.treeToValue(document, GenericKubernetesResource.class);
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new AssertionError(name + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new AssertionError(name, e);
        }
    }
}
