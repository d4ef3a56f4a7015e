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

    private static final MessageDigest SHA_256 = find();

    public static EventKey of(String eventId, Instant occurredAt) {
        ByteBuffer digest = digest(eventId);
        return new EventKey(BusinessDay.of(occurredAt), new UUID(digest.getLong(), digest.getLong()));
    }

    /** The same with the second in which it occurred as its first 32 bits: what comes together stands together in an index. */
    public EventKey inOrder(Instant occurredAt) {
        long second = occurredAt.getEpochSecond() << Integer.SIZE;
        return new EventKey(
                day, new UUID(second | (hash.getMostSignificantBits() & 0xffff_ffffL), hash.getLeastSignificantBits()));
    }

    /** The SHA-256 of an id. */
    public static ByteBuffer digest(String id) {
        return ByteBuffer.wrap(sha256().digest(id.getBytes(StandardCharsets.UTF_8)));
    }

    /** A copy of one: to have each found among the platform's algorithms takes longer than to digest an id. */
    private static MessageDigest sha256() {
        try {
            return (MessageDigest) SHA_256.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("every Java platform's SHA-256 can be copied", e);
        }
    }

    private static MessageDigest find() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
