package io.baytap.tap.domain;

import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The one rule book behind all doors: a door only translates. */
public interface Intake {

    /** Takes a request from its headers to its verdicts; blocks until Kafka has the batch. */
    Answer take(Request request);

    /**
     * A request whose body is not read yet.
     *
     * @param format null if the body is of a kind that is not read here
     * @param length of the body in bytes; null if it was not announced
     */
    record Request(
            Door door,
            EnvelopeParser.Headers headers,
            @Nullable BatchFormat format,
            @Nullable Long length,
            InputStream body) {}

    /** What a request gets. */
    sealed interface Answer {

        /** A verdict per tap, in the order of the taps; Kafka has them. */
        record Judged(List<Verdict> verdicts) implements Answer {}

        /** Nothing was taken, unless the refusal says so. */
        record Refused(Refusal refusal) implements Answer {}
    }
}
