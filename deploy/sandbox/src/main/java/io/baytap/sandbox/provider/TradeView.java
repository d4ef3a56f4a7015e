package io.baytap.sandbox.provider;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A debit as answers and callbacks show it. */
final class TradeView {

    private TradeView() {}

    static ObjectNode of(Scheme scheme, Trade trade) {
        return scheme == Scheme.DIGITAL_RMB ? ride(scheme, trade) : papay(scheme, trade);
    }

    /** The name of the rate between what was asked for and what the payer pays. */
    static String rateType(Scheme scheme) {
        return scheme.converts() ? "USERPAYMENT_RATE" : "SETTLEMENT_RATE";
    }

    private static ObjectNode papay(Scheme scheme, Trade trade) {
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
                .put("payer_total", trade.payerTotal())
                .put("currency", order.currency())
                .put("payer_currency", scheme.currency())
                .putObject("exchange_rate")
                .put("type", rateType(scheme))
                .put("rate", trade.rate());
        return view;
    }

    private static ObjectNode ride(Scheme scheme, Trade trade) {
        Order order = trade.order();
        ObjectNode view = JsonNodeFactory.instance
                .objectNode()
                .put("appid", scheme.spAppid())
                .put("sp_mchid", scheme.spMchid())
                .put("sub_mchid", order.subMchid())
                .put("description", order.description())
                .put("create_time", Times.rfc3339(trade.at()))
                .put("out_trade_no", order.outTradeNo())
                .put("trade_state", rideState(trade.state()))
                .put("trade_state_description", describe(trade.state()))
                .put("attach", order.attach())
                .put("contract_id", order.contractId())
                .put("trade_scene", order.merchantCategoryCode());
        if (trade.isDebited()) {
            view.put("transaction_id", trade.transactionId())
                    .put("success_time", Times.rfc3339(trade.at()))
                    .put("bank_type", "OTHERS");
        }
        view.putObject("amount")
                .put("total", order.total())
                .put("payer_total", trade.payerTotal())
                .put("currency", order.currency());
        return view;
    }

    private static String rideState(Trade.State state) {
        return switch (state) {
            case SUCCESS, REFUND -> state.name();
            case USERPAYING -> "ACCEPTED";
            case PAYERROR -> "PAY_FAIL";
        };
    }

    private static String describe(Trade.State state) {
        return switch (state) {
            case SUCCESS -> "paid";
            case PAYERROR -> "the wallet's balance is too low";
            case USERPAYING -> "being paid";
            case REFUND -> "refunded, wholly or in part";
        };
    }

    /** The wallet's holder, as the provider names them to us. */
    static String openid(Order order) {
        return "o" + Numbers.digits("openid:" + order.contractId(), 27);
    }
}
