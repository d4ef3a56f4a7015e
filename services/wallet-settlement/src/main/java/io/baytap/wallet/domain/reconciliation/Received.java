package io.baytap.wallet.domain.reconciliation;

/** What came of asking for a statement. */
public sealed interface Received {

    /** It is here and holds together. */
    record Good(Statement statement) implements Received {}

    /** They say that nothing happened on that day: believed only if nothing did with us. */
    record Empty(Statement statement) implements Received {}

    /** There is none yet, or its keeper cannot be reached: asked for again later. */
    record NotYet(String reason) implements Received {}

    /** It does not hold together and was refused whole. */
    record Refused(String source, String reason) implements Received {}
}
