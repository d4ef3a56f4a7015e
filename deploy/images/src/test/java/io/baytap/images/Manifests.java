package io.baytap.images;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * What Helm rendered, as {@code podman kube play} takes it. podman has no controllers, no cluster addresses and no kubelet; what these would do is done
 * here, and nothing else is changed:
 *
 * <ul>
 *   <li>a StatefulSet becomes a Deployment of one pod with the claims that its controller would make, a Job the pod that its controller would start;
 *   <li>the address of a Service becomes that of its one pod, and so does the pod's own address in the environment;
 *   <li>a folder that lives with the pod is called after it: podman has one for all of the same name;
 *   <li>ports are not published, for all pods share this machine's network;
 *   <li>probes are taken out, to be asked by the test: podman would run curl for them, which no image has;
 *   <li>what is for the cluster alone (Service, ServiceAccount, NetworkPolicy, PodDisruptionBudget, …) is left out.
 * </ul>
 */
final class Manifests {

    private static final YAMLMapper YAML = new YAMLMapper();
    private static final String PORT = ":8080";
    private static final List<String> PROBES = List.of("startupProbe", "livenessProbe", "readinessProbe");

    private final String release;
    private final Map<String, String> addresses;
    private final List<ObjectNode> documents = new ArrayList<>();

    /**
     * Reads them.
     *
     * @param rendered all documents in YAML
     * @param addresses the address of each service's pod
     */
    Manifests(String rendered, String release, Map<String, String> addresses) {
        this.release = release;
        this.addresses = addresses;
        String reachable = Pattern.compile("http://" + release + "-([a-z-]+)")
                .matcher(rendered)
                .replaceAll(service -> "http://" + address(service.group(1)) + PORT);
        try (MappingIterator<JsonNode> each = YAML.readerFor(JsonNode.class).readValues(reachable)) {
            while (each.hasNext()) {
                if (each.next() instanceof ObjectNode document) {
                    documents.add(document);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All that an installation starts. */
    String installed() {
        List<JsonNode> played = new ArrayList<>();
        for (ObjectNode document : documents) {
            switch (document.path("kind").asText()) {
                case "ConfigMap" -> played.add(document);
                case "Deployment" -> played.add(withPods(document.deepCopy()));
                case "StatefulSet" -> played.addAll(deployment(document.deepCopy()));
                case "Job" -> played.add(pod(document));
                default -> {}
            }
        }
        return text(played);
    }

    /** The pod that {@code helm test} starts. */
    String check() {
        List<ObjectNode> pods = ofKind("Pod").stream().map(ObjectNode::deepCopy).toList();
        pods.forEach(pod -> ownFolders(name(pod), pod.path("spec")));
        return text(pods);
    }

    /** The Job's one container. */
    String jobContainer() {
        JsonNode job = ofKind("Job").getFirst();
        return name(job) + "-" + container(job).path("name").asText();
    }

    /** What a kubelet would ask a service's pod, as URLs. */
    List<String> probes(String service) {
        JsonNode container = documents.stream()
                .filter(document -> name(document).equals(release + "-" + service))
                .filter(document -> !container(document).isMissingNode())
                .map(Manifests::container)
                .findFirst()
                .orElseThrow();
        return PROBES.stream()
                .map(probe -> "http://" + address(service) + PORT
                        + container.path(probe).path("httpGet").path("path").asText())
                .toList();
    }

    /** An entry of a ConfigMap, itself in YAML. */
    JsonNode configured(String map, String file) {
        JsonNode found = ofKind("ConfigMap").stream()
                .filter(document -> name(document).equals(release + "-" + map))
                .findFirst()
                .orElseThrow();
        try {
            return YAML.readTree(found.path("data").path(file).asText());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<JsonNode> deployment(ObjectNode set) {
        List<JsonNode> played = new ArrayList<>();
        for (JsonNode claim : set.path("spec").path("volumeClaimTemplates")) {
            // As the controller would call the claim of the first pod.
            String claimName = name(claim) + "-" + name(set) + "-0";
            ObjectNode made = claim.deepCopy();
            made.put("apiVersion", "v1").put("kind", "PersistentVolumeClaim");
            made.withObject("/metadata").put("name", claimName);
            played.add(made);
            template(set)
                    .withObject("/spec")
                    .withArray("volumes")
                    .addObject()
                    .put("name", name(claim))
                    .putObject("persistentVolumeClaim")
                    .put("claimName", claimName);
        }
        played.add(withPods(set.put("kind", "Deployment")));
        return played;
    }

    private ObjectNode withPods(ObjectNode deployment) {
        String address = address(name(deployment).substring(release.length() + 1));
        ObjectNode container = (ObjectNode) container(deployment);
        container.remove(PROBES);
        container.remove("ports");
        for (JsonNode variable : container.path("env")) {
            if (variable.at("/valueFrom/fieldRef/fieldPath").asText().equals("status.podIP")) {
                ((ObjectNode) variable).put("value", address).remove("valueFrom");
            }
        }
        ownFolders(name(deployment), template(deployment).path("spec"));
        return deployment;
    }

    private static ObjectNode pod(ObjectNode job) {
        ObjectNode pod = template(job).deepCopy();
        pod.put("apiVersion", "v1").put("kind", "Pod");
        pod.withObject("/metadata").put("name", name(job));
        ownFolders(name(job), pod.path("spec"));
        return pod;
    }

    private static void ownFolders(String owner, JsonNode pod) {
        for (JsonNode volume : pod.path("volumes")) {
            String name = volume.path("name").asText();
            if (volume.has("emptyDir")) {
                String own = owner + "-" + name;
                ((ObjectNode) volume).put("name", own);
                for (JsonNode mount : pod.path("containers").path(0).path("volumeMounts")) {
                    if (mount.path("name").asText().equals(name)) {
                        ((ObjectNode) mount).put("name", own);
                    }
                }
            }
        }
    }

    private String address(String service) {
        return Objects.requireNonNull(addresses.get(service), service);
    }

    private List<ObjectNode> ofKind(String kind) {
        return documents.stream()
                .filter(document -> document.path("kind").asText().equals(kind))
                .toList();
    }

    private static ObjectNode template(JsonNode document) {
        return (ObjectNode) document.path("spec").path("template");
    }

    private static JsonNode container(JsonNode document) {
        return document.at("/spec/template/spec/containers/0");
    }

    private static String name(JsonNode document) {
        return document.path("metadata").path("name").asText();
    }

    private static String text(List<? extends JsonNode> documents) {
        try {
            StringBuilder text = new StringBuilder();
            for (JsonNode document : documents) {
                text.append(YAML.writeValueAsString(document));
            }
            return text.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
