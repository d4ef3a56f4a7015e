package io.baytap.reporting.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field of a form, in the visitor's language.
 *
 * @param value as it was given or stands for, or empty
 * @param problem why it cannot be used, or null
 */
public record FormField(
        String name,
        String label,
        Kind kind,
        String value,
        List<Choice> choices,
        @Nullable String problem) {

    /** How it is filled in. */
    public enum Kind {
        /** One of few. */
        SELECT,
        /** One of many, found by writing. */
        LIST,
        TIME
    }

    public boolean isSelect() {
        return kind == Kind.SELECT;
    }

    public boolean isTime() {
        return kind == Kind.TIME;
    }
}
