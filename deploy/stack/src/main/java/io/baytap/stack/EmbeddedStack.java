package io.baytap.stack;

import io.apicurio.registry.client.common.RegistryClientOptions;
import io.baytap.schemas.TopicSetup;
import io.baytap.stack.PostgresServer.Keeping;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.jspecify.annotations.Nullable;

/**
 * Real Kafka, PostgreSQL and Apicurio Registry, each a process of its own on free ports of the loopback address, in a directory of its own.
 * All of it is gone after {@link #close()}, or when this process ends in any other way.
 */
public final class EmbeddedStack implements AutoCloseable {

    private final Warden warden;
    private @Nullable KafkaBroker kafka;
    private @Nullable ApicurioRegistry registry;
    private @Nullable PostgresServer postgres;

    private final Keeping keeping;

    private EmbeddedStack(Warden warden, Keeping keeping) {
        this.warden = warden;
        this.keeping = keeping;
    }

    /** Starts the parts side by side and returns when all of them serve. */
    public static EmbeddedStack start(Set<Part> parts) {
        return start(parts, Path.of(System.getProperty("java.io.tmpdir")));
    }

    /**
     * The same, in a new directory below that one.
     *
     * @throws IllegalStateException with the end of its log if a part does not start; nothing is left of the others
     */
    public static EmbeddedStack start(Set<Part> parts, Path parent) {
        return start(parts, parent, Keeping.NOTHING);
    }

    /**
     * The same with a PostgreSQL whose commits are on the disk when they return: to measure it. The others do without, for
     * their data lives as long as the process, and there is no crash of the machine to survive.
     */
    public static EmbeddedStack startDurable(Set<Part> parts) {
        return start(parts, Path.of(System.getProperty("java.io.tmpdir")), Keeping.COMMITS);
    }

    /** The same with a PostgreSQL that archives what is written: to lose and restore it. */
    public static EmbeddedStack startArchived(Set<Part> parts) {
        return start(parts, Path.of(System.getProperty("java.io.tmpdir")), Keeping.ARCHIVE);
    }

    private static EmbeddedStack start(Set<Part> parts, Path parent, Keeping keeping) {
        EmbeddedStack stack = new EmbeddedStack(Warden.open(parent), keeping);
        try {
            stack.startAll(parts);
            return stack;
        } catch (RuntimeException | Error e) {
            stack.close();
            throw e;
        }
    }

    /** Where Kafka is, as {@code host:port}. Nobody is asked for a name here, and everybody may do everything. */
    public String bootstrapServers() {
        return started(kafka, Part.KAFKA).bootstrapServers();
    }

    /** Makes a user of Kafka, who comes by a listener that asks for name and password, and may do this and nothing else. */
    public BrokerUser addUser(String name, Collection<Right> rights) {
        return started(kafka, Part.KAFKA).addUser(name, rights);
    }

    /** What Kafka refused to users since the start, for want of a right, in the words of its log. */
    public List<String> refused() {
        return started(kafka, Part.KAFKA).refused();
    }

    /** The registry's API, version 3. */
    public String registryUrl() {
        return started(registry, Part.REGISTRY).url();
    }

    /** For JDBC: {@code jdbc:postgresql://host:port/database}. */
    public String jdbcUrl(String database) {
        return started(postgres, Part.POSTGRES).jdbcUrl(database);
    }

    /** For the reactive client: {@code postgresql://host:port/database}. */
    public String reactiveUrl(String database) {
        return started(postgres, Part.POSTGRES).reactiveUrl(database);
    }

    /** The database's superuser. */
    public String username() {
        return PostgresServer.USERNAME;
    }

    /** The superuser's password. */
    public String password() {
        return PostgresServer.PASSWORD;
    }

    /** Makes an empty database. */
    public void createDatabase(String name) {
        started(postgres, Part.POSTGRES).createDatabase(name);
    }

    /** A base backup of all databases, while they are used; of a stack that was started archived. */
    public Path backUpDatabases() {
        return started(postgres, Part.POSTGRES).backUp();
    }

    /** Ends PostgreSQL as a power cut would, and takes its data away. */
    public void loseDatabases() {
        started(postgres, Part.POSTGRES).lose();
    }

    /**
     * Starts PostgreSQL again with a base backup and what was archived since, at the same address; returns when it serves.
     *
     * @param until what was committed later stays lost; null: everything that was archived comes back
     */
    public void restoreDatabases(Path base, @Nullable Instant until) {
        started(postgres, Part.POSTGRES).restore(base, until);
    }

    /** Makes every topic of the line and registers every schema. */
    public void setUpTopics() {
        TopicSetup.create(
                Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers()),
                RegistryClientOptions.create(registryUrl()),
                (short) 1);
    }

    /** The parts' processes, to be watched or killed. */
    public Child process(Part part) {
        return switch (part) {
            case KAFKA -> started(kafka, part).process();
            case REGISTRY -> started(registry, part).process();
            case POSTGRES -> started(postgres, part).process();
        };
    }

    /** What started the parts; more processes can be put under it, to end with them. */
    public Warden warden() {
        return warden;
    }

    /** Ends every part and removes the directory. */
    @Override
    public void close() {
        warden.close();
    }

    private void startAll(Set<Part> parts) {
        LocalRepository repository = LocalRepository.find();
        List<CompletableFuture<Void>> starting = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Part part : parts) {
                starting.add(CompletableFuture.runAsync(() -> start(part, repository), threads));
            }
        }
        try {
            CompletableFuture.allOf(starting.toArray(CompletableFuture[]::new)).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private void start(Part part, LocalRepository repository) {
        switch (part) {
            case KAFKA -> {
                kafka = KafkaBroker.start(warden, repository);
                kafka.awaitReady();
            }
            case REGISTRY -> {
                registry = ApicurioRegistry.start(warden, repository);
                registry.awaitReady();
            }
            case POSTGRES -> {
                postgres = PostgresServer.start(warden, repository, keeping);
                postgres.awaitReady();
            }
        }
    }

    private static <T> T started(@Nullable T part, Part name) {
        if (part == null) {
            throw new IllegalStateException(name + " was not asked for at the start");
        }
        return part;
    }
}
