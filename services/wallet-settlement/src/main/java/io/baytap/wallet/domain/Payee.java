package io.baytap.wallet.domain;

/**
 * Who is paid, or who pays, and through which account.
 *
 * @param bic of the bank that keeps the account, ISO 9362
 * @param account as that bank numbers it
 */
public record Payee(String name, String bic, String account) {}
