package io.baytap.tap;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.baytap.schemas.wire.SchemaLookup;
import io.baytap.tap.domain.GateBook;
import io.baytap.tap.domain.Intake;
import io.baytap.tap.messaging.GateTeller;
import io.baytap.tap.messaging.KafkaDoor;
import io.baytap.tap.messaging.KafkaSettings;
import io.baytap.tap.messaging.ReferenceMeters;
import io.baytap.tap.messaging.ReferenceReader;
import io.baytap.tap.mqtt.MqttDoor;
import io.baytap.tap.mqtt.MqttSettings;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Opens the doors when the service starts, and closes them before everything else when it stops. */
@Singleton
final class Doors {

    private final TapConfig config;

    Doors(TapConfig config) {
        this.config = config;
    }

    void start(
            @Observes StartupEvent event,
            ReferenceReader reader,
            KafkaDoor kafkaDoor,
            GateTeller teller,
            MqttDoors mqtt) {
        reader.start();
        mqtt.door().ifPresent(MqttDoor::start);
        teller.start();
        if (config.kafka().enabled()) {
            kafkaDoor.start();
        }
    }

    void stop(
            @Observes ShutdownEvent event,
            ReferenceReader reader,
            KafkaDoor kafkaDoor,
            GateTeller teller,
            MqttDoors mqtt) {
        mqtt.door().ifPresent(MqttDoor::close);
        kafkaDoor.close();
        teller.close();
        reader.close();
    }

    @Produces
    @Singleton
    KafkaDoor kafkaDoor(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            Producer<byte[], byte[]> producer,
            Intake intake,
            ReferenceMeters meters) {
        var settings = KafkaSettings.door(kafka, config.kafka().batchesMax());
        return new KafkaDoor(
                () -> new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer()),
                producer,
                intake,
                meters);
    }

    @Produces
    @Singleton
    MqttDoors mqttDoors(Intake intake, ObjectMapper json) {
        TapConfig.Mqtt mqtt = config.mqtt();
        // Half as much again as the largest body, so that one too large is told so rather than never delivered.
        int packetBytesMax = Math.toIntExact(config.bodyMax().asLongValue() * 3 / 2);
        return new MqttDoors(mqtt.url()
                .map(url -> new MqttDoor(
                        new MqttSettings(url, mqtt.username(), mqtt.password(), mqtt.receiveMax(), packetBytesMax),
                        intake,
                        json)));
    }

    /** None if no broker is set. */
    record MqttDoors(Optional<MqttDoor> door) {}

    @Produces
    @Singleton
    GateTeller gateTeller(GateBook book, Producer<byte[], byte[]> producer, SchemaLookup schemas) {
        return new GateTeller(book, producer, schemas, config.sequencesEvery());
    }
}
