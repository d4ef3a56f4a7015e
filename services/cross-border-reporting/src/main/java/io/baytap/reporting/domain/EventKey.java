package io.baytap.reporting.domain;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * By what an event is recognised when it comes again: the first 128 bits of the SHA-256 of its id, filed under the day it
 * occurred. An id says its own kind (`posting:…`, `charge-settled:…`), so one file serves all topics.
 */
public record EventKey(LocalDate day, UUID hash) {

    public static EventKey of(String eventId, Instant occurredAt) {
        ByteBuffer digest = ByteBuffer.wrap(sha256().digest(eventId.getBytes(StandardCharsets.UTF_8)));
        return new EventKey(BusinessDay.of(occurredAt), new UUID(digest.getLong(), digest.getLong()));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
