package io.baytap.tap.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.baytap.schemas.Topic;
import io.baytap.schemas.network.v1.GateStatus;
import io.baytap.schemas.network.v1.TransportMode;
import io.baytap.stack.Records;
import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** A small city around the service under test: two issuers, a railway with a fixed gate, a bus, a suspended gate. */
public final class World implements AutoCloseable {

    public static final String RAIL = "MTR:heavy-rail";
    public static final String BUS = "MTR:K12:1";

    private final Records records;
    private final Network network;
    private final HttpClient http = HttpClient.newHttpClient();
    private final URI server;
    private final String name;
    private final AtomicLong sequence = new AtomicLong(4000);

    public final CodeIssuer mainland;
    public final CodeIssuer hongKong;
    public final GateDevice fixed;
    public final GateDevice moving;
    public final GateDevice suspended;

    /** Returns when the service knows all of it. */
    public static World create(String name) {
        Config config = ConfigProvider.getConfig();
        var world = new World(
                config.getValue("test.url", URI.class),
                name,
                new Records(
                        config.getValue("kafka.bootstrap.servers", String.class),
                        config.getValue("apicurio.registry.url", String.class)));
        world.register();
        world.awaitKnown();
        return world;
    }

    private World(URI server, String name, Records records) {
        this.server = server;
        this.name = name;
        this.records = records;
        this.network = new Network(records);
        mainland = CodeIssuer.create(name + "-cn", "WEIXIN_PAY");
        hongKong = CodeIssuer.create(name + "-hk", "WECHAT_PAY_HK");
        fixed = device("fixed");
        moving = device("moving");
        suspended = device("suspended");
    }

    public Records records() {
        return records;
    }

    public Network network() {
        return network;
    }

    public GateDevice device(String role) {
        return device(role, Keys.generate());
    }

    public GateDevice device(String role, KeyPair keys) {
        return new GateDevice(server, http, name + "-" + role, keys);
    }

    public Operator operator() {
        return new Operator(server, http, Operator.TOKEN);
    }

    public long nextSequence() {
        return sequence.incrementAndGet();
    }

    /** A tap that the fixed gate may send. */
    public TapText tap() {
        Instant now = Instant.now();
        long next = nextSequence();
        return TapText.of(next, now, mainland.code("rider" + next, now));
    }

    /** A tap that the moving gate may send. */
    public TapText busTap() {
        return tap().at(BUS, BUS + "#2");
    }

    /** The verdicts as {@code VERDICT} or {@code REJECTED REASON field}. */
    public static List<String> verdicts(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        JsonPath body = JsonPath.from(answer.body());
        List<String> verdicts = body.getList("verdicts.verdict");
        List<String> reasons = body.getList("verdicts.reason");
        List<String> fields = body.getList("verdicts.field");
        return IntStream.range(0, verdicts.size())
                .mapToObj(i -> reasons.get(i) == null
                        ? verdicts.get(i)
                        : verdicts.get(i) + " " + reasons.get(i) + " " + fields.get(i))
                .toList();
    }

    /** A refusal as {@code STATUS REASON field}. */
    public static String refusal(HttpResponse<String> answer) {
        JsonPath body = JsonPath.from(answer.body());
        return answer.statusCode() + " " + body.getString("reason") + " " + body.getString("field");
    }

    /** Everything of this world's gates that is on a topic now. */
    public <T extends SpecificRecord> List<T> onTheLine(Topic topic, Class<T> type) {
        List<T> all = records.consume(topic, type, recordsOn(topic), Duration.ofSeconds(30));
        return all.stream()
                .filter(event -> event.get(event.getSchema().getField("gateId").pos())
                        .toString()
                        .startsWith(name + "-"))
                .toList();
    }

    private int recordsOn(Topic topic) {
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class));
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic.name()).stream()
                    .map(partition -> new TopicPartition(topic.name(), partition.partition()))
                    .toList();
            return Math.toIntExact(consumer.endOffsets(partitions).values().stream()
                    .mapToLong(Long::longValue)
                    .sum());
        }
    }

    private void register() {
        network.route(RAIL, TransportMode.RAIL, List.of("MTR:1", "MTR:2"));
        network.route(BUS, TransportMode.BUS, List.of(BUS + "#1", BUS + "#2"));
        network.issuer(mainland);
        network.issuer(hongKong);
        network.gate(suspended.gateId(), RAIL, "MTR:1", suspended.keys().getPublic(), GateStatus.SUSPENDED);
        network.gate(moving.gateId(), null, null, moving.keys().getPublic(), GateStatus.ACTIVE);
        network.gate(fixed.gateId(), RAIL, "MTR:1", fixed.keys().getPublic(), GateStatus.ACTIVE);
    }

    private void awaitKnown() {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> accepted(fixed.sendBatch("[" + tap() + "]"))
                        && accepted(moving.sendBatch("[" + busTap() + "]")));
    }

    private static boolean accepted(HttpResponse<String> answer) {
        return answer.statusCode() == 202 && verdicts(answer).equals(List.of("ACCEPTED"));
    }

    @Override
    public void close() {
        records.close();
        http.close();
    }
}
