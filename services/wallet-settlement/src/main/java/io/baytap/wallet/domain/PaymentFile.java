package io.baytap.wallet.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Makes files of closed batches. */
public interface PaymentFile {

    /** The settings that lack an account which these batches need; empty if none does. */
    List<String> missing(List<Batch> batches);

    /** The calendars, and their years, without whose holidays these cannot be paid; empty if all are known. */
    List<String> uncovered(List<Batch> batches);

    /** The payments that the batches of a day make necessary, for the bank; empty if nothing is to be paid. */
    Optional<String> pain001(LocalDate day, List<Batch> batches);

    /** The batches for finance. */
    String csv(List<Batch> batches);
}
