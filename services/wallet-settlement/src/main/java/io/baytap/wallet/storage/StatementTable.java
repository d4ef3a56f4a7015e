package io.baytap.wallet.storage;

import io.baytap.schemas.Money;
import io.baytap.wallet.domain.reconciliation.BankEntry;
import io.baytap.wallet.domain.reconciliation.ProviderLine;
import io.baytap.wallet.domain.reconciliation.Settlement;
import io.baytap.wallet.domain.reconciliation.Statement;
import io.baytap.wallet.domain.reconciliation.Statement.Content;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes statements with their lines. */
final class StatementTable {

    private static final String INSERT = """
            insert into statement (source, day, digest, line_count) values (:source, :day, :digest, :lines)
            on conflict (source, day) do nothing""";

    private static final String DIGEST = "select digest from statement where source = :source and day = :day";

    private static final String TRADES = """
            insert into trade_line (reference, source, statement_day, wallet_scheme, merchant, kind, number, trade_number, provider_number, currency, amount_minor, rate_holds, trade_day, paid_minor, paid_currency)
            select n.reference, cast(:source as text), cast(:day as date), n.scheme, n.merchant, n.kind, n.number, n.trade, n.theirs, n.currency, n.amount, n.rate = 'HOLDS', n.on_day, n.paid, n.paid_currency
            from unnest(cast(:reference as text[]), cast(:scheme as text[]), cast(:merchant as text[]), cast(:kind as text[]), cast(:number as text[]), cast(:trade as text[]), cast(:theirs as text[]), cast(:currency as text[]), cast(:amount as bigint[]), cast(:rate as text[]), cast(:on_day as date[]), cast(:paid as bigint[]), cast(:paid_currency as text[]))
              as n(reference, scheme, merchant, kind, number, trade, theirs, currency, amount, rate, on_day, paid, paid_currency)""";

    private static final String SETTLEMENTS = """
            insert into settlement_line (reference, source, settlement_date, wallet_scheme, merchant, batch_id, trade_start, trade_end, currency, pay_minor, refund_minor, fee_minor)
            select n.reference, cast(:source as text), cast(:day as date), n.scheme, n.merchant, n.batch, n.first, n.last, n.currency, n.pay, n.refund, n.fee
            from unnest(cast(:reference as text[]), cast(:scheme as text[]), cast(:merchant as text[]), cast(:batch as text[]), cast(:first as date[]), cast(:last as date[]), cast(:currency as text[]), cast(:pay as bigint[]), cast(:refund as bigint[]), cast(:fee as bigint[]))
              as n(reference, scheme, merchant, batch, first, last, currency, pay, refund, fee)""";

    /** Arrays do not nest: names travel as one text, a line each. */
    private static final String ENTRIES = """
            insert into bank_line (reference, source, booked_on, currency, amount_minor, names)
            select n.reference, cast(:source as text), cast(:day as date), n.currency, n.amount, string_to_array(n.names, chr(10))
            from unnest(cast(:reference as text[]), cast(:currency as text[]), cast(:amount as bigint[]), cast(:names as text[]))
              as n(reference, currency, amount, names)""";

    private StatementTable() {}

    /** Empty if it is new and was written; else the digest of the one that is here. */
    static Optional<String> add(Transaction transaction, Statement statement) {
        Map<String, Object> key = Map.of("source", statement.source(), "day", statement.day());
        Map<String, Object> row = new HashMap<>(key);
        row.put("digest", statement.digest());
        row.put("lines", statement.content().size());
        if (transaction.run(INSERT, row) == 0) {
            return transaction.rows(DIGEST, key).stream()
                    .map(found -> (String) found[0])
                    .findFirst();
        }
        if (statement.content().size() > 0) {
            Map<String, Object> columns = columns(statement.content());
            columns.putAll(key);
            transaction.run(
                    switch (statement.content()) {
                        case Content.Trades _ -> TRADES;
                        case Content.Batches _ -> SETTLEMENTS;
                        case Content.Entries _ -> ENTRIES;
                    },
                    columns);
        }
        return Optional.empty();
    }

    private static Map<String, Object> columns(Content content) {
        return switch (content) {
            case Content.Trades trades -> trades(trades.lines());
            case Content.Batches batches -> batches(batches.lines());
            case Content.Entries entries -> entries(entries.lines());
        };
    }

    private static Map<String, Object> trades(List<ProviderLine> lines) {
        return Columns.of(lines)
                .text("reference", ProviderLine::reference)
                .text("scheme", line -> line.scheme().name())
                .text("merchant", ProviderLine::merchant)
                .text("kind", line -> line.kind().name())
                .text("number", ProviderLine::number)
                .text("trade", ProviderLine::tradeNumber)
                .text("theirs", ProviderLine::providerNumber)
                .text("currency", line -> line.amount().currency().getCurrencyCode())
                .number("amount", line -> line.amount().minor())
                .text("rate", line -> line.rateHolds() ? "HOLDS" : "WRONG")
                .day("on_day", ProviderLine::tradeDay)
                .number("paid", line -> ofPaid(line, Money::minor))
                .text(
                        "paid_currency",
                        line -> ofPaid(line, paid -> paid.currency().getCurrencyCode()))
                .arrays();
    }

    private static <V> @Nullable V ofPaid(ProviderLine line, Function<Money, V> part) {
        Money paid = line.paid();
        return paid == null ? null : part.apply(paid);
    }

    private static Map<String, Object> batches(List<Settlement> lines) {
        return Columns.of(lines)
                .text("reference", Settlement::reference)
                .text("scheme", line -> line.scheme().name())
                .text("merchant", Settlement::merchant)
                .text("batch", Settlement::batchId)
                .day("first", Settlement::tradeStart)
                .day("last", Settlement::tradeEnd)
                .text("currency", line -> line.pay().currency().getCurrencyCode())
                .number("pay", line -> line.pay().minor())
                .number("refund", line -> line.refund().minor())
                .number("fee", line -> line.fee().minor())
                .arrays();
    }

    private static Map<String, Object> entries(List<BankEntry> lines) {
        return Columns.of(lines)
                .text("reference", BankEntry::reference)
                .text("currency", BankEntry::currency)
                .number("amount", line -> line.amount().minor())
                .text("names", line -> String.join("\n", line.names()))
                .arrays();
    }
}
