package io.baytap.tap.domain;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How taps stand in a body. */
public enum BatchFormat {
    /** A JSON object, one tap. */
    ONE,
    /** A JSON array of taps. */
    ARRAY,
    /** A JSON object per line. */
    LINES,
    /** A zero byte, the content id of a schema in four bytes, and a batch in Avro binary. */
    AVRO;

    /** The media types, as the doors name them. */
    public static final String JSON_TYPE = "application/json";

    public static final String LINES_TYPE = "application/x-ndjson";
    public static final String AVRO_TYPE = "application/avro";

    /** Null if a batch does not come in this media type. */
    public static @Nullable BatchFormat findForBatch(@Nullable String contentType) {
        return switch (essence(contentType)) {
            case JSON_TYPE -> ARRAY;
            case LINES_TYPE -> LINES;
            case AVRO_TYPE -> AVRO;
            default -> null;
        };
    }

    /** Null if a single tap does not come in this media type. */
    public static @Nullable BatchFormat findForOne(@Nullable String contentType) {
        return essence(contentType).equals(JSON_TYPE) ? ONE : null;
    }

    /** Without parameters: JSON has none that matter, it is always UTF-8. */
    private static String essence(@Nullable String contentType) {
        return contentType == null ? "" : contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }
}
