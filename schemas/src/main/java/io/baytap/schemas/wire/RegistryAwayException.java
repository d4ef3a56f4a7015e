package io.baytap.schemas.wire;

/** An outage: whoever asked waits and asks again. Never a reason to give up a record. */
public final class RegistryAwayException extends RuntimeException {

    public RegistryAwayException(String message) {
        super(message);
    }

    public RegistryAwayException(String message, Throwable cause) {
        super(message, cause);
    }
}
