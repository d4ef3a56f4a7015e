package io.baytap.sandbox.provider;

import static io.baytap.sandbox.provider.Merchant.code;
import static io.baytap.sandbox.provider.Merchant.debit;
import static io.baytap.sandbox.provider.Merchant.refund;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonObject;
import com.wechat.pay.java.core.cipher.AeadAesCipher;
import com.wechat.pay.java.core.exception.HttpException;
import com.wechat.pay.java.core.exception.ServiceException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The provider's own library is the oracle: it signs what we send and refuses an answer whose signature does not hold. */
class ProviderSandboxTest {

    private static final String DEBITS = "/v3/global/papay/transactions";
    private static final String REFUNDS = "/v3/global/refunds";
    private static final String NOWHERE = "http://127.0.0.1:1/none";

    @TempDir
    static Path keys;

    private final ProviderSandbox sandbox;
    private final Merchant merchant;

    ProviderSandboxTest() throws IOException {
        sandbox = ProviderSandbox.start(
                ProviderConfig.at(keys).withHang(Duration.ofMinutes(1)).withLateAfter(Duration.ofMillis(200)));
        merchant = new Merchant(sandbox.url(), keys, Scheme.WEIXIN_PAY);
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void aDebitIsSignedBothWaysAndStandsInTheBooks() {
        String contract = sandbox.sign(Scheme.WEIXIN_PAY, "a1").contractId();

        JsonObject answer = merchant.post(DEBITS, debit("t1", contract, 888, "CNY", NOWHERE));

        assertThat(answer.get("trade_state").getAsString()).isEqualTo("SUCCESS");
        assertThat(answer.get("out_trade_no").getAsString()).isEqualTo("t1");
        assertThat(answer.getAsJsonObject("amount").get("payer_total").getAsLong())
                .isEqualTo(888);
        assertThat(sandbox.books()).singleElement().satisfies(book -> {
            assertThat(book.contractId()).isEqualTo(contract);
            assertThat(book.account()).isEqualTo("a1");
            assertThat(book.debitedMinor()).isEqualTo(888);
            assertThat(book.debits()).isEqualTo(1);
        });
    }

    @Test
    void eachSchemeKnowsOnlyItsOwnContractsAndCurrency() throws IOException {
        var hongKong = new Merchant(sandbox.url(), keys, Scheme.WECHAT_PAY_HK);
        String mainland = sandbox.sign(Scheme.WEIXIN_PAY, "a1").contractId();
        String local = sandbox.sign(Scheme.WECHAT_PAY_HK, "a1").contractId();

        hongKong.post(DEBITS, debit("t1", local, 500, "HKD", NOWHERE));
        var foreign = refused(() -> hongKong.post(DEBITS, debit("t2", mainland, 500, "HKD", NOWHERE)));
        var currency = refused(() -> hongKong.post(DEBITS, debit("t3", local, 500, "CNY", NOWHERE)));

        assertThat(mainland).isNotEqualTo(local);
        assertThat(code(foreign)).isEqualTo("RESOURCE_NOT_EXISTS");
        assertThat(currency.getResponseBody()).contains("PARAM_ERROR", "/amount/currency");
    }

    @Test
    void theSameNumberWithTheSameContentIsTheSameDebit() {
        String contract = sandbox.sign(Scheme.WEIXIN_PAY, "a1").contractId();
        String body = debit("t1", contract, 888, "CNY", NOWHERE);

        JsonObject first = merchant.post(DEBITS, body);
        JsonObject again = merchant.post(DEBITS, body);
        var other = refused(() -> merchant.post(DEBITS, debit("t1", contract, 889, "CNY", NOWHERE)));

        assertThat(again).isEqualTo(first);
        assertThat(other.getHttpStatusCode()).isEqualTo(403);
        assertThat(code(other)).isEqualTo("OUT_TRADE_NO_USED");
        assertThat(sandbox.books().getFirst().debitedMinor()).isEqualTo(888);
    }

    @Test
    void neverMoreIsRefundedThanWasTaken() {
        String contract = sandbox.sign(Scheme.WEIXIN_PAY, "a1").contractId();
        merchant.post(DEBITS, debit("t1", contract, 1000, "CNY", NOWHERE));

        JsonObject first = merchant.post(REFUNDS, refund("r1", "t1", 600, 1000, "CNY"));
        JsonObject again = merchant.post(REFUNDS, refund("r1", "t1", 600, 1000, "CNY"));
        var tooMuch = refused(() -> merchant.post(REFUNDS, refund("r2", "t1", 401, 1000, "CNY")));
        var other = refused(() -> merchant.post(REFUNDS, refund("r1", "t1", 100, 1000, "CNY")));
        merchant.post(REFUNDS, refund("r3", "t1", 400, 1000, "CNY"));

        assertThat(again).isEqualTo(first);
        assertThat(code(tooMuch)).isEqualTo("INVALID_REQUEST");
        assertThat(code(other)).isEqualTo("INVALID_REQUEST");
        assertThat(sandbox.books().getFirst().refundedMinor()).isEqualTo(1000);
        assertThat(state("t1")).isEqualTo("REFUND");
        assertThat(merchant.get(REFUNDS + "/out-refund-no/r3?sub_mchid=1230000109")
                        .get("status")
                        .getAsString())
                .isEqualTo("SUCCESS");
    }

    @Test
    void aDeclinedDebitMovesNothingAndStaysDeclined() {
        String contract = sandbox.sign(Scheme.WEIXIN_PAY, "a1").contractId();
        sandbox.behave(contract, Behaviour.DECLINE);
        String body = debit("t1", contract, 888, "CNY", NOWHERE);

        var refusal = refused(() -> merchant.post(DEBITS, body));
        sandbox.behave(contract, Behaviour.NORMAL);
        var again = refused(() -> merchant.post(DEBITS, body));
        merchant.post(DEBITS, debit("t2", contract, 888, "CNY", NOWHERE));

        assertThat(refusal.getHttpStatusCode()).isEqualTo(403);
        assertThat(code(refusal)).isEqualTo("NOT_ENOUGH");
        assertThat(code(again)).isEqualTo("NOT_ENOUGH");
        assertThat(state("t1")).isEqualTo("PAYERROR");
        assertThat(sandbox.books()).singleElement().satisfies(book -> {
            assertThat(book.debitedMinor()).isEqualTo(888);
            assertThat(book.declinedMinor()).isEqualTo(888);
        });
    }

    @Test
    void aDebitThatTimesOutIsDoneAllTheSame() {
        String contract = sandbox.sign(Scheme.WEIXIN_PAY, "a1").contractId();
        sandbox.behave(contract, Behaviour.TIMEOUT);

        var silence = catchThrowableOfType(
                HttpException.class, () -> merchant.post(DEBITS, debit("t1", contract, 888, "CNY", NOWHERE)));

        assertThat(silence).isNotNull();
        assertThat(state("t1")).isEqualTo("SUCCESS");
        assertThat(sandbox.books().getFirst().debitedMinor()).isEqualTo(888);
    }

    @Test
    void aLateDebitIsDoneAfterItsAnswer() {
        String contract = sandbox.sign(Scheme.WEIXIN_PAY, "a1").contractId();
        sandbox.behave(contract, Behaviour.LATE);

        JsonObject answer = merchant.post(DEBITS, debit("t1", contract, 888, "CNY", NOWHERE));

        assertThat(answer.get("trade_state").getAsString()).isEqualTo("USERPAYING");
        await().until(() -> state("t1").equals("SUCCESS"));
    }

    @Test
    void aRequestOfSixMinutesAgoIsRefused() throws IOException {
        var ahead = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(6));
        try (var later = ProviderSandbox.start(ProviderConfig.at(keys).withClock(ahead))) {
            var stale = new Merchant(later.url(), keys, Scheme.WEIXIN_PAY);

            var refusal = refused(() -> stale.get("/v3/global/papay/contracts/1"));

            assertThat(refusal.getHttpStatusCode()).isEqualTo(401);
            assertThat(refusal.getResponseBody()).contains("SIGN_ERROR", "5 minutes");
        }
    }

