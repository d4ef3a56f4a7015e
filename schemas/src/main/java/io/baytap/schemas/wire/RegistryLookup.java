package io.baytap.schemas.wire;

import com.microsoft.kiota.ApiException;
import io.apicurio.registry.client.RegistryClientFactory;
import io.apicurio.registry.client.common.RegistryClientOptions;
import io.apicurio.registry.rest.client.RegistryClient;
import io.apicurio.registry.rest.client.models.ProblemDetails;
import io.apicurio.registry.rest.client.models.VersionSearchResults;
import io.baytap.schemas.Topic;
import io.vertx.core.Vertx;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** Apicurio Registry. What was once looked up is kept, so an outage touches nobody who has seen a schema before. */
public final class RegistryLookup implements SchemaLookup {

    private static final String GROUP = "default";
    private static final String NO_CONTENT = "ContentNotFoundException";
    private static final int ANSWER_SECONDS_MAX = 5;

    private final RegistryClient registry;
    private final Map<Integer, Schema> schemas = new ConcurrentHashMap<>();
    private final Map<String, Integer> contentIds = new ConcurrentHashMap<>();

    /**
     * Asks nothing yet.
     *
     * @param url the registry's API, ending in {@code /apis/registry/v3}
     * @param vertx what the client runs on; the caller's to close
     */
    public RegistryLookup(String url, Vertx vertx) {
        this(RegistryClientOptions.create(url), vertx);
    }

    /**
     * Asks nothing yet.
     *
     * @param vertx what the client runs on; the caller's to close
     */
    public RegistryLookup(RegistryClientOptions options, Vertx vertx) {
        this.registry = RegistryClientFactory.create(options.vertx(vertx));
    }

    @Override
    public @Nullable Schema find(int contentId) {
        Schema known = schemas.get(contentId);
        if (known != null) {
            return known;
        }
        Schema fetched = answer("schema " + contentId, () -> fetch(contentId));
        if (fetched != null) {
            schemas.put(contentId, fetched);
        }
        return fetched;
    }

    @Override
    public int contentId(Topic topic) {
        Integer known = contentIds.get(topic.name());
        if (known != null) {
            return known;
        }
        Integer found = answer("the schema of " + topic.name(), () -> search(topic));
        if (found == null) {
            throw new RegistryAwayException("the schema of " + topic.name() + " is not registered yet");
        }
        contentIds.put(topic.name(), found);
        return found;
    }

    private @Nullable Schema fetch(int contentId) {
        try (InputStream content =
                registry.ids().contentIds().byContentId((long) contentId).get()) {
            return parse(new String(Objects.requireNonNull(content).readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new RegistryAwayException("the registry broke off", e);
        }
    }

    /** Null if it is no Avro schema: whatever it is, no event was written with it. */
    private static @Nullable Schema parse(String content) {
        try {
            return new Schema.Parser().parse(content);
        } catch (RuntimeException e) {
            // Avro trips over foreign JSON in many ways: a JSON Schema is a null pointer to it.
            return null;
        }
    }

    private @Nullable Integer search(Topic topic) {
        var content = new ByteArrayInputStream(topic.schema().toString().getBytes(StandardCharsets.UTF_8));
        VersionSearchResults found = registry.search().versions().post(content, "application/json", request -> {
            var query = Objects.requireNonNull(request.queryParameters);
            query.groupId = GROUP;
            query.artifactId = topic.name() + "-value";
            query.artifactType = "AVRO";
            query.canonical = true;
        });
        if (found == null || found.getVersions() == null || found.getVersions().isEmpty()) {
            return null;
        }
        return Objects.requireNonNull(found.getVersions().getFirst().getContentId())
                .intValue();
    }

    /** Null if the registry itself says that there is none; the client alone would wait for ever for a registry that hangs. */
    private static <T> @Nullable T answer(String question, Supplier<@Nullable T> request) {
        try {
            return CompletableFuture.supplyAsync(request, Thread::startVirtualThread)
                    .orTimeout(ANSWER_SECONDS_MAX, TimeUnit.SECONDS)
                    .join();
        } catch (CompletionException e) {
            // Another 404 says that the address is wrong, and nothing about the schema.
            if (e.getCause() instanceof ProblemDetails problem && NO_CONTENT.equals(problem.getName())) {
                return null;
            }
            String status =
                    e.getCause() instanceof ApiException answer ? " (" + answer.getResponseStatusCode() + ")" : "";
            throw new RegistryAwayException("the registry does not give " + question + status, e);
        }
    }
}
