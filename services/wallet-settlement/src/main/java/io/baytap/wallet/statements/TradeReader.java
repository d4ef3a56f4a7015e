package io.baytap.wallet.statements;

import io.baytap.schemas.Money;
import io.baytap.wallet.domain.WalletScheme;
import io.baytap.wallet.domain.reconciliation.ProviderLine;
import io.baytap.wallet.domain.reconciliation.Sources;
import io.baytap.wallet.domain.reconciliation.TradeKind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** What a line of a provider's statement means. */
final class TradeReader {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    /** Rates are told × 10⁸. */
    private static final int RATE_DIGITS = 8;

    private final WalletScheme scheme;
    private final String institution;
    private final LocalDate day;

    TradeReader(WalletScheme scheme, String institution, LocalDate day) {
        this.scheme = scheme;
        this.institution = institution;
        this.day = day;
    }

    ProviderLine read(TradeRow row) throws FaultyStatementException {
        if (!row.text(TradeColumn.INSTITUTION).equals(institution)) {
            throw row.faulty(TradeColumn.INSTITUTION, "is not ours, " + institution);
        }
        LocalDate traded = tradeDay(row);
        return switch (row.text(TradeColumn.STATE)) {
            case "SUCCESS" -> payment(row, traded);
            case "REFUND" -> refund(row, traded);
            default -> throw row.faulty(TradeColumn.STATE, "is neither SUCCESS nor REFUND");
        };
    }

    private LocalDate tradeDay(TradeRow row) throws FaultyStatementException {
        try {
            LocalDate traded =
                    LocalDateTime.parse(row.text(TradeColumn.TIME), TIME).toLocalDate();
            if (traded.isAfter(day)) {
                throw row.faulty(TradeColumn.TIME, "is after the statement's day, " + day);
            }
            return traded;
        } catch (DateTimeException _) {
            throw row.faulty(TradeColumn.TIME, "is not a time");
        }
    }

    private ProviderLine payment(TradeRow row, LocalDate traded) throws FaultyStatementException {
        Money paid = row.money(TradeColumn.PAYER_AMOUNT, TradeColumn.PAYER_CURRENCY);
        Money price = row.money(TradeColumn.PRICE, TradeColumn.PRICE_CURRENCY);
        String number = row.required(TradeColumn.OUT_TRADE_NO);
        return new ProviderLine(
                reference(row),
                scheme,
                row.required(TradeColumn.MERCHANT),
                TradeKind.DEBIT,
                number,
                number,
                row.required(TradeColumn.TRANSACTION_ID),
                scheme.convertsItself() ? price : paid,
                holds(price, paid, row.number(TradeColumn.PAYMENT_RATE)),
                traded,
                day,
                byPayer(price, paid));
    }

    private ProviderLine refund(TradeRow row, LocalDate traded) throws FaultyStatementException {
        Money back = row.money(TradeColumn.REFUND_AMOUNT, TradeColumn.REFUND_CURRENCY);
        Money asked = row.money(TradeColumn.REFUND_PRICE, TradeColumn.PRICE_CURRENCY);
        return new ProviderLine(
                reference(row),
                scheme,
                row.required(TradeColumn.MERCHANT),
                TradeKind.REFUND,
                row.required(TradeColumn.OUT_REFUND_NO),
                row.required(TradeColumn.OUT_TRADE_NO),
                row.required(TradeColumn.REFUND_ID),
                scheme.convertsItself() ? asked : back,
                holds(asked, back, row.number(TradeColumn.REFUND_RATE)),
                traded,
                day,
                byPayer(asked, back));
    }

    /** Where the provider converts it owes us what was asked for, whatever the payer pays. */
    private @Nullable Money byPayer(Money asked, Money paid) {
        return scheme.convertsItself() && !asked.currency().equals(paid.currency()) ? paid : null;
    }

    private String reference(TradeRow row) {
        return Sources.provider(scheme) + ":" + day + ":" + row.line();
    }

    /** In one currency the rate is 1; else it turns the price into what was paid, but for rounding. */
    private static boolean holds(Money price, Money paid, BigDecimal told) {
        BigDecimal rate = told.movePointLeft(RATE_DIGITS);
        if (price.currency().equals(paid.currency())) {
            return rate.compareTo(BigDecimal.ONE) == 0;
        }
        Money converted = price.convert(rate, paid.currency(), RoundingMode.HALF_UP);
        return Math.abs(converted.minus(paid).minor()) <= 1;
    }
}
