package io.baytap.tap.messaging;

import com.microsoft.kiota.ApiException;
import io.apicurio.registry.rest.client.RegistryClient;
import io.apicurio.registry.rest.client.models.SearchedVersion;
import io.apicurio.registry.rest.client.models.VersionSearchResults;
import io.baytap.schemas.Topic;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParseException;
import org.jspecify.annotations.Nullable;

/** Schemas by the content ids that stand before each value. What was once looked up is kept: content never changes its id. */
public final class RegistrySchemas {

    private static final String GROUP = "default";
    private static final String CONTENT_TYPE = "application/json";
    private static final int NOT_FOUND = 404;

    private final RegistryClient registry;
    private final Map<Integer, Schema> byId = new ConcurrentHashMap<>();
    private final Map<String, Integer> idsByTopic = new ConcurrentHashMap<>();

    public RegistrySchemas(RegistryClient registry) {
        this.registry = registry;
    }

    /**
     * The schema that a record was written with; null if the registry knows none by that id.
     *
     * @throws RegistryAwayException if it cannot be asked
     */
    @Nullable
    Schema findById(int contentId) {
        Schema known = byId.get(contentId);
        if (known != null) {
            return known;
        }
        Schema schema = fetch(contentId);
        if (schema != null) {
            byId.put(contentId, schema);
        }
        return schema;
    }

    /**
     * The id of the schema that this program writes to the topic, which need not be the latest one.
     *
     * @throws RegistryAwayException if it cannot be asked, or does not have the schema yet
     */
    int idFor(Topic topic) {
        Integer known = idsByTopic.get(topic.name());
        if (known != null) {
            return known;
        }
        int contentId = search(topic);
        idsByTopic.put(topic.name(), contentId);
        return contentId;
    }

    private @Nullable Schema fetch(int contentId) {
        try (InputStream content =
                registry.ids().contentIds().byContentId((long) contentId).get()) {
            return new Schema.Parser().parse(Objects.requireNonNull(content));
        } catch (ApiException e) {
            if (e.getResponseStatusCode() == NOT_FOUND) {
                return null;
            }
            throw new RegistryAwayException("cannot read schema " + contentId, e);
        } catch (SchemaParseException e) {
            return null;
        } catch (IOException | RuntimeException e) {
            throw new RegistryAwayException("cannot read schema " + contentId, e);
        }
    }

    private int search(Topic topic) {
        var content = new ByteArrayInputStream(topic.schema().toString().getBytes(StandardCharsets.UTF_8));
        try {
            VersionSearchResults found = registry.search().versions().post(content, CONTENT_TYPE, request -> {
                var query = Objects.requireNonNull(request.queryParameters);
                query.groupId = GROUP;
                query.artifactId = topic.name() + "-value";
                query.artifactType = "AVRO";
                query.canonical = true;
            });
            List<SearchedVersion> versions = found == null ? null : found.getVersions();
            if (versions == null || versions.isEmpty()) {
                throw new RegistryAwayException("the registry does not have the schema of " + topic.name());
            }
            return Objects.requireNonNull(versions.getFirst().getContentId()).intValue();
        } catch (RegistryAwayException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new RegistryAwayException("cannot look up the schema of " + topic.name(), e);
        }
    }
}
