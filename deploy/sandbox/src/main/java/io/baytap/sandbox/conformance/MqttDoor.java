package io.baytap.sandbox.conformance;

import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5Client;
import com.hivemq.client.mqtt.mqtt5.datatypes.Mqtt5UserProperties;
import com.hivemq.client.mqtt.mqtt5.datatypes.Mqtt5UserProperty;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** {@code gates/<id>/taps} on an MQTT 5 broker, answered on {@code gates/<id>/verdicts}. */
final class MqttDoor implements KitDoor {

    private static final int ANSWER_SECONDS_MAX = 20;

    private final Mqtt5AsyncClient client;
    private final Map<String, CompletableFuture<String>> waiting = new ConcurrentHashMap<>();

    MqttDoor(URI broker) {
        client = Mqtt5Client.builder()
                .serverHost(broker.getHost())
                .serverPort(broker.getPort())
                .buildAsync();
        client.publishes(MqttGlobalPublishFilter.ALL, this::take);
        try {
            client.connect().get(ANSWER_SECONDS_MAX, TimeUnit.SECONDS);
            client.subscribeWith()
                    .topicFilter("gates/+/verdicts")
                    .qos(MqttQos.AT_LEAST_ONCE)
                    .send()
                    .get(ANSWER_SECONDS_MAX, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the MQTT broker at " + broker + " does not answer", e);
        }
    }

    @Override
    public String name() {
        return "mqtt";
    }

    @Override
    public boolean speaks(String contentType) {
        return true;
    }

    @Override
    public List<String> send(KitBatch batch) throws InterruptedException {
        String topic = "gates/" + batch.gate().gateId() + "/taps";
        String correlation = UUID.randomUUID().toString();
        var answer = new CompletableFuture<String>();
        waiting.put(correlation, answer);
        var message = Mqtt5Publish.builder()
                .topic(topic)
                .qos(MqttQos.AT_LEAST_ONCE)
                .contentType(batch.contentType())
                .correlationData(correlation.getBytes(StandardCharsets.UTF_8))
                .userProperties(Mqtt5UserProperties.of(
                        Mqtt5UserProperty.of("Baytap-Sent-At", batch.sentAt().toString()),
                        Mqtt5UserProperty.of("Baytap-Signature", batch.signature("MQTT " + topic))))
                .payload(batch.body())
                .build();
        try {
            client.publish(message).get(ANSWER_SECONDS_MAX, TimeUnit.SECONDS);
            return AnswerText.of(answer.get(ANSWER_SECONDS_MAX, TimeUnit.SECONDS));
        } catch (ExecutionException | TimeoutException | CompletionException e) {
            return List.of("no answer: " + e);
        } finally {
            waiting.remove(correlation);
        }
    }

    private void take(Mqtt5Publish message) {
        ByteBuffer data = message.getCorrelationData().orElse(ByteBuffer.allocate(0));
        CompletableFuture<String> answer =
                waiting.get(StandardCharsets.UTF_8.decode(data).toString());
        if (answer != null) {
            answer.complete(new String(message.getPayloadAsBytes(), StandardCharsets.UTF_8));
        }
    }

    @Override
    public void close() {
        client.disconnect().join();
    }
}
