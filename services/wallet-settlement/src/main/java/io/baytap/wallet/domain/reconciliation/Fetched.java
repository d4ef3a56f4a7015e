package io.baytap.wallet.domain.reconciliation;

/** What a provider or a bank answered when it was asked for a statement. Where answers are signed, the signature held. */
public sealed interface Fetched {

    /** The statement as it came. */
    record Text(String text) implements Fetched {}

    /** They say that nothing happened on that day. */
    record Nothing() implements Fetched {}

    /** Not made yet, or nobody answers: to be asked for again. */
    record NotYet(String reason) implements Fetched {}

    /** It came, and it cannot be what they sent. */
    record Refused(String reason) implements Fetched {}
}
