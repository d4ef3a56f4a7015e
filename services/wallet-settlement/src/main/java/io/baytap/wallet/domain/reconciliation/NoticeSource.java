package io.baytap.wallet.domain.reconciliation;

import java.time.LocalDate;

/** A bank that tells entries as it books them, before the statement of the day. */
public interface NoticeSource {

    /** That of the account's statements: see {@link Sources#bank}. */
    String name();

    /** What was told of a day so far. */
    Notified fetch(LocalDate day);
}
