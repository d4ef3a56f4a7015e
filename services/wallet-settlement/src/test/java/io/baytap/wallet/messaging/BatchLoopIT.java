package io.baytap.wallet.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.baytap.schemas.Topic;
import io.baytap.schemas.Topics;
import io.baytap.schemas.wire.RegistryLookup;
import io.baytap.schemas.wire.SchemaLookup;
import io.baytap.stack.EmbeddedStack;
import io.baytap.stack.Part;
import io.baytap.stack.Records;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.Test;

/** What the loop promises when the database has done its part and Kafka fails. */
class BatchLoopIT {

    private static final Duration SOON = Duration.ofSeconds(60);

    /** Stores what it is given, as the database would: twice is once. */
    private static final class Copying implements RecordHandler {
        final List<List<String>> polls = new CopyOnWriteArrayList<>();
        final AtomicInteger outagesLeft;

        Copying(int outages) {
            outagesLeft = new AtomicInteger(outages);
        }

        @Override
        public List<ProducerRecord<byte[], byte[]>> handle(List<ConsumerRecord<byte[], byte[]>> records) {
            polls.add(records.stream()
                    .map(record -> new String(record.value(), UTF_8))
                    .toList());
            if (outagesLeft.getAndDecrement() > 0) {
                throw new IllegalStateException("the database is away");
            }
            return records.stream()
                    .map(record -> new ProducerRecord<>(Topics.SETTLEMENTS_POSTED.name(), record.key(), record.value()))
                    .toList();
        }
    }

    /** The first commits fail after everything was sent. */
    private static final class FailingClients extends KafkaClients {
        private final AtomicInteger failuresLeft;

        FailingClients(Settings settings, SchemaLookup schemas, int failures) {
            super(settings, schemas);
            failuresLeft = new AtomicInteger(failures);
        }

        @Override
        @SuppressWarnings("unchecked")
        Producer<byte[], byte[]> transactionalProducer(Topic topic) {
            Producer<byte[], byte[]> real = super.transactionalProducer(topic);
            return (Producer<byte[], byte[]>) Proxy.newProxyInstance(
                    Producer.class.getClassLoader(), new Class<?>[] {Producer.class}, (_, method, arguments) -> {
                        if (method.getName().equals("commitTransaction") && failuresLeft.getAndDecrement() > 0) {
                            real.flush();
                            throw new KafkaException("the broker is away");
                        }
                        try {
                            return method.invoke(real, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    });
        }
    }

    @Test
    void afterAFailureBetweenDatabaseAndKafkaTheSameRecordsComeOutOnce() throws InterruptedException {
        try (var stack = EmbeddedStack.start(Set.of(Part.KAFKA, Part.REGISTRY));
                var records = records(stack)) {
            stack.setUpTopics();
            Vertx vertx = Vertx.vertx();
            var settings = new KafkaClients.Settings(
                    Map.of("bootstrap.servers", stack.bootstrapServers()), "test", 100, Duration.ofMillis(20));
            var clients = new FailingClients(settings, new RegistryLookup(stack.registryUrl(), vertx), 2);
            var handler = new Copying(1);
            var loop = new BatchLoop(
                    Topics.FARES_CONVERTED, clients, handler, InstantSource.system(), new SimpleMeterRegistry());
            records.produceBytes(Topics.FARES_CONVERTED.name(), "rider", "one".getBytes(UTF_8));
            records.produceBytes(Topics.FARES_CONVERTED.name(), "rider", "two".getBytes(UTF_8));

            Thread thread = Thread.ofPlatform().start(loop);
            records.consumeBytes(Topics.SETTLEMENTS_POSTED.name(), 2, SOON);
            records.produceBytes(Topics.FARES_CONVERTED.name(), "rider", "three".getBytes(UTF_8));

            List<String> out = records.consumeBytes(Topics.SETTLEMENTS_POSTED.name(), 3, SOON).stream()
                    .map(record -> new String(record.value(), UTF_8))
                    .toList();
            loop.stop();
            thread.join(SOON.toMillis());
            assertThat(out).containsExactly("one", "two", "three");
            assertThat(handler.polls)
                    .as("an outage and two failures before it went well")
                    .hasSizeGreaterThanOrEqualTo(4);
            assertThat(thread.isAlive()).isFalse();
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    private static Records records(EmbeddedStack stack) {
        return new Records(stack.bootstrapServers(), stack.registryUrl());
    }
}
