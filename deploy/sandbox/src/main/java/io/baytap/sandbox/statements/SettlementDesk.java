package io.baytap.sandbox.statements;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;

/** {@code /v3/global/settle/settlements}: settlement batches, page by page. */
final class SettlementDesk {

    private static final int LIMIT_MAX = 100;

    private final Settlements settlements;

    SettlementDesk(Settlements settlements) {
        this.settlements = settlements;
    }

    Page settlements(ProviderBook book, Query query) {
        String state = query.text("settle_state").orElse("");
        if (!state.equals("SETTLED") && !state.equals("UNSETTLE")) {
            return Page.badField("settle_state", "must be SETTLED or UNSETTLE", "query");
        }
        OptionalInt limit = query.number("limit");
        if (limit.isEmpty() || limit.getAsInt() < 1 || limit.getAsInt() > LIMIT_MAX) {
            return Page.badField("limit", "must be 1 to " + LIMIT_MAX, "query");
        }
        OptionalInt offset = query.number("offset");
        if (offset.isEmpty()) {
            return Page.badField("offset", "must be 0 or more", "query");
        }
        for (String date : List.of("settle_start_date", "settle_end_date")) {
            if (query.text(date).isPresent() && day(query, date).isEmpty()) {
                return Page.badField(date, "must be a day, like 20260410", "query");
            }
        }
        List<Settlement> found = settlements.of(book).stream()
                .filter(batch -> settlements.isSettled(batch) == state.equals("SETTLED"))
                .filter(asked(query))
                .toList();
        return page(found, limit.getAsInt(), offset.getAsInt());
    }

    private Page page(List<Settlement> found, int limit, int offset) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        var data = body.putArray("data");
        found.stream().skip(offset).limit(limit).forEach(batch -> data.add(view(batch)));
        return Page.ok(
                body.put("total_count", found.size()).put("offset", offset).put("limit", data.size()));
    }

    private static Predicate<Settlement> asked(Query query) {
        Optional<String> subMchid = query.text("sub_mchid");
        LocalDate from = day(query, "settle_start_date").orElse(LocalDate.MIN);
        LocalDate to = day(query, "settle_end_date").orElse(LocalDate.MAX);
        return batch -> (subMchid.isEmpty() || subMchid.get().equals(batch.subMchid()))
                && !batch.settlementDate().isBefore(from)
                && !batch.settlementDate().isAfter(to);
    }

    private static Optional<LocalDate> day(Query query, String name) {
        return query.text(name).flatMap(Days::parse);
    }

    private ObjectNode view(Settlement batch) {
        boolean settled = settlements.isSettled(batch);
        ObjectNode view = JsonNodeFactory.instance
                .objectNode()
                .put("batch_id", batch.batchId())
                .put("settlement_date", Days.compact(batch.settlementDate()))
                .put("trade_start_date", Days.compact(batch.tradeDay()))
                .put("trade_end_date", Days.compact(batch.tradeDay()))
                .put("wallet_region", batch.institution().walletRegion());
        view.putObject("amount")
                .put("settled", settled ? batch.net() : 0)
                .put("unsettle", settled ? 0 : batch.net())
                .put("currency", batch.currency())
                .put("pay", batch.pay())
                .put("refund", batch.refund())
                .put("net", batch.net())
                .put("fee", batch.fee());
        return view;
    }
}
