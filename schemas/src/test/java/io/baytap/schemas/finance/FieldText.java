package io.baytap.schemas.finance;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;

/** A field of an event in words: its type, unit and meaning, each from the schema alone. */
record FieldText(String type, String unit, String meaning) {

    /** The sentence, or the part of one, in which a field's text says what its numbers are. */
    private static final Pattern UNIT = Pattern.compile(
            "((?:Whole m|Whole M|M|whole m)inor units of `\\w+`(?:, exact decimal)?(?:; (?:signed|positive|not negative|not positive|never negative))?)\\.?");

    static FieldText of(Schema.Field field) {
        Schema schema = field.schema();
        boolean optional = schema.isNullable();
        Schema value = optional && schema.getType() == Schema.Type.UNION
                ? schema.getTypes().stream()
                        .filter(each -> each.getType() != Schema.Type.NULL)
                        .findFirst()
                        .orElseThrow()
                : schema;
        Matcher unit = UNIT.matcher(field.doc());
        boolean money = field.name().endsWith("Minor") || field.name().equals("residue");
        return money && unit.find()
                ? new FieldText(
                        type(value, optional),
                        unit.group(1),
                        unit.replaceFirst("").replaceAll("\\s+", " ").strip())
                : new FieldText(type(value, optional), unit(field, value), field.doc());
    }

    private static String type(Schema value, boolean optional) {
        String type = switch (value.getType()) {
            case ENUM ->
                value.getEnumSymbols().stream()
                        .filter(symbol -> !symbol.equals(value.getEnumDefault()))
                        .map(symbol -> "`" + symbol + "`")
                        .collect(Collectors.joining(", "));
            case ARRAY -> "list of " + type(value.getElementType(), false);
            case LONG, INT ->
                value.getLogicalType() == null
                        ? value.getType().getName()
                        : value.getType().getName() + " ("
                                + value.getLogicalType().getName() + ")";
            default -> value.getType().getName();
        };
        return optional ? type + " or null" : type;
    }

    private static String unit(Schema.Field field, Schema value) {
        if (LogicalTypes.timestampMicros().equals(value.getLogicalType())) {
            return "microseconds since 1970, UTC";
        }
        if (LogicalTypes.date().equals(value.getLogicalType())) {
            return "days since 1970";
        }
        if (field.doc().contains("ISO 4217")) {
            return "ISO 4217 code";
        }
        if (field.name().endsWith("BasisPoints")) {
            return "hundredths of a percent";
        }
        return field.doc().toLowerCase(java.util.Locale.ROOT).contains("exact decimal") ? "exact decimal" : "";
    }
}
