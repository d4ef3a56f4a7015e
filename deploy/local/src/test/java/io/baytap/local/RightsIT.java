package io.baytap.local;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.baytap.schemas.Topic;
import io.baytap.schemas.Topics;
import io.baytap.stack.BrokerUser;
import io.baytap.stack.EmbeddedStack;
import io.baytap.stack.Part;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.TransactionalIdAuthorizationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The chart's users on a broker that asks for names: that their rights are enough the day shows, that they are not more is shown here. */
class RightsIT {

    private static final Duration POLL = Duration.ofSeconds(2);
    private static final String OPERATIONS = "operations";

    private static final Map<String, BrokerUser> USERS = new HashMap<>();

    private static EmbeddedStack stack;

    @BeforeAll
    static void start() throws Exception {
        stack = EmbeddedStack.start(Set.of(Part.KAFKA));
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", stack.bootstrapServers()))) {
            admin.createTopics(Topics.all().stream()
                            .map(topic -> topic.toNewTopic((short) 1))
                            .toList())
                    .all()
                    .get();
        }
        ChartUsers chart = ChartUsers.read(Layout.find().users());
        for (LineService service : LineService.values()) {
            USERS.put(service.id(), chart.add(service.id(), stack));
        }
        USERS.put(OPERATIONS, chart.add(OPERATIONS, stack));
    }

    @AfterAll
    static void stop() {
        stack.close();
    }

    @ParameterizedTest
    @CsvSource({
        "tap-ingest, fares.assessed.v1",
        "tap-ingest, taps.presented.v1.tap-ingest.dlq",
        "fare-calculation, charges.settled.v1",
        "fare-calculation, charges.declined.v1",
        "fare-calculation, settlements.posted.v1",
        "fx-conversion, taps.accepted.v1",
        "fx-conversion, wallets.contracts.v1",
        "wallet-settlement, taps.accepted.v1",
        "cross-border-reporting, wallets.contracts.v1",
        "cross-border-reporting, fares.converted.v1",
        "operations, taps.presented.v1",
        "operations, taps.presented.v1.tap-ingest.dlq"
    })
    void readsNoTopicOfOthers(String user, String topic) {
        assertThat(catchThrowable(() -> read(user, topic))).isInstanceOf(TopicAuthorizationException.class);
    }

    @Test
    void readsWhatTheContractHasItConsume() {
        for (Topic topic : Topics.events()) {
            for (String consumer : topic.consumers()) {
                assertThat(catchThrowable(() -> read(consumer, topic.name())))
                        .as(consumer + " " + topic.name())
                        .isNull();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "tap-ingest, taps.presented.v1",
        "tap-ingest, fares.assessed.v1",
        "fare-calculation, settlements.posted.v1",
        "fare-calculation, taps.accepted.v1",
        "fx-conversion, charges.settled.v1",
        "wallet-settlement, fares.converted.v1",
        "wallet-settlement, wallets.contracts.v1",
        "cross-border-reporting, settlements.posted.v1",
        "cross-border-reporting, fares.converted.v1.wallet-settlement.dlq",
        "operations, riders.denied.v1",
        "operations, taps.presented.v1"
    })
    void writesNoTopicOfOthers(String user, String topic) {
        assertThat(catchThrowable(() -> write(user, topic, null))).isInstanceOf(TopicAuthorizationException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "fare-calculation, wallet-settlement",
        "cross-border-reporting, wallet-settlement",
        "wallet-settlement, cross-border-reporting"
    })
    void movesNoGroupOfOthers(String user, String group) {
        assertThat(catchThrowable(() -> move(user, group, Topics.FX_RATES)))
                .isInstanceOf(GroupAuthorizationException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "tap-ingest, wallet-settlement-0",
        "wallet-settlement, fx-conversion-fetch",
        "operations, fx-conversion-fetch"
    })
    void writesInNoTransactionOfOthers(String user, String transactionalId) {
        assertThat(catchThrowable(() -> write(user, "taps.accepted.v1", transactionalId)))
                .isInstanceOf(TransactionalIdAuthorizationException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "tap-ingest",
        "fare-calculation",
        "fx-conversion",
        "wallet-settlement",
        "cross-border-reporting",
        "operations"
    })
    void makesAndDeletesNoTopicAndGivesNoRights(String user) {
        try (Admin admin = Admin.create(Map.copyOf(settings(user)))) {
            assertThat(failure(admin.createTopics(List.of(new NewTopic("own.v1", 1, (short) 1)))
                            .all()))
                    .isInstanceOf(AuthorizationException.class);
            assertThat(failure(admin.deleteTopics(List.of("taps.accepted.v1")).all()))
                    .isInstanceOf(AuthorizationException.class);
            assertThat(failure(admin.describeAcls(AclBindingFilter.ANY).values()))
                    .isInstanceOf(AuthorizationException.class);
        }
    }

    @Test
    void operationsPutsLettersBackAndSetsPositions() {
        assertThat(catchThrowable(() -> write(OPERATIONS, "fares.converted.v1", "dead-letters-x")))
                .isNull();
        assertThat(catchThrowable(() -> write(OPERATIONS, "fares.converted.v1.wallet-settlement.dlq", null)))
                .isNull();
        assertThat(catchThrowable(() -> move(OPERATIONS, "wallet-settlement", Topics.FARES_CONVERTED)))
                .isNull();
        assertThat(catchThrowable(() -> move(OPERATIONS, "cross-border-reporting", Topics.FX_RATES)))
                .isNull();
    }

    @Test
    void whoHasAnotherPasswordIsNotLetIn() {
        Map<String, Object> settings = settings("tap-ingest");
        settings.computeIfPresent(
                "sasl.jaas.config", (_, line) -> line.toString().replace("password=\"", "password=\"x"));
        try (Admin admin = Admin.create(settings)) {
            assertThat(failure(admin.describeCluster().nodes())).isInstanceOf(SaslAuthenticationException.class);
        }
    }

    @Test
    void whatIsRefusedIsKnown() {
        assertThat(catchThrowable(() -> read("tap-ingest", "fares.converted.v1")))
                .isInstanceOf(TopicAuthorizationException.class);

        assertThat(stack.refused())
                .anySatisfy(line -> assertThat(line).contains("User:tap-ingest", "fares.converted.v1"));
    }

    private static void read(String user, String topic) {
        try (var consumer =
                new KafkaConsumer<>(settings(user), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var first = new TopicPartition(topic, 0);
            consumer.assign(List.of(first));
            consumer.seek(first, 0);
            consumer.poll(POLL);
        }
    }

    private static void write(String user, String topic, @Nullable String transactionalId) throws Throwable {
        Map<String, Object> settings = settings(user);
        if (transactionalId != null) {
            settings.put("transactional.id", transactionalId);
        }
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            if (transactionalId != null) {
                producer.initTransactions();
                producer.beginTransaction();
            }
            producer.send(new ProducerRecord<>(topic, 0, null, new byte[] {1})).get();
        } catch (ExecutionException e) {
            throw e.getCause();
        }
    }

    private static void move(String user, String group, Topic topic) throws Throwable {
        try (Admin admin = Admin.create(Map.copyOf(settings(user)))) {
            admin.alterConsumerGroupOffsets(
                            group, Map.of(new TopicPartition(topic.name(), 0), new OffsetAndMetadata(0)))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            throw e.getCause();
        }
    }

    private static @Nullable Throwable failure(KafkaFuture<?> asked) {
        return catchThrowable(asked::get).getCause();
    }

    private static Map<String, Object> settings(String user) {
        return new HashMap<>(requireNonNull(USERS.get(user)).settings());
    }
}
