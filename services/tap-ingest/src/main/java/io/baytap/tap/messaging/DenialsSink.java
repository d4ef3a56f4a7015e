package io.baytap.tap.messaging;

import io.baytap.tap.domain.DenyList;
import java.time.Instant;

/** Denials, each since when it stands, with their places, which make up the list's version. */
record DenialsSink(DenyList list) implements ReferenceSink<Instant> {

    @Override
    public void put(String key, Instant fact, Position at) {
        list.deny(key, fact, at.partition(), at.offset());
    }

    @Override
    public void remove(String key, Position at) {
        list.lift(key, at.partition(), at.offset());
    }

    @Override
    public int size() {
        return list.size();
    }
}
