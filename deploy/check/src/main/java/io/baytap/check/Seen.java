package io.baytap.check;

/** What was found of something that is waited for. */
sealed interface Seen<T> {

    /** It is there. */
    record There<T>(T value) implements Seen<T> {}

    /** It is not there yet; why, for a person. */
    record NotYet<T>(String why) implements Seen<T> {}
}
