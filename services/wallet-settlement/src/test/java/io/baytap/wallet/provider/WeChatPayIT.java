package io.baytap.wallet.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.baytap.sandbox.provider.Behaviour;
import io.baytap.sandbox.provider.ProviderConfig;
import io.baytap.sandbox.provider.ProviderSandbox;
import io.baytap.sandbox.provider.Scheme;
import io.baytap.schemas.Money;
import io.baytap.wallet.domain.Charge;
import io.baytap.wallet.domain.Notifications.Doubt;
import io.baytap.wallet.domain.Notifications.Notification;
import io.baytap.wallet.domain.Notifications.Signed;
import io.baytap.wallet.domain.ProviderAnswer;
import io.baytap.wallet.domain.Refund;
import io.baytap.wallet.domain.WalletScheme;
import io.vertx.core.Vertx;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
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
        assertThat(asked).isInstanceOfSatisfying(ProviderAnswer.GivenBack.class, given -> {
            assertThat(given.refundId()).isEqualTo(((ProviderAnswer.Accepted) first).refundId());
            assertThat(given.at()).isNotNull();
        });
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

        assertThat(pay.read(forged)).isEqualTo(new Notification.Refused(Doubt.SERIAL_UNKNOWN));
    }

    @Test
    void questionsShareAConnectionAndOneThatHangsHoldsUpNoOther() throws InterruptedException {
        sandbox.behave("C-hang", Behaviour.TIMEOUT);
        long before = sandbox.connections();
        WeChatPay shared = pay(sandbox.url(), InstantSource.system());
        var hanging = Thread.ofVirtual().start(() -> shared.debit(charge("hang", 1), "C-hang"));
        List<Thread> others = new ArrayList<>();
        List<ProviderAnswer> answers = new CopyOnWriteArrayList<>();

        for (int i = 0; i < 50; i++) {
            Charge charge = charge("share-" + i, 100);
            others.add(Thread.ofVirtual().start(() -> answers.add(shared.debit(charge, "C-share"))));
        }
        for (Thread other : others) {
            other.join();
        }

        assertThat(hanging.isAlive()).as("the hanging one still hangs").isTrue();
        assertThat(answers).hasSize(50).allMatch(ProviderAnswer.Debited.class::isInstance);
        assertThat(sandbox.connections() - before).isBetween(1L, 2L);
        hanging.join();
    }

    private long debited(String contractId) {
        return sandbox.books().stream()
                .filter(book -> book.contractId().equals(contractId))
                .findFirst()
                .orElseThrow()
                .debitedMinor();
    }

    private WeChatPay pay(URI url, InstantSource time) {
        return ProviderKit.pay(keys, Scheme.WEIXIN_PAY, url, time, vertx);
    }

    private static Charge charge(String name, long amountMinor) {
        return ProviderKit.charge(WalletScheme.WEIXIN_PAY, name, Money.of(amountMinor, "CNY"), null);
    }
}
