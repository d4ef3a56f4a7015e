package io.baytap.helm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The chart as Helm renders it, with every document read strictly: what a cluster does not know is an error here. */
final class Chart {

    static final Path FOLDER = Path.of("baytap");
    static final String RELEASE = "line";
    static final String NAMESPACE = "transit";
    static final List<String> SERVICES =
            List.of("tap-ingest", "fare-calculation", "fx-conversion", "wallet-settlement", "cross-border-reporting");

    private static final Path WORK = Path.of("target");
    private static final Template TEMPLATE = new Template(FOLDER, WORK);

    static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private Chart() {}

    /** The documents of the chart with values over its own, as values files have them; the later ones over the earlier. */
    static List<HasMetadata> render(String... values) {
        return documents(text(values)).stream().map(Kinds::read).toList();
    }

    /** What Helm prints. A name that ends in .yaml is one of the chart's own values files, all else is such a file's content. */
    static String text(String... values) {
        List<Path> files = new ArrayList<>();
        try {
            for (String each : values) {
                files.add(
                        each.endsWith(".yaml")
                                ? FOLDER.resolve(each)
                                : Files.writeString(Files.createTempFile(WORK, "values-", ".yaml"), each));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return TEMPLATE.render(RELEASE, NAMESPACE, files);
    }

    static List<JsonNode> documents(String text) {
        List<JsonNode> documents = new ArrayList<>();
        try (MappingIterator<JsonNode> each = YAML.readerFor(JsonNode.class).readValues(text)) {
            while (each.hasNext()) {
                JsonNode document = each.next();
                if (!document.isNull() && !document.isMissingNode()) {
                    documents.add(document);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return documents;
    }

    static <T extends HasMetadata> List<T> ofKind(Class<T> kind, List<HasMetadata> documents) {
        return documents.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** Documents of a kind that an operator brings. */
    static List<GenericKubernetesResource> ofKind(String kind, List<HasMetadata> documents) {
        return ofKind(GenericKubernetesResource.class, documents).stream()
                .filter(each -> each.getKind().equals(kind))
                .toList();
    }

    /** The one document of that kind for that service. */
    static <T extends HasMetadata> T get(Class<T> kind, String service, List<HasMetadata> documents) {
        return named(RELEASE + "-" + service, ofKind(kind, documents));
    }

    static <T extends HasMetadata> T named(String name, List<T> documents) {
        return documents.stream()
                .filter(each -> each.getMetadata().getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("none is called " + name));
    }

    /** A Pod, or the pods of a Deployment, StatefulSet or Job; nothing for other kinds. */
    static Stream<PodTemplateSpec> pods(HasMetadata document) {
        return switch (document) {
            case Deployment deployment -> Stream.of(deployment.getSpec().getTemplate());
            case StatefulSet set -> Stream.of(set.getSpec().getTemplate());
            case Pod pod -> Stream.of(new PodTemplateSpec(pod.getMetadata(), pod.getSpec()));
            case Job job -> Stream.of(job.getSpec().getTemplate());
            default -> Stream.of();
        };
    }

    static PodTemplateSpec pod(String service, List<HasMetadata> documents) {
        return documents.stream()
                .filter(each -> each.getMetadata().getName().equals(RELEASE + "-" + service))
                .flatMap(Chart::pods)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no pods of " + service));
    }

    static Container container(String service, List<HasMetadata> documents) {
        return pod(service, documents).getSpec().getContainers().getFirst();
    }
}
