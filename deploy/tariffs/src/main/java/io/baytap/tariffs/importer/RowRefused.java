package io.baytap.tariffs.importer;

/** Ends the reading of one row; {@link SourceFile} turns it into a {@link Refusal} and reads on. */
final class RowRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RowRefused(String reason) {
        super(reason, null, false, false);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
