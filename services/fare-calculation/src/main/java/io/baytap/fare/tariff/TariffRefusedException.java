package io.baytap.fare.tariff;

import org.jspecify.annotations.Nullable;

/** A feed or policy that cannot be trusted. Nothing of it is used. */
public final class TariffRefusedException extends Exception {

    private static final long serialVersionUID = 1;

    private final String file;
    private final @Nullable Integer row;
    private final String reason;

    /**
     * @param file the file within the feed, or the policy file
     * @param row the row in that file, the header being row 1; null if the fault is that something is missing
     */
    public TariffRefusedException(String file, @Nullable Integer row, String reason) {
        super(row == null ? file + ": " + reason : file + " row " + row + ": " + reason);
        this.file = file;
        this.row = row;
        this.reason = reason;
    }

    public String file() {
        return file;
    }

    public @Nullable Integer row() {
        return row;
    }

    public String reason() {
        return reason;
    }
}
