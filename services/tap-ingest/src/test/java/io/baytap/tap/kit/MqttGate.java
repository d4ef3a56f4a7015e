package io.baytap.tap.kit;

import static org.awaitility.Awaitility.await;

import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5Client;
import com.hivemq.client.mqtt.mqtt5.datatypes.Mqtt5UserProperties;
import com.hivemq.client.mqtt.mqtt5.datatypes.Mqtt5UserProperty;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A gate that speaks MQTT 5 and tells its answers apart by their correlation data. */
public final class MqttGate implements AutoCloseable {

    private final Mqtt5AsyncClient client;
    private final GateDevice device;
    private final Duration limit;
    private final Map<String, Mqtt5Publish> answers = new ConcurrentHashMap<>();

    public static MqttGate connect(URI broker, GateDevice device, Duration limit) {
        var client = Mqtt5Client.builder()
                .serverHost(broker.getHost())
                .serverPort(broker.getPort())
                .buildAsync();
        var gate = new MqttGate(client, device, limit);
        client.publishes(MqttGlobalPublishFilter.ALL, gate::take);
        client.connect().join();
        client.subscribeWith()
                .topicFilter("gates/" + device.gateId() + "/+")
                .qos(MqttQos.AT_LEAST_ONCE)
                .noLocal(true)
                .send()
                .join();
        return gate;
    }

    private MqttGate(Mqtt5AsyncClient client, GateDevice device, Duration limit) {
        this.client = client;
        this.device = device;
        this.limit = limit;
    }

    public void send(String contentType, byte[] body, String correlation) {
        send(contentType, body, correlation, null);
    }

    /** With a wish where the answer should go. */
    public void sendFor(String responseTopic, byte[] body, String correlation) {
        send(GateDevice.JSON, body, correlation, responseTopic);
    }

    public boolean answered(String correlation) {
        return answers.containsKey(correlation);
    }

    public Mqtt5Publish answer(String correlation) {
        await().atMost(limit).until(() -> answered(correlation));
        return Objects.requireNonNull(answers.get(correlation));
    }

    private void send(String contentType, byte[] body, String correlation, @Nullable String responseTopic) {
        String topic = "gates/" + device.gateId() + "/taps";
        var properties = device.headers("MQTT " + topic, Instant.now(), body).entrySet().stream()
                .map(header -> Mqtt5UserProperty.of(header.getKey(), header.getValue()))
                .toList();
        client.publish(Mqtt5Publish.builder()
                        .topic(topic)
                        .qos(MqttQos.AT_LEAST_ONCE)
                        .contentType(contentType)
                        .responseTopic(responseTopic)
                        .correlationData(Keys.utf8(correlation))
                        .userProperties(Mqtt5UserProperties.of(properties))
                        .payload(body)
                        .build())
                .join();
    }

    private void take(Mqtt5Publish message) {
        message.getCorrelationData().ifPresent(correlation -> {
            byte[] bytes = new byte[correlation.remaining()];
            correlation.get(bytes);
            answers.put(new String(bytes, StandardCharsets.UTF_8), message);
        });
    }

    @Override
    public void close() {
        client.disconnect().join();
    }
}
