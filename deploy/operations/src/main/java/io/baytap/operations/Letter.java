package io.baytap.operations;

import java.time.Instant;

/**
 * A parked record, without anything of its content.
 *
 * @param topic of dead letters
 * @param offset in it
 * @param origin where the record lay, as its headers say it; empty if they do not
 * @param parkedAt when the consumer parked it, UTC
 */
record Letter(String topic, long offset, State state, String reason, String origin, Instant parkedAt, String detail) {

    /** What may become of it. */
    enum State {
        /** It can be put back. */
        PARKED,
        /** It was put back before, and is not put back again. */
        PUT_BACK,
        /** The same record as in an earlier letter: its consumer parked it again after a crash. */
        REPEATED,
        /** Of the record only key and reason were kept. */
        NO_VALUE,
        /** Of a compacted topic, where an old record would take the place of what was published since. */
        COMPACTED,
        /** Its headers do not say where in the topic it lay. */
        NO_ORIGIN
    }

    /** One line, fields divided by tabs. */
    @Override
    public String toString() {
        return String.join(
                "\t", topic, Long.toString(offset), state.name(), reason, origin, parkedAt.toString(), detail);
    }
}
