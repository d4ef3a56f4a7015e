package io.baytap.tap.mqtt;

import com.hivemq.client.mqtt.datatypes.MqttTopic;
import com.hivemq.client.mqtt.datatypes.MqttUtf8String;
import com.hivemq.client.mqtt.mqtt5.datatypes.Mqtt5UserProperty;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import io.baytap.tap.domain.BatchFormat;
import io.baytap.tap.domain.Door;
import io.baytap.tap.domain.EnvelopeParser;
import io.baytap.tap.domain.Intake;
import java.io.ByteArrayInputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A message of a gate as a request, and where its answer goes. */
record GateMessage(Mqtt5Publish message, String gateId) {

    static final String FILTER = "gates/+/taps";
    private static final int GATE_LEVEL = 1;

    static GateMessage of(Mqtt5Publish message) {
        return new GateMessage(message, message.getTopic().getLevels().get(GATE_LEVEL));
    }

    Intake.Request request() {
        byte[] body = message.getPayloadAsBytes();
        var headers = EnvelopeParser.read(
                "MQTT " + message.getTopic(),
                gateId,
                property(EnvelopeParser.SENT_AT),
                property(EnvelopeParser.SIGNATURE));
        String contentType =
                message.getContentType().map(MqttUtf8String::toString).orElse(null);
        return new Intake.Request(
                Door.MQTT,
                headers,
                BatchFormat.findForBatch(contentType),
                (long) body.length,
                new ByteArrayInputStream(body));
    }

    /** As the message asks, but only to the gate's own topics: who sent it is not proven yet. */
    MqttTopic answerTopic() {
        MqttTopic own = MqttTopic.of("gates/" + gateId + "/verdicts");
        return message.getResponseTopic()
                .filter(topic -> topic.toString().startsWith("gates/" + gateId + "/"))
                .filter(topic -> !topic.equals(message.getTopic()))
                .orElse(own);
    }

    private @Nullable String property(String name) {
        List<? extends Mqtt5UserProperty> properties =
                message.getUserProperties().asList();
        for (Mqtt5UserProperty property : properties) {
            if (property.getName().toString().equals(name)) {
                return property.getValue().toString();
            }
        }
        return null;
    }
}
