package io.baytap.sandbox.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code /v3/global/papay/transactions}: debits without a password, and their state. */
final class DebitDesk {

    /** What a debit request came to. */
    sealed interface Outcome {
        /** An answer, and the trade under that number if there is one. */
        record Answered(Answer answer, @Nullable Trade trade, boolean first) implements Outcome {}

        /** Done, but the answer is never sent. */
        record Hanging(Trade trade) implements Outcome {}
    }

    private static final Pattern OUT_TRADE_NO = Pattern.compile("[0-9A-Za-z_\\-|*]{1,32}");

    private final Clock clock;

    DebitDesk(Clock clock) {
        this.clock = clock;
    }

    Outcome debit(SchemeLedger ledger, JsonNode body) {
        Optional<Answer> fault = fault(ledger, body);
        if (fault.isPresent()) {
            return new Outcome.Answered(fault.get(), null, false);
        }
        Instant now = clock.instant();
        Order order = order(body);
        if (ledger.contract(order.contractId(), now).isEmpty()) {
            return new Outcome.Answered(unknownContract(order.contractId()), null, false);
        }
        Trade fresh = Trade.first(order, body.path("notify_url").asText(), ledger.behaviourOf(order.contractId()), now);
        Optional<Trade> before = ledger.book(fresh);
        Trade booked = before.orElse(fresh);
        if (!booked.order().equals(order)) {
            String message = "out_trade_no stands for a debit with other content";
            return new Outcome.Answered(Answer.refused(403, "OUT_TRADE_NO_USED", message), booked, false);
        }
        boolean first = before.isEmpty();
        if (first && booked.behaviour() == Behaviour.TIMEOUT) {
            return new Outcome.Hanging(booked);
        }
        Answer answer = booked.state() == Trade.State.PAYERROR
                ? Answer.refused(403, "NOT_ENOUGH", "the wallet's balance is too low")
                : Answer.ok(view(ledger.scheme(), booked));
        return new Outcome.Answered(answer, booked, first);
    }

    Answer query(SchemeLedger ledger, String outTradeNo, @Nullable String subMchid) {
        if (subMchid == null) {
            return Answer.badField("/sub_mchid", "is required");
        }
        return ledger.trade(outTradeNo)
                .filter(trade -> trade.order().subMchid().equals(subMchid))
                .map(trade -> Answer.ok(view(ledger.scheme(), trade)))
                .orElseGet(() -> Answer.refused(404, "ORDER_NOT_EXIST", "no debit under this out_trade_no"));
    }

    /** A debit as answers and callbacks show it. */
    static ObjectNode view(Scheme scheme, Trade trade) {
        Order order = trade.order();
        ObjectNode view = JsonNodeFactory.instance
                .objectNode()
                .put("mchid", scheme.spMchid())
                .put("appid", scheme.spAppid())
                .put("sp_mchid", scheme.spMchid())
                .put("sub_mchid", order.subMchid())
                .put("sp_appid", scheme.spAppid())
                .put("out_trade_no", order.outTradeNo())
                .put("transaction_id", trade.transactionId())
                .put("attach", order.attach())
                .put("trade_type", "AUTH")
                .put("bank_type", "OTHERS")
                .put("success_time", Times.rfc3339(trade.at()))
                .put("trade_state", trade.state().name())
                .put("trade_state_desc", describe(trade.state()));
        view.putObject("payer").put("sp_openid", openid(order));
        view.putObject("amount")
                .put("total", order.total())
                .put("payer_total", order.total())
                .put("currency", order.currency())
                .put("payer_currency", order.currency())
                .putObject("exchange_rate")
                .put("type", "SETTLEMENT_RATE")
                .put("rate", 100_000_000);
        return view;
    }

    /** The wallet's holder, as the provider names them to us. */
    static String openid(Order order) {
        return "o" + Numbers.digits("openid:" + order.contractId(), 27);
    }

    private static String describe(Trade.State state) {
        return switch (state) {
            case SUCCESS -> "paid";
            case PAYERROR -> "the wallet's balance is too low";
            case USERPAYING -> "being paid";
            case REFUND -> "refunded, wholly or in part";
        };
    }

    private static Order order(JsonNode body) {
        return new Order(
                body.path("out_trade_no").asText(),
                body.path("sub_mchid").asText(),
                body.path("contract_id").asText(),
                body.path("amount").path("total").asLong(),
                body.path("amount").path("currency").asText(),
                body.path("description").asText(),
                body.path("merchant_category_code").asText(),
                body.path("attach").asText());
    }

    private static Optional<Answer> fault(SchemeLedger ledger, JsonNode body) {
        Optional<Answer> missing = Fields.missing(
                body,
                "/description",
                "/notify_url",
                "/out_trade_no",
                "/merchant_category_code",
                "/contract_id",
                "/sub_mchid",
                "/amount/currency");
        if (missing.isPresent()) {
            return missing;
        }
        if (!OUT_TRADE_NO.matcher(body.path("out_trade_no").asText()).matches()) {
            return Optional.of(Answer.badField("/out_trade_no", "must be 1 to 32 of 0-9 A-Z a-z _ - | *"));
        }
        JsonNode total = body.at("/amount/total");
        if (!total.isIntegralNumber() || total.asLong() <= 0) {
            return Optional.of(Answer.badField("/amount/total", "must be a positive whole number"));
        }
        if (!body.at("/amount/currency").asText().equals(ledger.scheme().currency())) {
            return Optional.of(Answer.badField(
                    "/amount/currency", "must be " + ledger.scheme().currency()));
        }
        return Optional.empty();
    }

    private static Answer unknownContract(String contractId) {
        return Answer.refused(
                404,
                "RESOURCE_NOT_EXISTS",
                "contract " + contractId
                        + " was never signed (POST /sandbox/v1/contracts signs; --any-contract waives)");
    }
}
