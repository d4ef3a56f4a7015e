package io.baytap.tap.messaging;

/** What the records of a reference topic are brought into. */
interface ReferenceSink<T> {

    /** Where a record lies in its topic. */
    record Position(int partition, long offset) {}

    /** A fact that stands from now on. */
    void put(String key, T fact, Position at);

    /** No fact stands under that key any more. */
    void remove(String key, Position at);

    /** How many facts stand. */
    int size();
}
