package io.baytap.wallet.domain;

import io.baytap.schemas.Money;

/** One line of a journal: debit positive, credit negative. */
public record Posting(Account account, Money amount) {}
