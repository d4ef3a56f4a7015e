package io.baytap.sandbox.provider;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code /v3/qrcode/transactions}: the mainland ride service. It takes a debit on (ACCEPTED), decides afterwards and calls back:
 * SUCCESS or PAY_FAIL. Whose debit failed is overdue, and is refused further ones until that is made good.
 */
final class RideDesk {

    private static final List<String> SCENES = List.of("BUS", "METRO");

    private final Clock clock;

    RideDesk(Clock clock) {
        this.clock = clock;
    }

    DebitDesk.Outcome accept(SchemeLedger ledger, JsonNode body) {
        Optional<Answer> fault = fault(ledger, body);
        if (fault.isPresent()) {
            return refused(fault.get());
        }
        Instant now = clock.instant();
        Order order = order(body);
        if (ledger.contract(order.contractId(), now).isEmpty()) {
            return refused(DebitDesk.unknownContract(order.contractId()));
        }
        Optional<Trade> before = ledger.trade(order.outTradeNo());
        if (before.isEmpty() && ledger.isOverdue(order.contractId())) {
            return refused(Answer.refused(403, "RULE_LIMIT", "the rider has a fare overdue"));
        }
        Behaviour behaviour = ledger.behaviourOf(order.contractId());
        Trade fresh = Trade.accepted(order, body.path("notify_url").asText(), behaviour, now);
        Optional<Trade> taken = ledger.book(fresh);
        Trade booked = taken.orElse(fresh);
        if (!booked.order().equals(order)) {
            String message = "out_trade_no stands for a debit with other content";
            return refused(Answer.refused(403, "OUT_TRADE_NO_USED", message));
        }
        return taken.isEmpty() && behaviour == Behaviour.TIMEOUT
                ? new DebitDesk.Outcome.Hanging(booked)
                : new DebitDesk.Outcome.Answered(
                        Answer.ok(TradeView.of(ledger.scheme(), booked)), booked, taken.isEmpty());
    }

    Answer query(SchemeLedger ledger, String outTradeNo, @Nullable String subMchid) {
        return ledger.trade(outTradeNo)
                .filter(trade -> trade.order().subMchid().equals(subMchid))
                .map(trade -> Answer.ok(TradeView.of(ledger.scheme(), trade)))
                .orElseGet(() -> Answer.refused(404, "ORDER_NOT_EXIST", "no debit under this out_trade_no"));
    }

    private static DebitDesk.Outcome refused(Answer answer) {
        return new DebitDesk.Outcome.Answered(answer, null, false);
    }

    private static Order order(JsonNode body) {
        return new Order(
                body.path("out_trade_no").asText(),
                body.path("sub_mchid").asText(),
                body.path("contract_id").asText(),
                body.path("amount").path("total").asLong(),
                body.path("amount").path("currency").asText(),
                body.path("description").asText(),
                body.path("trade_scene").asText(),
                body.path("attach").asText());
    }

    private static Optional<Answer> fault(SchemeLedger ledger, JsonNode body) {
        Optional<Answer> missing = Fields.missing(
                body, "/appid", "/out_trade_no", "/trade_scene", "/contract_id", "/sub_mchid", "/amount/currency");
        if (missing.isPresent()) {
            return missing;
        }
        if (ledger.scheme() != Scheme.DIGITAL_RMB) {
            return Optional.of(Answer.refused(403, "NO_AUTH", "this merchant is not in the ride service"));
        }
        if (!DebitDesk.OUT_TRADE_NO.matcher(body.path("out_trade_no").asText()).matches()) {
            return Optional.of(Answer.badField("/out_trade_no", "must be 1 to 32 of 0-9 A-Z a-z _ - | *"));
        }
        if (!SCENES.contains(body.path("trade_scene").asText())) {
            return Optional.of(Answer.badField("/trade_scene", "must be one of " + SCENES));
        }
        JsonNode total = body.at("/amount/total");
        if (!total.isIntegralNumber() || total.asLong() <= 0) {
            return Optional.of(Answer.badField("/amount/total", "must be a positive whole number"));
        }
        return body.at("/amount/currency").asText().equals("CNY")
                ? Optional.empty()
                : Optional.of(Answer.badField("/amount/currency", "must be CNY"));
    }
}
