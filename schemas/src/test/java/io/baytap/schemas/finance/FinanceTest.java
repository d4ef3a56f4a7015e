package io.baytap.schemas.finance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.baytap.schemas.Topic;
import io.baytap.schemas.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is checked in for finance is what the schemas say now. */
class FinanceTest {

    static Stream<Topic> topics() {
        return Finance.topics().stream();
    }

    @Test
    void theDictionaryIsWhatTheSchemasSay() throws IOException {
        assertThat(Files.readString(Finance.DICTIONARY))
                .as("to be made anew, see README.md")
                .isEqualTo(Dictionary.text());
    }

    @Test
    void theAsyncApiDocumentIsWhatTopicsAndSchemasSay() throws IOException {
        assertThat(Files.readString(Finance.ASYNC_API))
                .as("to be made anew, see README.md")
                .isEqualTo(AsyncApi.text());
    }

    @Test
    void theAsyncApiDocumentIsOneByTheStandardsOwnSchema() throws IOException {
        JsonNode document = new ObjectMapper().readTree(Finance.ASYNC_API.toFile());

        assertThat(standard().validate(document)).isEmpty();
        assertThat(document.path("channels").size()).isEqualTo(Topics.events().size());
    }

    @Test
    void theStandardsSchemaRefusesWhatIsNone() throws IOException {
        ObjectNode noAction = (ObjectNode) new ObjectMapper().readTree(Finance.ASYNC_API.toFile());
        ((ObjectNode) noAction.at("/operations/tell-settlements-posted-v1")).remove("action");
        ObjectNode noAvro = (ObjectNode) new ObjectMapper().readTree(Finance.ASYNC_API.toFile());
        ((ObjectNode) noAvro.at("/components/messages/SettlementPosted/payload/schema")).put("type", "ledger");

        assertThat(standard().validate(noAction)).isNotEmpty();
        assertThat(standard().validate(noAvro)).isNotEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("topics")
    void anExampleHasEveryFieldAndNoOther(Topic topic) throws IOException {
        JsonNode example = Finance.example(topic);

        assertThat(example.fieldNames())
                .toIterable()
                .containsExactlyElementsOf(topic.schema().getFields().stream()
                        .map(Schema.Field::name)
                        .toList());
        for (Schema.Field field : topic.schema().getFields()) {
            assertThat(ExampleValue.fits(field.schema(), example.get(field.name())))
                    .as(topic.name() + " " + field.name())
                    .isTrue();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("topics")
    void everyAmountSaysItsCurrency(Topic topic) {
        List<String> fields =
                topic.schema().getFields().stream().map(Schema.Field::name).toList();
        for (Schema.Field field : topic.schema().getFields()) {
            if (field.name().endsWith("Minor")) {
                String unit = FieldText.of(field).unit();
                assertThat(unit).as(field.name()).containsPattern("inor units of `\\w+`");
                assertThat(fields).contains(unit.replaceAll(".*`(\\w+)`.*", "$1"));
            }
        }
    }

    private static JsonSchema standard() throws IOException {
        try (var schema = FinanceTest.class.getResourceAsStream("/asyncapi/3.0.0-without-$id.json")) {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(schema);
        }
    }
}
