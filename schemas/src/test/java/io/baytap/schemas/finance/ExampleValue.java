package io.baytap.schemas.finance;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.StreamSupport;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;

/** Whether a value of an example could be that of a field; times and dates are ISO 8601 texts. */
final class ExampleValue {

    private ExampleValue() {}

    static boolean fits(Schema schema, JsonNode value) {
        if (LogicalTypes.timestampMicros().equals(schema.getLogicalType())) {
            return parses(value, Instant::parse);
        }
        if (LogicalTypes.date().equals(schema.getLogicalType())) {
            return parses(value, LocalDate::parse);
        }
        return switch (schema.getType()) {
            case STRING -> value.isTextual();
            case BOOLEAN -> value.isBoolean();
            case INT -> value.isInt();
            case LONG -> value.isIntegralNumber();
            case NULL -> value.isNull();
            case ENUM -> schema.hasEnumSymbol(value.asText());
            case UNION -> schema.getTypes().stream().anyMatch(each -> fits(each, value));
            case ARRAY ->
                value.isArray()
                        && StreamSupport.stream(value.spliterator(), false)
                                .allMatch(each -> fits(schema.getElementType(), each));
            case RECORD, MAP, FIXED, BYTES, FLOAT, DOUBLE ->
                throw new IllegalStateException("no event of finance has a " + schema.getType());
        };
    }

    private interface Parser {
        Object parse(String text);
    }

    private static boolean parses(JsonNode value, Parser parser) {
        try {
            return value.isTextual() && !parser.parse(value.asText()).toString().isEmpty();
        } catch (DateTimeException _) {
            return false;
        }
    }
}
