package io.baytap.wallet.provider;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.baytap.schemas.Money;
import io.baytap.wallet.domain.Charge;

/** How a wallet is asked for money: WeChat Pay has a way for wallets abroad and one for mainland public transport. */
sealed interface DebitProtocol {

    /** Where debits are asked for; by number below {@code /out-trade-no/}. */
    String transactions();

    /** Adds what only this way asks for. */
    void complete(ObjectNode body, Charge charge);

    /** The body of a debit. */
    default ObjectNode body(ObjectNode body, Charge charge, String subMchid, String contractId, String notifyUrl) {
        Money amount = charge.state().attempted();
        body.put("sub_mchid", subMchid)
                .put(
                        "description",
                        charge.facts().operatorId() + " " + charge.facts().businessDay())
                .put("attach", charge.facts().businessDay().toString())
                .put("notify_url", notifyUrl)
                .put("out_trade_no", String.valueOf(charge.state().outTradeNo()))
                .put("contract_id", contractId);
        complete(body, charge);
        body.putObject("amount")
                .put("total", amount.minor())
                .put("currency", amount.currency().getCurrencyCode());
        return body;
    }

    /** Debits without a password, by contract; answered at once. */
    record Papay(String merchantCategoryCode) implements DebitProtocol {

        @Override
        public String transactions() {
            return "/v3/global/papay/transactions";
        }

        @Override
        public void complete(ObjectNode body, Charge charge) {
            body.put("merchant_category_code", merchantCategoryCode);
        }
    }

    /** The mainland ride service: takes a debit on (ACCEPTED) and decides later, SUCCESS or PAY_FAIL; CNY only. */
    record RideService(String appId, ProviderAccess access) implements DebitProtocol {

        @Override
        public String transactions() {
            return "/v3/qrcode/transactions";
        }

        @Override
        public void complete(ObjectNode body, Charge charge) {
            body.put("appid", appId)
                    .put("trade_scene", access.metros().contains(charge.facts().operatorId()) ? "METRO" : "BUS");
        }
    }
}
