package io.baytap.wallet.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where charges and refunds are kept; several workers share it. */
public interface Charges {

    /** An answer to one attempt or refund. */
    record Answered(ProviderTask task, ProviderAnswer answer) {}

    /** Takes up to {@code max} tasks that nobody else is at, and writes down that they are under way. */
    List<ProviderTask> claim(WalletScheme scheme, int max);

    /** Books answers; those that are known already change nothing. */
    void book(List<Answered> answers);

    /**
     * Books what a provider says of its own accord.
     *
     * @return false if no charge has that number
     */
    boolean bookNotified(String outTradeNo, ProviderAnswer answer);

    /**
     * Makes charges due whose contract became known or whose date of the next attempt has come.
     *
     * @param now the business time; empty while it has not begun
     */
    void wake(Optional<Instant> now);

    /**
     * Tries again what was given up: makes a debt due, and refunds that were refused too often. Who asked stands in the
     * audit trail.
     *
     * @return false if there was nothing to try again
     */
    boolean recover(String chargeId, Person by);

    Optional<Charge> find(String chargeId);

    /** In the order they were opened. */
    List<Charge> ofJourney(String journeyId);

    /** What is given back of a charge, in the order of their ids. */
    List<RefundState> refunds(String chargeId);
}