    @Test
    void aRequestSignedWithAnotherKeyIsRefused(@TempDir Path stolen) throws IOException {
        ProviderSandbox.start(ProviderConfig.at(stolen)).close();
        Path ours = keys.resolve("weixin-pay");
        Files.copy(
                ours.resolve("serials.properties"),
                stolen.resolve("weixin-pay/serials.properties"),
                StandardCopyOption.REPLACE_EXISTING);
        var thief = new Merchant(sandbox.url(), stolen, Scheme.WEIXIN_PAY);

        var refusal = refused(() -> thief.get("/v3/global/papay/contracts/1"));

        assertThat(refusal.getResponseBody()).contains("SIGN_ERROR", "signature does not fit");
    }

    @Test
    void theCertificateListHoldsThePlatformCertificate() throws Exception {
        JsonObject entry = merchant.get("/v3/global/certificates")
                .getAsJsonArray("data")
                .get(0)
                .getAsJsonObject();
        JsonObject sealed = entry.getAsJsonObject("encrypt_certificate");
        byte[] apiV3Key = Files.readAllBytes(keys.resolve("weixin-pay/api-v3-key.txt"));

        String certificate = new AeadAesCipher(apiV3Key)
                .decrypt(
                        sealed.get("associated_data").getAsString().getBytes(StandardCharsets.UTF_8),
                        sealed.get("nonce").getAsString().getBytes(StandardCharsets.UTF_8),
                        Base64.getDecoder().decode(sealed.get("ciphertext").getAsString()));

        assertThat(certificate).isEqualTo(Files.readString(keys.resolve("weixin-pay/platform-cert.pem")));
    }

    private String state(String outTradeNo) {
        return merchant.get(DEBITS + "/out-trade-no/" + outTradeNo + "?sub_mchid=1230000109")
                .get("trade_state")
                .getAsString();
    }

    private static ServiceException refused(ThrowingCallable call) {
        return catchThrowableOfType(ServiceException.class, call);
    }
}
