package io.baytap.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CompatibilityTest {

    private static final String RELEASED = """
            {"type": "record", "name": "Ride", "namespace": "io.baytap.schemas.test.v1", "fields": [
              {"name": "eventId", "type": "string"},
              {"name": "amountMinor", "type": "long"},
              {"name": "deck", "type": ["null", "string"], "default": null},
              {"name": "mode", "type": {"type": "enum", "name": "Mode", "symbols": ["RAIL", "BUS", "UNKNOWN"], "default": "UNKNOWN"}}
            ]}""";

    static Stream<Path> releases() throws IOException {
        return Released.releases().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("releases")
    void everyReleaseAndThisBuildReadEachOther(Path release) throws IOException {
        Map<String, Topic> topics = Topics.events().stream().collect(Collectors.toMap(Topic::name, topic -> topic));

        for (Map.Entry<String, Schema> released : Released.schemas(release).entrySet()) {
            Topic topic = Objects.requireNonNull(
                    topics.get(released.getKey()), released.getKey() + " was released and is gone");
            assertThat(Compatibility.faults(released.getValue(), topic.schema()))
                    .as(released.getKey() + " against " + release)
                    .isEmpty();
        }
    }

    @Test
    void everyTopicIsInTheLatestRelease() throws IOException {
        Path latest = Released.releases().getLast();

        assertThat(Released.schemas(latest).keySet())
                .containsExactlyInAnyOrderElementsOf(
                        Topics.events().stream().map(Topic::name).toList());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        a field without a default  | {"name": "deck"                                | {"name": "gateId", "type": "string"}, {"name": "deck"
        a field taken away         | {"name": "amountMinor", "type": "long"},       | ''
        a narrower type            | {"name": "amountMinor", "type": "long"}        | {"name": "amountMinor", "type": "int"}
        a wider type               | {"name": "amountMinor", "type": "long"}        | {"name": "amountMinor", "type": "double"}
        another type               | {"name": "amountMinor", "type": "long"}        | {"name": "amountMinor", "type": "string"}
        another name               | "name": "amountMinor"                          | "name": "fareMinor"
        a field made optional      | {"name": "eventId", "type": "string"}          | {"name": "eventId", "type": ["null", "string"], "default": null}
        an enum without a default  | , "default": "UNKNOWN"}                        | , "doc": "BUS is gone"}
        another event              | "name": "Ride"                                 | "name": "Trip"
        """)
    void aBreakIsFound(String change, String from, String to) {
        // Without its default an enum cannot take a symbol that it does not know, so a symbol goes as well.
        String present = change.startsWith("an enum")
                ? RELEASED.replace(from, to).replace("\"BUS\", ", "")
                : RELEASED.replace(from, to);
        assertThat(present).isNotEqualTo(RELEASED);

        assertThat(Compatibility.faults(parse(RELEASED), parse(present))).isNotEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        nothing                    | "Ride"                            | "Ride"
        a field with a default     | {"name": "deck"                   | {"name": "gateId", "type": "string", "default": ""}, {"name": "deck"
        an optional field          | {"name": "deck"                   | {"name": "gateId", "type": ["null", "string"], "default": null}, {"name": "deck"
        a symbol more              | ["RAIL",                          | ["TRAM", "RAIL",
        an optional field gone     | {"name": "deck", "type": ["null", "string"], "default": null}, | ''
        an explanation             | "type": "long"                    | "type": "long", "doc": "Whole minor units."
        """)
    void whatBreaksNothingIsLetThrough(String change, String from, String to) {
        String present = RELEASED.replace(from, to);

        assertThat(Compatibility.faults(parse(RELEASED), parse(present)))
                .as(change)
                .isEmpty();
    }

    private static Schema parse(String schema) {
        return new Schema.Parser().parse(schema);
    }
}
