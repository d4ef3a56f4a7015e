package io.baytap.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.KafkaException;

/** One Kafka node in KRaft mode, broker and controller in one process. */
final class KafkaBroker {

    private static final Duration START_MAX = Duration.ofMinutes(2);

    /** Base64 of 16 bytes that spell the project's name; any would do, for a cluster of one. */
    private static final String CLUSTER_ID = "YmF5dGFwLWNsdXN0ZXI";

    /** The least that Kafka takes. */
    private static final int SCRAM_ITERATIONS = 4096;

    /** What the broker writes when it refuses something to a user, by StandardAuthorizer. */
    private static final String DENIED = " is Denied operation = ";

    private final Child process;
    private final Path log;
    private final int port;
    private final String bootstrapServers;
    private final String namedBootstrapServers;

    private KafkaBroker(Child process, Path log, int port, int namedPort) {
        this.process = process;
        this.log = log;
        this.port = port;
        this.bootstrapServers = "127.0.0.1:" + port;
        this.namedBootstrapServers = "127.0.0.1:" + namedPort;
    }

    static KafkaBroker start(Warden warden, LocalRepository repository) {
        Path directory = warden.directory("kafka");
        Path log = directory.resolve("kafka.log");
        int port = Ports.free();
        int namedPort = Ports.free();
        Path settings = directory.resolve("server.properties");
        write(settings, settings(directory, port, namedPort, Ports.free()));
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
                        "-Dorg.slf4j.simpleLogger.log.kafka.authorizer.logger=info",
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
                log);
        return new KafkaBroker(warden.start(command), log, port, namedPort);
    }

    /** Waits until clients are served. */
    void awaitReady() {
        // The admin client would warn about every attempt before the port is open.
        process.awaitReady(() -> Ports.isOpen(port), START_MAX);
        try (Admin admin = admin()) {
            process.awaitReady(() -> serves(admin), START_MAX);
        }
    }

    String bootstrapServers() {
        return bootstrapServers;
    }

    /** Makes a user with these rights and no others, and waits until the broker lets it in. */
    BrokerUser addUser(String name, Collection<Right> rights) {
        var user = new BrokerUser(name, UUID.randomUUID().toString(), namedBootstrapServers);
        var credentials = new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, SCRAM_ITERATIONS);
        try (Admin admin = admin()) {
            admin.createAcls(rights.stream().map(right -> right.of(name)).toList())
                    .all()
                    .get();
            admin.alterUserScramCredentials(
                            List.of(new UserScramCredentialUpsertion(name, credentials, user.password())))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            throw new KafkaException("cannot make the user " + name, e.getCause());
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
        process.awaitReady(() -> letsIn(user), START_MAX);
        return user;
    }

    /** What the broker refused to users so far, in its own words. */
    List<String> refused() {
        try (Stream<String> lines = Files.lines(log)) {
            return lines.filter(line -> line.contains(DENIED)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Child process() {
        return process;
    }

    private Admin admin() {
        return Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers));
    }

    /** A client that was refused once stays so: each time another one asks. */
    private static boolean letsIn(BrokerUser user) {
        try (Admin admin = Admin.create(Map.copyOf(user.settings()))) {
            return serves(admin);
        }
    }

    private static boolean serves(Admin admin) {
        try {
            return !admin.describeCluster().nodes().get(1, TimeUnit.SECONDS).isEmpty();
        } catch (ExecutionException | TimeoutException notYet) {
            return false;
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("interrupted while Kafka was starting", e);
    }

    private static Properties settings(Path directory, int port, int namedPort, int controllerPort) {
        String here = "://127.0.0.1:";
        Properties settings = new Properties();
        settings.putAll(Map.of(
                "process.roles", "broker,controller",
                "node.id", "1",
                "controller.quorum.bootstrap.servers", "127.0.0.1:" + controllerPort,
                "controller.listener.names", "CONTROLLER",
                "listeners",
                        "PLAINTEXT" + here + port + ",NAMED" + here + namedPort + ",CONTROLLER" + here + controllerPort,
                "listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,NAMED:SASL_PLAINTEXT,CONTROLLER:PLAINTEXT",
                "inter.broker.listener.name", "PLAINTEXT",
                "log.dirs", directory.resolve("data").toString()));
        settings.putAll(Map.of(
                "sasl.enabled.mechanisms",
                BrokerUser.MECHANISM,
                "listener.name.named.scram-sha-512.sasl.jaas.config",
                BrokerUser.LOGIN_MODULE + " required;",
                "authorizer.class.name",
                "org.apache.kafka.metadata.authorizer.StandardAuthorizer",
                // Whoever comes by the listener that asks for no name, brokers and controllers among them.
                "super.users",
                "User:ANONYMOUS"));
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
