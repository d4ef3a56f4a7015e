package io.baytap.helm;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.marcnuri.helm.Helm;
import com.marcnuri.helm.TemplateCommand;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The chart as Helm renders it, with every document read strictly: what Kubernetes does not know is an error here. */
final class Chart {

    static final Path FOLDER = Path.of("baytap");
    static final String RELEASE = "line";
    static final String KUBERNETES = "1.32.0";
    static final String NAMESPACE = "transit";
    static final List<String> SERVICES =
            List.of("tap-ingest", "fare-calculation", "fx-conversion", "wallet-settlement", "cross-border-reporting");

    static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private static final Map<String, Class<? extends HasMetadata>> KINDS = Map.of(
            "apps/v1 Deployment", Deployment.class,
            "v1 Service", Service.class,
            "v1 ConfigMap", ConfigMap.class,
            "v1 ServiceAccount", ServiceAccount.class,
            "rbac.authorization.k8s.io/v1 Role", Role.class,
            "rbac.authorization.k8s.io/v1 RoleBinding", RoleBinding.class,
            "policy/v1 PodDisruptionBudget", PodDisruptionBudget.class,
            "autoscaling/v2 HorizontalPodAutoscaler", HorizontalPodAutoscaler.class);

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

    private Chart() {}

    /** The documents of the chart with its own values. */
    static List<HasMetadata> render() {
        return render(UnaryOperator.identity());
    }

    /** The documents of the chart with values over its own, as a values file has them. */
    static List<HasMetadata> render(String values) {
        try {
            Path file = Files.createTempFile(Path.of("target"), "values-", ".yaml");
            Files.writeString(file, values);
            return render(command -> command.withValuesFile(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static <T extends HasMetadata> List<T> ofKind(Class<T> kind, List<HasMetadata> documents) {
        return documents.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** The one document of that kind for that service. */
    static <T extends HasMetadata> T get(Class<T> kind, String service, List<HasMetadata> documents) {
        return ofKind(kind, documents).stream()
                .filter(each -> each.getMetadata().getName().equals(RELEASE + "-" + service))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + kind.getSimpleName() + " for " + service));
    }

    /** Reads one document; unknown kinds and unknown fields are errors. */
    static HasMetadata read(JsonNode document) throws IOException {
        String kind = document.path("apiVersion").asText() + " "
                + document.path("kind").asText();
        Class<? extends HasMetadata> type = KINDS.get(kind);
        if (type == null) {
            throw new AssertionError("the chart makes no " + kind);
        }
        return STRICT.treeToValue(document, type);
    }

    private static List<HasMetadata> render(UnaryOperator<TemplateCommand> values) {
        String rendered = values.apply(new Helm(FOLDER)
                        .template()
                        .withName(RELEASE)
                        .withNamespace(NAMESPACE)
                        .withKubeVersion(KUBERNETES))
                .call();
        List<HasMetadata> documents = new ArrayList<>();
        try (MappingIterator<JsonNode> each = YAML.readerFor(JsonNode.class).readValues(rendered)) {
            while (each.hasNext()) {
                JsonNode document = each.next();
                if (!document.isNull() && !document.isMissingNode()) {
                    documents.add(read(document));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return documents;
    }
}
