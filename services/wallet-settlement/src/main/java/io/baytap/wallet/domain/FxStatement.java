package io.baytap.wallet.domain;

import io.baytap.schemas.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What {@code fx-position} is made of: fares by day and pair, as booked and at the published rates, and the deals that
 * closed them. Amounts are whole minor units; what lies between them and the rates are residues, exact.
 *
 * @param days conversions, in order of day and pair
 * @param deals in order of value date and id
 * @param balances of the account by ISO 4217 code: what the ledger has, and what all conversions and deals come to
 */
public record FxStatement(List<Day> days, List<Dealt> deals, Map<String, Balance> balances) {

    /**
     * Conversions of a business day from one currency into another.
     *
     * @param count how many
     * @param fare owed to operators
     * @param mid held of wallets, as booked
     * @param spread booked beside it
     * @param atRates {@code fare} at the published rates, minor units of the wallets' currency; exact
     * @param unrated how many of them were booked before rates were kept: then nothing is explained
     */
    public record Day(
            LocalDate day, long count, Money fare, Money mid, Money spread, BigDecimal atRates, long unrated) {

        /** What rounding left in the position: minor units of the wallets' currency, exact; empty if rates are missing. */
        public Optional<BigDecimal> residue() {
            return unrated > 0
                    ? Optional.empty()
                    : Optional.of(
                            BigDecimal.valueOf(mid.minor()).subtract(atRates).stripTrailingZeros());
        }
    }

    /**
     * A deal.
     *
     * @param rate of the base currency in the quote currency; null if it was booked before rates were kept
     * @param residue what rounding added to the quote leg: its minor units, exact; null without a rate
     */
    public record Dealt(
            String id,
            LocalDate valueDate,
            @Nullable BigDecimal rate,
            FxDeal.Pair exchanged,
            Money realised,
            @Nullable BigDecimal residue) {}

    /**
     * Of one currency.
     *
     * @param ledger the account's balance
     * @param explained what conversions and deals come to
     * @param unsettled what deals are still to bring (positive) or take: the balance of {@code fx-settlement}
     * @param realised what deals have realised, profit positive: the balance of {@code fx-result} turned round
     */
    public record Balance(Money ledger, Money explained, Money unsettled, Money realised) {

        /** What nobody can account for: zero in a sound ledger. */
        public Money unexplained() {
            return ledger.minus(explained);
        }
    }
}
