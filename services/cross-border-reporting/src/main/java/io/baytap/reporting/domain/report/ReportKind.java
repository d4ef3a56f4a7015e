package io.baytap.reporting.domain.report;

import static io.baytap.reporting.domain.report.Column.amount;
import static io.baytap.reporting.domain.report.Column.count;
import static io.baytap.reporting.domain.report.Column.day;
import static io.baytap.reporting.domain.report.Column.decimal;
import static io.baytap.reporting.domain.report.Column.text;
import static io.baytap.reporting.domain.report.Column.time;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** The reports. What each is made of stands in the query that bears its name. */
public enum ReportKind {
    /** Payments of residents of one side on another: count, CNY and USD at the days' rates. */
    STATEMENT(
            Scope.ALL,
            text("period"),
            text("residents_of"),
            text("paying_in"),
            count("journeys"),
            count("fares"),
            amount("fare_amount", "fare_currency"),
            text("fare_currency"),
            amount("cny_amount", "cny"),
            text("cny"),
            amount("usd_amount", "usd"),
            text("usd")),
    /** What each operator is owed, by the day whose batch pays it. */
    OPERATORS(
            Scope.SETTLED,
            day("settlement_day"),
            text("operator_id"),
            day("day"),
            text("wallet_scheme"),
            text("kind"),
            count("journeys"),
            count("fares"),
            amount("fare_amount", "fare_currency"),
            text("fare_currency"),
            text("batch_id"),
            day("value_date")),
    /** What the wallet providers answered. */
    PROVIDERS(
            Scope.NONE,
            day("answered_on"),
            text("wallet_scheme"),
            text("operator_id"),
            text("currency"),
            count("settled"),
            amount("settled_amount", "currency"),
            amount("fee_amount", "currency"),
            count("declined"),
            amount("declined_amount", "currency"),
            count("refunded"),
            amount("refunded_amount", "currency"),
            amount("net_amount", "currency")),
    /** Every rate that fares were converted at, with its evidence. */
    EXCHANGE(
            Scope.CONVERTED,
            day("day"),
            text("wallet_scheme"),
            text("fare_currency"),
            text("wallet_currency"),
            decimal("rate"),
            decimal("applied_rate"),
            text("rate_ids"),
            count("fares"),
            amount("fare_amount", "fare_currency"),
            amount("wallet_amount", "wallet_currency"),
            amount("spread_amount", "wallet_currency"),
            decimal("residue_minor")),
    /** Journeys that lacked a tap, and corrections. */
    INCOMPLETE_JOURNEYS(
            Scope.ALL,
            text("period"),
            text("operator_id"),
            text("fare_currency"),
            count("journeys"),
            count("fares"),
            count("held_at_maximum"),
            amount("held_amount", "fare_currency"),
            count("corrections"),
            amount("corrections_amount", "fare_currency"),
            count("proposals"),
            amount("proposals_amount", "fare_currency"),
            amount("fare_amount", "fare_currency")),
    /** What went back to wallets. */
    REFUNDS(
            Scope.NONE,
            day("day"),
            day("answered_on"),
            text("operator_id"),
            text("wallet_scheme"),
            count("refunds"),
            amount("amount", "currency"),
            text("currency")),
    /** What governments' fare schemes pay riders, by month. */
    SUBSIDIES(
            Scope.NONE,
            day("month"),
            text("rule"),
            text("wallet_scheme"),
            count("changes"),
            amount("amount", "currency"),
            text("currency")),
    /** Days that changed after they had closed: before, after, and why. */
    RESTATEMENTS(
            Scope.NONE,
            day("day"),
            text("operator_id"),
            text("residents_of"),
            text("paying_in"),
            day("settlement_day"),
            text("why"),
            count("fares"),
            amount("before_amount", "fare_currency"),
            amount("delta_amount", "fare_currency"),
            amount("after_amount", "fare_currency"),
            text("fare_currency")),
    /** Record by record, what crossed a border. */
    CROSS_BORDER_RECORDS(
            Scope.CROSSING,
            text("record_id"),
            text("journey_id"),
            text("kind"),
            time("occurred_at"),
            day("day"),
            day("settlement_day"),
            text("residents_of"),
            text("paying_in"),
            text("city"),
            text("operator_id"),
            text("wallet_scheme"),
            count("fares"),
            amount("fare_amount", "fare_currency"),
            text("fare_currency"),
            amount("wallet_amount", "wallet_currency"),
            text("wallet_currency"),
            amount("spread_amount", "wallet_currency"),
            decimal("rate"),
            decimal("applied_rate"),
            text("rate_ids"),
            decimal("residue_minor"),
            text("proposal_id"),
            text("transaction_code"),
            text("channel_code"));

    /** Which fares a report holds all of, so that it can be held against rows, cells and batches. */
    public enum Scope {
        /** Every fare of its days of travel. */
        ALL,
        /** Every fare of its settlement days. */
        SETTLED,
        /** Every fare that was converted by us. */
        CONVERTED,
        /** Every fare whose wallet is at home elsewhere. */
        CROSSING,
        /** It is not made of fares, or of some alone. */
        NONE
    }

    private final Scope scope;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<Column> columns;

    ReportKind(Scope scope, Column... columns) {
        this.scope = scope;
        this.columns = List.of(columns);
    }

    /** As it is called in addresses and file names. */
    public String title() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<ReportKind> find(String title) {
        return Arrays.stream(values())
                .filter(kind -> kind.title().equals(title))
                .findFirst();
    }

    public Scope scope() {
        return scope;
    }

    public List<Column> columns() {
        return columns;
    }

    /** Whether its rows are sums, and not records. */
    public boolean isStatistic() {
        return this != CROSS_BORDER_RECORDS;
    }

    /** Whether it can be had of one operator. */
    public boolean isByOperator() {
        return this != SUBSIDIES;
    }

    int index(String column) {
        return IntStream.range(0, columns.size())
                .filter(index -> columns.get(index).name().equals(column))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(this + " has no " + column));
    }
}
