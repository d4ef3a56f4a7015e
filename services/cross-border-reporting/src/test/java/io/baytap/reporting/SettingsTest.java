package io.baytap.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import io.baytap.schemas.Topic;
import io.baytap.schemas.Topics;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class SettingsTest {

    @Test
    void theChannelReadsEveryTopicThatTheTableGivesThisService() throws IOException {
        var settings = new Properties();
        try (InputStream file = SettingsTest.class.getResourceAsStream("/application.properties")) {
            settings.load(file);
        }

        List<String> read = List.of(
                settings.getProperty("mp.messaging.incoming.line.topics").split(","));

        assertThat(read)
                .containsExactlyInAnyOrderElementsOf(Topics.events().stream()
                        .filter(topic -> topic.consumers().contains("cross-border-reporting"))
                        .map(Topic::name)
                        .toList());
    }
}
