package io.baytap.tap.messaging;

import io.baytap.tap.domain.GateBook;
import io.baytap.tap.domain.GateState;

/** What replicas tell of gates, merged into this replica's book. */
record BookSink(GateBook book) implements ReferenceSink<GateState> {

    @Override
    public void put(String key, GateState fact, Position at) {
        book.read(key, fact);
    }

    @Override
    public void remove(String key, Position at) {
        book.forget(key);
    }

    @Override
    public int size() {
        return book.size();
    }
}
