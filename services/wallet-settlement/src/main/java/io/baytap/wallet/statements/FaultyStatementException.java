package io.baytap.wallet.statements;

/** A statement does not hold together; the message names the line, the field and the reason. Refused whole. */
public final class FaultyStatementException extends Exception {

    private static final long serialVersionUID = 1L;

    FaultyStatementException(String message) {
        super(message);
    }
}
