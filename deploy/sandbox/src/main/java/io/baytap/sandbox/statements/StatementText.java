package io.baytap.sandbox.statements;

import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A statement as text: a header, a line per movement with every field behind a back-tick, and two lines with the sums. */
final class StatementText {

    /** As published for the cross-border statement; see the README. */
    static final String HEADER = "交易时间,公众账号ID,商户号,子商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,付款银行,充值券币种,充值券金额,优惠券币种,优惠券金额,"
            + "微信退款单号,商户退款单号,退款类型,退款状态,商品名称,商户数据包,手续费,费率,标价币种,订单金额(标价币种),用户支付币种,用户支付金额,结算币种,应结订单金额,"
            + "支付汇率,退款汇率,申请退款金额,用户退款币种,用户退款金额,退款结算币种,退款应结订单金额,充值券退款金额,优惠券退款金额";

    static final String SUMMARY_HEADER = "总交易单数,应结订单总金额,退款总金额,充值券退款总金额,手续费总金额,订单总金额,申请退款总金额";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final String END = "\r\n";
    private static final String NOTHING = "0.00";

    private final Institution institution;
    private final Fees fees;

    StatementText(Institution institution, Fees fees) {
        this.institution = institution;
        this.fees = fees;
    }

    String of(List<StatementLine> lines) {
        var text = new StringBuilder(HEADER).append(END);
        lines.forEach(line -> text.append(row(fields(line))).append(END));
        return text.append(SUMMARY_HEADER)
                .append(END)
                .append(row(summary(lines)))
                .append(END)
                .toString();
    }

    private Stream<String> fields(StatementLine line) {
        Movement.Payment payment = line.movement().payment();
        boolean back = line.isRefund();
        String currency = payment.currency();
        String paid = back ? NOTHING : major(line.minor());
        String returned = back ? major(line.minor()) : NOTHING;
        return Stream.of(
                TIME.format(line.movement().at().atOffset(Days.ZONE)),
                institution.appid(),
                institution.spMchid(),
                payment.subMchid(),
                "",
                payment.transactionId(),
                payment.outTradeNo(),
                payment.openid(),
                "AUTH",
                back ? "REFUND" : "SUCCESS",
                "OTHERS",
                "",
                NOTHING,
                "",
                NOTHING,
                back ? line.refundId() : "0",
                line.movement() instanceof Movement.Refund refund ? refund.outRefundNo() : "0",
                back ? "ORIGINAL" : "",
                back ? "SUCCESS" : "",
                payment.description(),
                payment.attach(),
                fee(fees.of(institution, line.movement())),
                fees.rate(institution),
                currency,
                paid,
                currency,
                paid,
                currency,
                paid,
                back ? "0" : Long.toString(line.rate()),
                back ? Long.toString(line.rate()) : "0",
                returned,
                currency,
                returned,
                currency,
                returned,
                NOTHING,
                NOTHING);
    }

    private Stream<String> summary(List<StatementLine> lines) {
        String paid = major(sum(lines, false));
        String returned = major(sum(lines, true));
        long fee = lines.stream()
                .mapToLong(line -> fees.of(institution, line.movement()))
                .sum();
        return Stream.of(Integer.toString(lines.size()), paid, returned, NOTHING, fee(fee), paid, returned);
    }

    private static long sum(List<StatementLine> lines, boolean refunds) {
        return lines.stream()
                .filter(line -> line.isRefund() == refunds)
                .mapToLong(StatementLine::minor)
                .sum();
    }

    /** Nothing is quoted in this format: what would break a line or a field becomes a space. */
    private static String row(Stream<String> fields) {
        return fields.map(field -> "`" + field.replaceAll("[,\r\n]", " ")).collect(Collectors.joining(","));
    }

    /** HKD and CNY have two decimals. */
    private static String major(long minor) {
        return BigDecimal.valueOf(minor, 2).toPlainString();
    }

    private static String fee(long minor) {
        return BigDecimal.valueOf(minor, 2).setScale(5).toPlainString();
    }
}
