package io.baytap.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

    @Test
    void aRegistryThatIsNotGivenOrNotItsApiIsNamed() {
        assertThatThrownBy(() -> TopicSetupMain.registry(Map.of())).hasMessageContaining("apicurio.registry.url");
        assertThatThrownBy(() -> TopicSetupMain.registry(Map.of("APICURIO_REGISTRY_URL", "http://registry:8080")))
                .hasMessageContaining("ends in /apis/registry/v3: 'http://registry:8080'");
    }
}
