package io.baytap.wallet.domain;

/** One leader's time, numbered by the database: it is over when the next begins, whether its leader knows or not. */
public record Term(long number) {}
