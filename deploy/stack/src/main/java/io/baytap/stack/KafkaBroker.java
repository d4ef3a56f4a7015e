package io.baytap.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** One Kafka node in KRaft mode, broker and controller in one process. */
final class KafkaBroker {

    private static final Duration START_MAX = Duration.ofMinutes(2);

    /** Base64 of 16 bytes that spell the project's name; any would do, for a cluster of one. */
    private static final String CLUSTER_ID = "YmF5dGFwLWNsdXN0ZXI";

    private final Child process;
    private final int port;
    private final String bootstrapServers;

    private KafkaBroker(Child process, int port) {
        this.process = process;
        this.port = port;
        this.bootstrapServers = "127.0.0.1:" + port;
    }

    static KafkaBroker start(Warden warden, LocalRepository repository) {
        Path directory = warden.directory("kafka");
        int port = Ports.free();
        int controllerPort = Ports.free();
        Path settings = directory.resolve("server.properties");
        write(settings, settings(directory, port, controllerPort));
        Command command = Command.of(
                "kafka",
                List.of(
                        Command.java(),
                        "-Xmx160m",
                        "-Xss512k",
                        "-XX:+UseSerialGC",
                        "-XX:+UseCompactObjectHeaders",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:-UsePerfData",
                        "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                        "-Dorg.slf4j.simpleLogger.showDateTime=true",
                        "-cp",
                        repository.brokerClasspath() + ":" + ownClasses(),
                        BrokerMain.class.getName(),
                        settings.toString(),
                        "format",
                        "--standalone",
                        "-t",
                        CLUSTER_ID,
                        "-c",
                        settings.toString()),
                Map.of(),
                directory.resolve("kafka.log"));
        return new KafkaBroker(warden.start(command), port);
    }

    /** Waits until clients are served. */
    void awaitReady() {
        // The admin client would warn about every attempt before the port is open.
        process.awaitReady(() -> Ports.isOpen(port), START_MAX);
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            process.awaitReady(() -> serves(admin), START_MAX);
        }
    }

    String bootstrapServers() {
        return bootstrapServers;
    }

    Child process() {
        return process;
    }

    private static boolean serves(Admin admin) {
        try {
            return !admin.describeCluster().nodes().get(1, TimeUnit.SECONDS).isEmpty();
        } catch (ExecutionException | TimeoutException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while Kafka was starting", e);
        }
    }

    private static Properties settings(Path directory, int port, int controllerPort) {
        Properties settings = new Properties();
        settings.putAll(Map.of(
                "process.roles", "broker,controller",
                "node.id", "1",
                "controller.quorum.bootstrap.servers", "127.0.0.1:" + controllerPort,
                "controller.listener.names", "CONTROLLER",
                "listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort,
                "listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT",
                "log.dirs", directory.resolve("data").toString()));
        settings.putAll(Map.of(
                // A client that is too early must not make a topic with one partition.
                "auto.create.topics.enable", "false",
                "offsets.topic.replication.factor", "1",
                "offsets.topic.num.partitions", "4",
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1",
                "transaction.state.log.num.partitions", "4",
                // What a killed client left open is ended when its time is up, and not up to ten seconds later.
                "transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000",
                "share.coordinator.state.topic.replication.factor", "1",
                "share.coordinator.state.topic.min.isr", "1",
                "group.initial.rebalance.delay.ms", "0"));
        settings.putAll(Map.of(
                // The defaults reserve 128 MiB of heap for the cleaner and 10 MiB of disk per index.
                "log.cleaner.dedupe.buffer.size", "4194304",
                "log.index.size.max.bytes", "1048576",
                "log.segment.bytes", "67108864"));
        return settings;
    }

    private static void write(Path file, Properties settings) {
        try (var out = Files.newBufferedWriter(file)) {
            settings.store(out, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path ownClasses() {
        try {
            return Path.of(KafkaBroker.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
