package io.baytap.wallet.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.baytap.sandbox.provider.Behaviour;
import io.baytap.sandbox.provider.ProviderConfig;
import io.baytap.sandbox.provider.ProviderSandbox;
import io.baytap.schemas.Money;
import io.baytap.wallet.domain.Charge;
import io.baytap.wallet.domain.ChargeRules;
import io.baytap.wallet.domain.Conversion;
import io.baytap.wallet.domain.Notifications.Notification;
import io.baytap.wallet.domain.Notifications.Signed;
import io.baytap.wallet.domain.ProviderAnswer;
import io.baytap.wallet.domain.Refund;
import io.baytap.wallet.domain.WalletScheme;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The client against a provider that verifies every signature and has books. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WeChatPayIT {

    private final Path keys = Path.of("target", "provider-keys");
    private final ProviderSandbox sandbox = ProviderSandbox.start(ProviderConfig.at(keys)
            .withAnyContract()
            .withHang(Duration.ofSeconds(5))
            .withLateAfter(Duration.ofDays(1)));
    private final Vertx vertx = Vertx.vertx();
    private final WeChatPay pay = pay(sandbox.url(), InstantSource.system());

    @AfterAll
    void stop() {
        sandbox.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void aDebitIsDoneOncePerNumber() {
        Charge charge = charge("once", 930);

        ProviderAnswer first = pay.debit(charge, "C-once");
        ProviderAnswer again = pay.debit(charge, "C-once");

        assertThat(first)
                .isInstanceOfSatisfying(
                        ProviderAnswer.Debited.class,
                        debited -> assertThat(debited.amount()).isEqualTo(Money.of(930, "CNY")));
        assertThat(again).isEqualTo(first);
        assertThat(pay.query(charge)).isEqualTo(first);
        assertThat(debited("C-once")).isEqualTo(930);
    }

    @Test
    void aTimeOutDecidesNothingAndTheQueryDoes() {
        sandbox.behave("C-slow", Behaviour.TIMEOUT);
        Charge charge = charge("slow", 500);

        assertThat(pay.debit(charge, "C-slow")).isEqualTo(new ProviderAnswer.Undecided("TIMED_OUT"));
        assertThat(pay.query(charge)).isInstanceOf(ProviderAnswer.Debited.class);
    }

    @Test
    void aNumberThatNeverArrivedIsNotFound() {
        assertThat(pay.query(charge("never", 500))).isEqualTo(new ProviderAnswer.NotFound());
    }

    @Test
    void anEmptyWalletIsDeclined() {
        sandbox.behave("C-poor", Behaviour.DECLINE);
        Charge charge = charge("poor", 500);

        assertThat(pay.debit(charge, "C-poor")).isEqualTo(new ProviderAnswer.Declined("NOT_ENOUGH"));
        assertThat(pay.query(charge)).isEqualTo(new ProviderAnswer.Declined("PAYERROR"));
    }

    @Test
    void aPaymentUnderWayDecidesNothing() {
        sandbox.behave("C-late", Behaviour.LATE);

        assertThat(pay.debit(charge("late", 500), "C-late")).isEqualTo(new ProviderAnswer.Undecided("USERPAYING"));
    }

    @Test
    void aRefundIsGivenBackOncePerNumber() {
        Charge charge = charge("back", 930);
        pay.debit(charge, "C-back");
        var refund = new Refund(
                "refund:back:1",
                charge.facts(),
                String.valueOf(charge.state().outTradeNo()),
                charge.state().attempted(),
                Money.of(372, "CNY"));

        ProviderAnswer first = pay.giveBack(refund);
        ProviderAnswer again = pay.giveBack(refund);
        ProviderAnswer asked = pay.query(refund);

        assertThat(first).isInstanceOf(ProviderAnswer.Accepted.class).isEqualTo(again);
        assertThat(asked).isEqualTo(new ProviderAnswer.GivenBack(((ProviderAnswer.Accepted) first).refundId()));
        assertThat(sandbox.books())
                .filteredOn(book -> book.contractId().equals("C-back"))
                .singleElement()
                .extracting(book -> book.refundedMinor())
                .isEqualTo(372L);
    }

    @Test
    void aRefundThatTheProviderRefusesIsDeclined() {
        Charge charge = charge("less", 100);
        pay.debit(charge, "C-less");
        String number = String.valueOf(charge.state().outTradeNo());
        Money total = charge.state().attempted();

        var moreThanIsLeft = new Refund("refund:less:1", charge.facts(), number, total, Money.of(101, "CNY"));
        var ofNothing = new Refund("refund:less:2", charge.facts(), "no-such-number", total, total);

        assertThat(pay.giveBack(moreThanIsLeft)).isEqualTo(new ProviderAnswer.Declined("INVALID_REQUEST"));
        assertThat(pay.giveBack(ofNothing)).isEqualTo(new ProviderAnswer.Declined("RESOURCE_NOT_EXISTS"));
        assertThat(pay.query(moreThanIsLeft)).isEqualTo(new ProviderAnswer.NotFound());
    }

    @Test
    void aProviderThatIsAwayIsUnreachable() {
        WeChatPay away = pay(URI.create("http://127.0.0.1:1"), InstantSource.system());

        assertThat(away.debit(charge("away", 1), "C-away")).isEqualTo(new ProviderAnswer.Undecided("UNREACHABLE"));
    }

    @Test
    void aRequestWithAClockThatIsOffIsNotBelieved() {
        WeChatPay off = pay(sandbox.url(), InstantSource.offset(InstantSource.system(), Duration.ofMinutes(6)));

        assertThat(off.debit(charge("off", 1), "C-off")).isEqualTo(new ProviderAnswer.Undecided("NOT_SIGNED_401"));
    }

    @Test
    void aForgedNotificationIsRefused() {
        var forged = new Signed(Long.toString(Instant.now().getEpochSecond()), "nonce", "BAD", "c2lnbmF0dXJl", "{}");

        assertThat(pay.read(forged)).isEqualTo(new Notification.Refused("SIGNATURE_INVALID"));
    }

    private long debited(String contractId) {
        return sandbox.books().stream()
                .filter(book -> book.contractId().equals(contractId))
                .findFirst()
                .orElseThrow()
                .debitedMinor();
    }

    private WeChatPay pay(URI url, InstantSource time) {
        Path folder = keys.resolve("weixin-pay");
        var serials = new Properties();
        try {
            serials.load(new StringReader(Files.readString(folder.resolve("serials.properties"))));
            String apiV3Key = Files.readString(folder.resolve("api-v3-key.txt")).strip();
            var access = new ProviderAccess(
                    url,
                    "1900000100",
                    serials.getProperty("merchant-serial"),
                    folder.resolve("merchant-key.pem"),
                    folder.resolve("platform-cert.pem"),
                    apiV3Key,
                    Map.of("MTR", "1230000109"),
                    URI.create("http://127.0.0.1:1/v1/notifications/weixin-pay"),
                    "4111",
                    Duration.ofSeconds(3),
                    4);
            return new WeChatPay(access, new ObjectMapper(), time, vertx);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Charge charge(String name, long amountMinor) {
        Money amount = Money.of(amountMinor, "CNY");
        var conversion = new Conversion(
                "conversion:fare:" + name,
                Instant.EPOCH,
                "WEIXIN_PAY:" + name,
                WalletScheme.WEIXIN_PAY,
                "fare:" + name,
                "journey:" + name,
                "FARE",
                new Conversion.Place("MTR", "hong-kong", "HK"),
                LocalDate.EPOCH,
                Money.of(amountMinor, "HKD"),
                amount,
                Money.of(0, "CNY"));
        return ChargeRules.submit(ChargeRules.open(conversion, true), Money.of(0, "CNY"));
    }
}
