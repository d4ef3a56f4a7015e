package io.baytap.wallet.domain;

/** Who loses what a rider never pays: a term of the contract with the wallet's scheme. */
public enum BadDebtBearer {
    /** The operator is paid less. */
    OPERATOR,
    /** The wallet's issuer owes it to us. */
    ISSUER
}
