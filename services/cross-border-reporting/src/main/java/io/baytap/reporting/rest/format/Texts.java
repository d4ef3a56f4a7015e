package io.baytap.reporting.rest.format;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Cells as text. */
public final class Texts {

    private Texts() {}

    /** Exact, with a point and no exponent; days and moments as ISO 8601 writes them; nothing for null. */
    public static String of(@Nullable Object cell) {
        return switch (cell) {
            case null -> "";
            case BigDecimal decimal -> decimal.toPlainString();
            default -> cell.toString();
        };
    }

    /** The same for a file that spreadsheets open: a text that one would run as a formula is preceded by an apostrophe. */
    static String harmless(@Nullable Object cell) {
        return cell instanceof String text && !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0
                ? "'" + text
                : of(cell);
    }
}
