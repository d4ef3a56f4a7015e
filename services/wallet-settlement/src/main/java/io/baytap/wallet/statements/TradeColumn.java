package io.baytap.wallet.statements;

/** The 38 columns of the cross-border statement, in their order, as the provider publishes them. */
enum TradeColumn {
    TIME(1, "交易时间"),
    APP_ID(2, "公众账号ID"),
    INSTITUTION(3, "商户号"),
    MERCHANT(4, "子商户号"),
    DEVICE(5, "设备号"),
    TRANSACTION_ID(6, "微信订单号"),
    OUT_TRADE_NO(7, "商户订单号"),
    OPEN_ID(8, "用户标识"),
    TRADE_TYPE(9, "交易类型"),
    STATE(10, "交易状态"),
    BANK(11, "付款银行"),
    VOUCHER_CURRENCY(12, "充值券币种"),
    VOUCHER(13, "充值券金额"),
    COUPON_CURRENCY(14, "优惠券币种"),
    COUPON(15, "优惠券金额"),
    REFUND_ID(16, "微信退款单号"),
    OUT_REFUND_NO(17, "商户退款单号"),
    REFUND_TYPE(18, "退款类型"),
    REFUND_STATE(19, "退款状态"),
    DESCRIPTION(20, "商品名称"),
    ATTACH(21, "商户数据包"),
    FEE(22, "手续费"),
    FEE_RATE(23, "费率"),
    PRICE_CURRENCY(24, "标价币种"),
    PRICE(25, "订单金额(标价币种)"),
    PAYER_CURRENCY(26, "用户支付币种"),
    PAYER_AMOUNT(27, "用户支付金额"),
    SETTLEMENT_CURRENCY(28, "结算币种"),
    SETTLEMENT_AMOUNT(29, "应结订单金额"),
    PAYMENT_RATE(30, "支付汇率"),
    REFUND_RATE(31, "退款汇率"),
    REFUND_PRICE(32, "申请退款金额"),
    REFUND_CURRENCY(33, "用户退款币种"),
    REFUND_AMOUNT(34, "用户退款金额"),
    REFUND_SETTLEMENT_CURRENCY(35, "退款结算币种"),
    REFUND_SETTLEMENT_AMOUNT(36, "退款应结订单金额"),
    VOUCHER_REFUND(37, "充值券退款金额"),
    COUPON_REFUND(38, "优惠券退款金额");

    private final int place;
    private final String title;

    TradeColumn(int place, String title) {
        this.place = place;
        this.title = title;
    }

    /** From 1. */
    int place() {
        return place;
    }

    String title() {
        return title;
    }
}
