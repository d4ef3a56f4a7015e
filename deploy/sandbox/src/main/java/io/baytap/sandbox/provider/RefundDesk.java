package io.baytap.sandbox.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code /v3/global/refunds}: money given back, never more than was taken. */
final class RefundDesk {

    private final Clock clock;

    RefundDesk(Clock clock) {
        this.clock = clock;
    }

    Answer refund(SchemeLedger ledger, JsonNode body) {
        Optional<Answer> missing = Fields.missing(body, "/out_refund_no", "/sub_mchid", "/amount/currency");
        if (missing.isPresent()) {
            return missing.get();
        }
        JsonNode amount = body.path("amount").path("refund");
        if (!amount.isIntegralNumber() || amount.asLong() <= 0) {
            return Answer.badField("/amount/refund", "must be a positive whole number");
        }
        Optional<Trade> trade = find(ledger, body)
                .filter(t -> t.order().subMchid().equals(body.path("sub_mchid").asText()));
        if (trade.isEmpty()) {
            return Answer.refused(404, "RESOURCE_NOT_EXISTS", "no debit under this number");
        }
        return refund(ledger, body, trade.get());
    }

    private Answer refund(SchemeLedger ledger, JsonNode body, Trade trade) {
        Order order = trade.order();
        if (body.path("amount").path("total").asLong() != order.total()) {
            return Answer.badField("/amount/total", "is not the debit's");
        }
        if (!body.path("amount").path("currency").asText().equals(order.currency())) {
            return Answer.badField("/amount/currency", "is not the debit's");
        }
        var asked = new Refund(
                body.path("out_refund_no").asText(),
                order.outTradeNo(),
                order.subMchid(),
                body.path("amount").path("refund").asLong(),
                order.currency(),
                clock.instant(),
                0);
        Optional<Refund> booked = ledger.book(asked);
        if (booked.isEmpty()) {
            return Answer.refused(400, "INVALID_REQUEST", "the debit is not paid, or has less than that left");
        }
        return booked.get().sameAs(asked)
                ? Answer.ok(view(ledger, booked.get()))
                : Answer.refused(400, "INVALID_REQUEST", "out_refund_no stands for a refund with other content");
    }

    Answer query(SchemeLedger ledger, String outRefundNo, @Nullable String subMchid) {
        return ledger.refund(outRefundNo)
                .filter(refund -> subMchid == null || refund.subMchid().equals(subMchid))
                .map(refund -> Answer.ok(
                        view(ledger, refund).put("status", "SUCCESS").put("success_time", Times.rfc3339(refund.at()))))
                .orElseGet(() -> Answer.refused(404, "RESOURCE_NOT_EXISTS", "no refund under this number"));
    }

    private static Optional<Trade> find(SchemeLedger ledger, JsonNode body) {
        return body.path("out_trade_no").isTextual()
                ? ledger.trade(body.path("out_trade_no").asText())
                : ledger.tradeByTransaction(body.path("transaction_id").asText());
    }

    private static ObjectNode view(SchemeLedger ledger, Refund refund) {
        Scheme scheme = ledger.scheme();
        ObjectNode view = JsonNodeFactory.instance
                .objectNode()
                .put("id", refund.id())
                .put("out_refund_no", refund.outRefundNo())
                .put("out_trade_no", refund.outTradeNo())
                .put("create_time", Times.rfc3339(refund.at()));
        view.putObject("amount")
                .put("refund", refund.refund())
                .put("currency", refund.currency())
                .put("payer_refund", refund.payerRefund())
                .put("payer_currency", scheme.currency())
                .putObject("exchange_rate")
                .put("type", TradeView.rateType(scheme))
                .put("rate", ledger.trade(refund.outTradeNo()).map(Trade::rate).orElse(CardRates.AT_PAR));
        return view;
    }
}
