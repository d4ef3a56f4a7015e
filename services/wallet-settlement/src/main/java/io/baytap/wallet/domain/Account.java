package io.baytap.wallet.domain;

import java.util.Currency;

/**
 * An account of the ledger; it holds a balance per currency. Debits are positive, credits negative.
 *
 * @param name its kind, and whose it is where there are several: {@code operator-payable:MTR}
 */
public record Account(String name) {

    /** What fares leave open between two currencies until a deal closes it. */
    public static final Account FX_POSITION = new Account("fx-position");

    /** What riders pay above the mid rate. */
    public static final Account FX_SPREAD = new Account("fx-spread");

    /** What deals are to bring or take on their value dates. */
    public static final Account FX_SETTLEMENT = new Account("fx-settlement");

    /** What deals have realised: profit is credit. */
    public static final Account FX_RESULT = new Account("fx-result");

    /** What the wallets of a scheme owe us. */
    public static Account walletReceivable(WalletScheme scheme) {
        return new Account("wallet-receivable:" + scheme);
    }

    /** What a scheme's provider has debited and not yet paid out. */
    public static Account providerClearing(WalletScheme scheme) {
        return new Account("provider-clearing:" + scheme);
    }

    /** What a scheme's provider keeps for its service: our cost. */
    public static Account providerFees(WalletScheme scheme) {
        return new Account("provider-fees:" + scheme);
    }

    /** What a scheme's issuer owes us for riders who never paid. */
    public static Account issuerClaims(WalletScheme scheme) {
        return new Account("issuer-claims:" + scheme);
    }

    /** Fares owed to an operator in days that are still open. */
    public static Account operatorPayable(String operatorId) {
        return new Account("operator-payable:" + operatorId);
    }

    /** Closed batches that an operator is to be paid. */
    public static Account operatorSettlement(String operatorId) {
        return new Account("operator-settlement:" + operatorId);
    }

    /** Whether it is one of an operator's. */
    public boolean isOfOperator() {
        return name.startsWith("operator-");
    }

    /**
     * Whether what people resolve may go there: to what a provider, an issuer, a wallet scheme, an operator or a deal owes us
     * or is owed, to fees, or to suspense of the same currency. What fares and batches are made of is theirs alone.
     */
    public boolean takesResolutions(Currency currency) {
        int colon = name.indexOf(':');
        String owner = colon < 0 ? "" : name.substring(colon + 1);
        return switch (colon < 0 ? name : name.substring(0, colon)) {
            case "provider-clearing", "provider-fees", "issuer-claims", "wallet-receivable" ->
                WalletScheme.ofName(owner).isPresent();
            case "operator-settlement" -> !owner.isBlank();
            case "fx-settlement" -> colon < 0;
            case "suspense" -> owner.equals(currency.getCurrencyCode());
            default -> false;
        };
    }

    /** Our money at the bank. */
    public static Account bank(Currency currency) {
        return new Account("bank:" + currency.getCurrencyCode());
    }

    /** What the bank shows and nobody can explain yet. */
    public static Account suspense(Currency currency) {
        return new Account("suspense:" + currency.getCurrencyCode());
    }
}
