package io.baytap.tap.rest;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How taps stand in a body. */
enum BatchFormat {
    ONE,
    ARRAY,
    LINES;

    static final String NDJSON = "application/x-ndjson";
    private static final String JSON = "application/json";

    /** Null if a batch does not come in this media type. */
    static @Nullable BatchFormat findForBatch(@Nullable String contentType) {
        return switch (essence(contentType)) {
            case JSON -> ARRAY;
            case NDJSON -> LINES;
            default -> null;
        };
    }

    /** Null if a single tap does not come in this media type. */
    static @Nullable BatchFormat findForOne(@Nullable String contentType) {
        return essence(contentType).equals(JSON) ? ONE : null;
    }

    /** Without parameters: JSON has none that matter, it is always UTF-8. */
    private static String essence(@Nullable String contentType) {
        return contentType == null ? "" : contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }
}
