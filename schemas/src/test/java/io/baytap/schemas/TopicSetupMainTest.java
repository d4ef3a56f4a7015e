package io.baytap.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TopicSetupMainTest {

    @Test
    void everyVariableOfKafkasClientIsASettingOfIt() {
        Map<String, Object> kafka = TopicSetupMain.kafka(Map.of(
                "KAFKA_BOOTSTRAP_SERVERS", "broker:9092", "KAFKA_SECURITY_PROTOCOL", "SASL_SSL", "HOME", "/tmp"));

        assertThat(kafka)
                .containsOnly(
                        Map.entry("bootstrap.servers", "broker:9092"), Map.entry("security.protocol", "SASL_SSL"));
    }
}
