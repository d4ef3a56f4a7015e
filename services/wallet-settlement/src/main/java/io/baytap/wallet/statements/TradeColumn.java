package io.baytap.wallet.statements;

/** The 38 columns of the cross-border statement, in their order, as the provider publishes them. */
enum TradeColumn {
    TIME("交易时间"),
    APP_ID("公众账号ID"),
    INSTITUTION("商户号"),
    MERCHANT("子商户号"),
    DEVICE("设备号"),
    TRANSACTION_ID("微信订单号"),
    OUT_TRADE_NO("商户订单号"),
    OPEN_ID("用户标识"),
    TRADE_TYPE("交易类型"),
    STATE("交易状态"),
    BANK("付款银行"),
    VOUCHER_CURRENCY("充值券币种"),
    VOUCHER("充值券金额"),
    COUPON_CURRENCY("优惠券币种"),
    COUPON("优惠券金额"),
    REFUND_ID("微信退款单号"),
    OUT_REFUND_NO("商户退款单号"),
    REFUND_TYPE("退款类型"),
    REFUND_STATE("退款状态"),
    DESCRIPTION("商品名称"),
    ATTACH("商户数据包"),
    FEE("手续费"),
    FEE_RATE("费率"),
    PRICE_CURRENCY("标价币种"),
    PRICE("订单金额(标价币种)"),
    PAYER_CURRENCY("用户支付币种"),
    PAYER_AMOUNT("用户支付金额"),
    SETTLEMENT_CURRENCY("结算币种"),
    SETTLEMENT_AMOUNT("应结订单金额"),
    PAYMENT_RATE("支付汇率"),
    REFUND_RATE("退款汇率"),
    REFUND_PRICE("申请退款金额"),
    REFUND_CURRENCY("用户退款币种"),
    REFUND_AMOUNT("用户退款金额"),
    REFUND_SETTLEMENT_CURRENCY("退款结算币种"),
    REFUND_SETTLEMENT_AMOUNT("退款应结订单金额"),
    VOUCHER_REFUND("充值券退款金额"),
    COUPON_REFUND("优惠券退款金额");

    private final String title;

    TradeColumn(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }
}
