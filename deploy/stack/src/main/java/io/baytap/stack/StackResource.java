package io.baytap.stack;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The whole stack for a {@code @QuarkusTest}: {@code @QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name =
 * "database", value = "wallet"))}. Makes the topics and schemas, and the database if one is named; without a name PostgreSQL is not started.
 */
public final class StackResource implements QuarkusTestResourceLifecycleManager {

    private @Nullable String database;
    private @Nullable EmbeddedStack stack;

    @Override
    public void init(Map<String, String> arguments) {
        database = arguments.get("database");
    }

    @Override
    public Map<String, String> start() {
        EmbeddedStack started = EmbeddedStack.start(
                database == null
                        ? Set.of(Part.KAFKA, Part.REGISTRY)
                        : Set.of(Part.KAFKA, Part.REGISTRY, Part.POSTGRES));
        stack = started;
        started.setUpTopics();
        Map<String, String> settings = new HashMap<>(Map.of(
                "kafka.bootstrap.servers", started.bootstrapServers(),
                "apicurio.registry.url", started.registryUrl()));
        if (database != null) {
            started.createDatabase(database);
            settings.putAll(Map.of(
                    "quarkus.datasource.username", started.username(),
                    "quarkus.datasource.password", started.password(),
                    "quarkus.datasource.reactive.url", started.reactiveUrl(database),
                    "quarkus.datasource.jdbc.url", started.jdbcUrl(database)));
        }
        return settings;
    }

    @Override
    public void stop() {
        if (stack != null) {
            stack.close();
            stack = null;
        }
    }
}
