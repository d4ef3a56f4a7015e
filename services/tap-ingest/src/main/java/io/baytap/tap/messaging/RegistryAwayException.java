package io.baytap.tap.messaging;

/** The schema registry cannot be asked now; it says nothing about the record at hand. */
final class RegistryAwayException extends RuntimeException {

    RegistryAwayException(String message) {
        super(message);
    }

    RegistryAwayException(String message, Throwable cause) {
        super(message, cause);
    }
}
