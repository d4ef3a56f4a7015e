package io.baytap.wallet.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.baytap.schemas.Money;
import io.baytap.wallet.domain.Account;
import io.baytap.wallet.domain.BreakDemand;
import io.baytap.wallet.domain.Demand;
import io.baytap.wallet.rest.ProposalRequest.Checked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a request must be, at the edges. */
class ProposalRequestTest {

    @Test
    void whatIsWellFormedIsADemand() throws JsonProcessingException {
        assertThat(check("""
                        {"kind":"CORRECTION","journeyId":"j","amountMinor":-1000000,"currency":"HKD","reason":" why "}"""))
                .isEqualTo(new Checked.Good(new Demand.Correction("j", Money.of(-1_000_000, "HKD"), "why")));
        assertThat(check("""
                        {"kind":"REFUND","chargeId":"c","amountMinor":1,"currency":"CNY","reason":"why"}""")).isEqualTo(new Checked.Good(new Demand.Refund("c", Money.of(1, "CNY"), "why")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-1000001",
                "1000001",
                "1.0",
                "1e2",
                "\"100\"",
                "true",
                "null",
                "9223372036854775808",
                "-9223372036854775808"
            })
    void anAmountIsAWholeNumberWithinBounds(String amount) throws JsonProcessingException {
        assertThat(field("""
                        {"kind":"CORRECTION","journeyId":"j","amountMinor":%s,"currency":"HKD","reason":"why"}""".formatted(amount))).isEqualTo("amountMinor");
    }

    @ParameterizedTest
    @CsvSource({
        "GIFT, j, , kind",
        "CORRECTION, , , journeyId",
        "CORRECTION, j, c, chargeId",
        "REFUND, , , chargeId",
        "REFUND, j, c, journeyId"
    })
    void aCorrectionIsOfAJourneyAndARefundOfACharge(String kind, String journey, String charge, String field)
            throws JsonProcessingException {
        assertThat(field("""
                        {"kind":"%s","journeyId":%s,"chargeId":%s,"amountMinor":1,"currency":"HKD","reason":"why"}""".formatted(kind, quoted(journey), quoted(charge)))).isEqualTo(field);
    }

    @Test
    void aReasonIsGiven() throws JsonProcessingException {
        String request = """
                {"kind":"REFUND","chargeId":"c","amountMinor":1,"currency":"CNY","reason":"%s"}""";

        assertThat(field(request.formatted(" "))).isEqualTo("reason");
        assertThat(field(request.formatted("x".repeat(501)))).isEqualTo("reason");
        assertThat(check(request.formatted("x".repeat(500)))).isInstanceOf(Checked.Good.class);
    }

    private static String quoted(@Nullable String text) {
        return text == null ? "null" : "\"" + text + "\"";
    }

    private static String field(String json) throws JsonProcessingException {
        assertThat(check(json)).isInstanceOf(Checked.Bad.class);
        return ((Checked.Bad) check(json)).field();
    }

    private static Checked check(String json) throws JsonProcessingException {
        return new ObjectMapper().readValue(json, ProposalRequest.class).check();
    }

    @Test
    void whatIsSaidOfABreakIsADemand() throws JsonProcessingException {
        assertThat(check("""
                        {"kind":"BOOK","breakId":"break:b","amountMinor":-8,"currency":"CNY","account":"provider-fees:WEIXIN_PAY","reason":"their fee"}"""))
                .isEqualTo(new Checked.Good(new BreakDemand(
                        BreakDemand.Kind.BOOK,
                        "break:b",
                        Money.of(-8, "CNY"),
                        new Account("provider-fees:WEIXIN_PAY"),
                        null,
                        "their fee")));
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{'kind':'EXPLAIN'} | breakId",
                "{'kind':'EXPLAIN','breakId':'b','chargeId':'c'} | chargeId",
                "{'kind':'REFUND','chargeId':'c','account':'suspense:HKD'} | account",
                "{'kind':'REFUND','chargeId':'c','reference':'r'} | reference",
                "{'kind':'BOOK','breakId':'b','amountMinor':1000000001} | amountMinor",
                "{'kind':'BOOK','breakId':'b','amountMinor':0,'reason':'r','currency':'HKD','account':'suspense:HKD'} | amountMinor",
                "{'kind':'BOOK','breakId':'b','amountMinor':1,'reason':'r','currency':'HKD'} | account",
                "{'kind':'EXPLAIN','breakId':'b','amountMinor':0,'reason':'r','currency':'HKD'} | reference",
                "{'kind':'EXPLAIN','breakId':'b','amountMinor':0,'reason':'r','currency':'HKD','reference':' '} | reference",
                "{'kind':'EXPLAIN','breakId':'b','amountMinor':0,'reason':'r','currency':'HKD','reference':'r','account':'suspense:HKD'} | account",
                "{'kind':'EXPLAIN','breakId':'b','amountMinor':0,'reason':'r','currency':'HK'} | currency",
                "{'kind':'EXPLAIN','breakId':'b','amountMinor':0} | reason",
            })
    void whatIsWrongWithABreaksProposalIsNamed(String request, String field) throws JsonProcessingException {
        assertThat(check(request.replace('\'', '"')))
                .isInstanceOfSatisfying(
                        Checked.Bad.class, bad -> assertThat(bad.field()).isEqualTo(field));
    }
}
