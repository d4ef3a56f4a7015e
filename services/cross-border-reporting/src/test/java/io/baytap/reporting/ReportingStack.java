package io.baytap.reporting;

import io.baytap.reporting.domain.BusinessDay;
import io.baytap.stack.EmbeddedStack;
import io.baytap.stack.Part;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.net.URI;
import java.time.Instant;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The whole stack, with the service's way to its database and its registry in the tests' hands. */
public final class ReportingStack implements QuarkusTestResourceLifecycleManager {

    static final String DATABASE = "reporting";

    static final int LISTED_BREAKS_MAX = 5;

    /** An operator that nothing is ever counted of. */
    static final String NAMED_OPERATOR = "NAMED";

    private static @Nullable EmbeddedStack stack;
    private static @Nullable CuttableLink database;
    private static @Nullable CuttableLink registry;

    @Override
    public Map<String, String> start() {
        EmbeddedStack started = EmbeddedStack.start(EnumSet.allOf(Part.class));
        stack = started;
        started.setUpTopics();
        started.createDatabase(DATABASE);
        URI databaseUri = URI.create(started.reactiveUrl(DATABASE));
        URI registryUri = URI.create(started.registryUrl());
        CuttableLink toDatabase = new CuttableLink(databaseUri.getPort());
        CuttableLink toRegistry = new CuttableLink(registryUri.getPort());
        database = toDatabase;
        registry = toRegistry;
        Map<String, String> settings = new HashMap<>(due());
        settings.putAll(Map.of(
                "reporting.operators", NAMED_OPERATOR,
                "reporting.listed-breaks-max", Integer.toString(LISTED_BREAKS_MAX),
                "kafka.bootstrap.servers", started.bootstrapServers(),
                "apicurio.registry.url", "http://localhost:" + toRegistry.port() + registryUri.getPath(),
                "quarkus.datasource.username", started.username(),
                "quarkus.datasource.password", started.password(),
                "quarkus.datasource.reactive.url", "postgresql://localhost:" + toDatabase.port() + "/" + DATABASE,
                "quarkus.datasource.jdbc.url", started.jdbcUrl(DATABASE)));
        return settings;
    }

    /** The month before last, which has been overdue since the tenth of the last one. */
    static YearMonth overdue() {
        return YearMonth.from(BusinessDay.of(Instant.now())).minusMonths(2);
    }

    private static Map<String, String> due() {
        return Map.of(
                "reporting.due.incomplete-journeys.period", "MONTH",
                "reporting.due.incomplete-journeys.days", "10",
                "reporting.due.incomplete-journeys.from", overdue().atDay(1).toString(),
                "reporting.due.refunds.period", "YEAR",
                "reporting.due.refunds.days", "3000",
                "reporting.due.refunds.from", "2025-12-31");
    }

    @Override
    public void stop() {
        if (stack != null) {
            stack.close();
        }
        if (database != null) {
            database.close();
        }
        if (registry != null) {
            registry.close();
        }
    }

    static EmbeddedStack stack() {
        return Objects.requireNonNull(stack, "started before the tests");
    }

    static CuttableLink database() {
        return Objects.requireNonNull(database, "started before the tests");
    }

    static CuttableLink registry() {
        return Objects.requireNonNull(registry, "started before the tests");
    }
}
