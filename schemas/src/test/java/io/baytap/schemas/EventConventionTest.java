package io.baytap.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The envelope of an event is a convention, not a wrapper: it is held here. */
class EventConventionTest {

    static Stream<Topic> topics() {
        return Topics.events().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("topics")
    void anEventHasAnIdThatDerivesFromItsCause(Topic topic) {
        Schema.Field id = field(topic, "eventId");

        assertThat(id.pos()).isZero();
        assertThat(id.schema().getType()).isEqualTo(Schema.Type.STRING);
        assertThat(id.doc()).startsWith("Derives from its cause: `").contains("Never random.");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("topics")
    void anEventSaysWhenItOccurredInMicroseconds(Topic topic) {
        Schema.Field time = field(topic, "occurredAt");

        assertThat(time.schema().getLogicalType()).isEqualTo(LogicalTypes.timestampMicros());
        assertThat(time.doc()).contains("Microseconds since the epoch, UTC.");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("topics")
    void anEventCarriesItsKey(Topic topic) {
        Schema.Field key = field(topic, topic.key());

        assertThat(key.schema().getType()).isEqualTo(Schema.Type.STRING);
        assertThat(key.doc()).startsWith("The record's key.");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("topics")
    void anEventIsOfItsTopicsAreaAndVersion(Topic topic) {
        String[] name = topic.name().split("\\.", -1);

        assertThat(topic.schema().getNamespace())
                .isEqualTo("io.baytap.schemas." + name[0] + "." + name[name.length - 1]);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("topics")
    void everythingInAnEventIsExplained(Topic topic) {
        for (Schema schema : named(topic.schema())) {
            if (schema.getType() != Schema.Type.RECORD) {
                continue;
            }
            assertThat(schema.getDoc()).as(schema.getFullName()).isNotBlank();
            for (Schema.Field field : schema.getFields()) {
                assertThat(field.doc())
                        .as(schema.getFullName() + "." + field.name())
                        .isNotBlank();
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("topics")
    void anAmountIsAWholeNumberOfMinorUnits(Topic topic) {
        for (Schema schema : named(topic.schema())) {
            if (schema.getType() != Schema.Type.RECORD) {
                continue;
            }
            for (Schema.Field field : schema.getFields()) {
                assertThat(field.schema().getType())
                        .as(schema.getFullName() + "." + field.name())
                        .isNotIn(Schema.Type.FLOAT, Schema.Type.DOUBLE);
                if (field.name().endsWith("Minor")) {
                    assertThat(field.schema().getType()).as(field.name()).isEqualTo(Schema.Type.LONG);
                    assertThat(field.doc()).as(field.name()).containsIgnoringCase("whole minor units");
                }
            }
        }
    }

    /** So that a consumer of an earlier version reads a later symbol as the default, and does not stop. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("topics")
    void anEnumHasADefaultSymbol(Topic topic) {
        for (Schema schema : named(topic.schema())) {
            if (schema.getType() == Schema.Type.ENUM) {
                assertThat(schema.getEnumDefault()).as(schema.getFullName()).isEqualTo("UNKNOWN");
            }
        }
    }

    /** A field that may be absent says so by null, and null is then its default. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("topics")
    void anOptionalFieldIsNullByDefault(Topic topic) {
        for (Schema schema : named(topic.schema())) {
            if (schema.getType() != Schema.Type.RECORD) {
                continue;
            }
            for (Schema.Field field : schema.getFields()) {
                if (field.schema().getType() == Schema.Type.UNION) {
                    assertThat(field.schema().getTypes().getFirst().getType())
                            .as(field.name())
                            .isEqualTo(Schema.Type.NULL);
                    assertThat(field.hasDefaultValue()).as(field.name()).isTrue();
                }
            }
        }
    }

    private static Schema.Field field(Topic topic, String name) {
        return Objects.requireNonNull(
                topic.schema().getField(name), topic.schema().getFullName() + " has no " + name);
    }

    /** The schema and every record and enum in it. */
    private static List<Schema> named(Schema schema) {
        Map<String, Schema> found = new LinkedHashMap<>();
        collect(schema, found);
        return new ArrayList<>(found.values());
    }

    private static void collect(Schema schema, Map<String, Schema> found) {
        switch (schema.getType()) {
            case RECORD -> {
                if (found.put(schema.getFullName(), schema) == null) {
                    schema.getFields().forEach(field -> collect(field.schema(), found));
                }
            }
            case ENUM -> found.put(schema.getFullName(), schema);
            case ARRAY -> collect(schema.getElementType(), found);
            case MAP -> collect(schema.getValueType(), found);
            case UNION -> schema.getTypes().forEach(each -> collect(each, found));
            default -> {
                // Without a name of its own.
            }
        }
    }
}
