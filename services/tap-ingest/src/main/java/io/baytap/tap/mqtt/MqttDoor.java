package io.baytap.tap.mqtt;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.hivemq.client.mqtt.MqttClientSslConfig;
import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.lifecycle.MqttClientAutoReconnect;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5Client;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import io.baytap.tap.domain.BatchFormat;
import io.baytap.tap.domain.InFlight;
import io.baytap.tap.domain.Intake;
import io.baytap.tap.json.RefusalView;
import io.baytap.tap.json.VerdictsView;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Takes the batches of gates that publish to {@code gates/<id>/taps} and answers on {@code gates/<id>/verdicts}. A message is
 * acknowledged when Kafka has its taps and the broker has the answer. Replicas share the messages.
 */
public final class MqttDoor implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(MqttDoor.class);
    private static final String SHARED = "$share/tap-ingest/" + GateMessage.FILTER;
    private static final Duration BACK_OFF = Duration.ofMillis(500);
    private static final Duration RECONNECT_MAX = Duration.ofSeconds(10);
    private static final Duration STOP_MAX = Duration.ofSeconds(3);
    private static final int TLS_PORT = 8883;
    private static final int PLAIN_PORT = 1883;

    private final Intake intake;
    private final ObjectMapper json;
    private final MqttSettings settings;
    private final Mqtt5AsyncClient client;
    private final InFlight unacknowledged;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /** Connects to nothing yet. */
    public MqttDoor(MqttSettings settings, Intake intake, ObjectMapper json) {
        this.settings = settings;
        this.intake = intake;
        this.json = json;
        this.unacknowledged = new InFlight(settings.receiveMax());
        this.client = client(settings);
    }

    /** From now on batches are taken; a broker that is away is waited for. */
    public void start() {
        // A thread each: one that waits for Kafka must not hold up the others.
        client.publishes(MqttGlobalPublishFilter.ALL, message -> threads.execute(() -> accept(message)), true);
        var _ = client.connectWith()
                .cleanStart(true)
                .restrictions()
                .receiveMaximum(settings.receiveMax())
                .maximumPacketSize(settings.packetBytesMax())
                .applyRestrictions()
                .send()
                .thenCompose(_ -> client.subscribeWith()
                        .topicFilter(SHARED)
                        .qos(MqttQos.AT_LEAST_ONCE)
                        .send())
                .whenComplete((_, failure) -> {
                    if (failure != null && !stopped()) {
                        LOG.errorf("MQTT gates cannot be heard: %s", failure);
                    }
                });
    }

    @Override
    public void close() {
        stop.countDown();
        try {
            client.disconnect().get(STOP_MAX.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
            LOG.debugf("the broker did not see us go: %s", e);
        }
        threads.shutdownNow();
    }

    /** The broker keeps to {@code receiveMax}, but not with messages that need no acknowledgement: beyond as many, those are dropped. */
    private void accept(Mqtt5Publish message) {
        boolean acknowledged = message.getQos() != MqttQos.AT_MOST_ONCE;
        if (!acknowledged && !unacknowledged.tryEnter(1)) {
            LOG.warnf(
                    "dropped a message on %s: too many are under way, and it needs no acknowledgement",
                    message.getTopic());
            return;
        }
        try {
            take(message);
        } catch (RuntimeException e) {
            LOG.error("taking a message failed; the broker delivers it again after a while", e);
        } finally {
            if (!acknowledged) {
                unacknowledged.leave(1);
            }
        }
    }

    private void take(Mqtt5Publish message) {
        GateMessage batch = GateMessage.of(message);
        while (!stopped()) {
            switch (intake.take(batch.request())) {
                case Intake.Answer.Judged(var verdicts) -> {
                    answer(batch, VerdictsView.of(verdicts));
                    return;
                }
                case Intake.Answer.Refused(var refusal) -> {
                    if (!refusal.passes()) {
                        answer(batch, RefusalView.of(refusal));
                        return;
                    }
                }
            }
            pause();
        }
    }

    private void answer(GateMessage batch, Object view) {
        var answer = Mqtt5Publish.builder()
                .topic(batch.answerTopic())
                .qos(MqttQos.AT_LEAST_ONCE)
                .contentType(BatchFormat.JSON_TYPE)
                .correlationData(batch.message().getCorrelationData().orElse(null))
                .payload(bytes(view))
                .build();
        CompletableFuture<?> answered = client.publish(answer);
        try {
            answered.join();
            batch.message().acknowledge();
        } catch (RuntimeException e) {
            LOG.warnf("gate %s was not answered, its message will be delivered again: %s", batch.gateId(), e);
        }
    }

    private byte[] bytes(Object view) {
        try {
            return json.writeValueAsString(view).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a view is always JSON", e);
        }
    }

    private boolean stopped() {
        return stop.getCount() == 0;
    }

    private void pause() {
        try {
            boolean _ = stop.await(BACK_OFF.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Mqtt5AsyncClient client(MqttSettings settings) {
        boolean tls = settings.broker().getScheme().equals("mqtts");
        int port = settings.broker().getPort();
        var builder = Mqtt5Client.builder()
                .identifier("tap-ingest-" + UUID.randomUUID())
                .serverHost(settings.broker().getHost())
                .serverPort(port > 0 ? port : tls ? TLS_PORT : PLAIN_PORT)
                .automaticReconnect(MqttClientAutoReconnect.builder()
                        .initialDelay(BACK_OFF.toMillis(), TimeUnit.MILLISECONDS)
                        .maxDelay(RECONNECT_MAX.toMillis(), TimeUnit.MILLISECONDS)
                        .build())
                .addConnectedListener(_ -> LOG.info("connected to the MQTT broker"))
                .addDisconnectedListener(context -> LOG.infof(
                        "the MQTT broker is away: %s", context.getCause().getMessage()));
        if (tls) {
            builder = builder.sslConfig(MqttClientSslConfig.builder().build());
        }
        if (settings.username().isPresent()) {
            builder = builder.simpleAuth()
                    .username(settings.username().get())
                    .password(settings.password().orElse("").getBytes(StandardCharsets.UTF_8))
                    .applySimpleAuth();
        }
        return builder.buildAsync();
    }
}
