package io.baytap.wallet.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.baytap.sandbox.provider.Behaviour;
import io.baytap.sandbox.provider.ProviderConfig;
import io.baytap.sandbox.provider.ProviderSandbox;
import io.baytap.sandbox.provider.Scheme;
import io.baytap.schemas.Money;
import io.baytap.wallet.domain.Charge;
import io.baytap.wallet.domain.Payer;
import io.baytap.wallet.domain.ProviderAnswer;
import io.baytap.wallet.domain.WalletScheme;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The digital RMB wallet by the ride service, and the foreign card whose provider converts. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OtherWalletsIT {

    private final Path keys = Path.of("target", "provider-keys");
    private final ProviderSandbox sandbox =
            ProviderSandbox.start(ProviderConfig.at(keys).withAnyContract());
    private final Vertx vertx = Vertx.vertx();

    @AfterAll
    void stop() {
        sandbox.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    /** 10.60 × 0.12864 = 1.363584. */
    @Test
    void aForeignCardIsAskedForTheFareAndItsProviderSaysWhatThePayerPaid() {
        sandbox.rate("HKD", 12_864_000);
        WeChatPay card = pay(Scheme.FOREIGN_CARD);
        Charge charge = ProviderKit.charge(WalletScheme.FOREIGN_CARD, "card", Money.of(136, "USD"), 150);

        ProviderAnswer answer = card.debit(charge, "C-card");

        assertThat(answer).isInstanceOfSatisfying(ProviderAnswer.Debited.class, debited -> {
            assertThat(debited.amount()).isEqualTo(Money.of(1060, "HKD"));
            assertThat(debited.payer()).isEqualTo(new Payer(136, "USD", 12_864_000));
        });
        assertThat(card.query(charge)).isEqualTo(answer);
    }

    @Test
    void theRideServiceTakesADebitOnAndDecidesLater() {
        WeChatPay ride = pay(Scheme.DIGITAL_RMB);
        Charge charge = ProviderKit.charge(WalletScheme.DIGITAL_RMB, "ride", Money.of(500, "CNY"), null);

        assertThat(ride.debit(charge, "C-ride")).isEqualTo(new ProviderAnswer.Undecided("ACCEPTED"));

        await().until(() -> ride.query(charge) instanceof ProviderAnswer.Debited);
        assertThat(sandbox.books())
                .filteredOn(book -> book.contractId().equals("C-ride"))
                .singleElement()
                .extracting(book -> book.debitedMinor())
                .isEqualTo(500L);
    }

    @Test
    void aRiderWhoseRideWasNotPaidIsOverdueUntilItIs() {
        sandbox.behave("C-overdue", Behaviour.DECLINE);
        WeChatPay ride = pay(Scheme.DIGITAL_RMB);
        Charge first = ProviderKit.charge(WalletScheme.DIGITAL_RMB, "overdue-1", Money.of(500, "CNY"), null);
        Charge second = ProviderKit.charge(WalletScheme.DIGITAL_RMB, "overdue-2", Money.of(500, "CNY"), null);
        assertThat(ride.debit(first, "C-overdue")).isEqualTo(new ProviderAnswer.Undecided("ACCEPTED"));

        await().until(() -> ride.query(first).equals(new ProviderAnswer.Declined("PAY_FAIL")));
        assertThat(ride.debit(second, "C-overdue")).isEqualTo(new ProviderAnswer.Declined("RULE_LIMIT"));

        sandbox.behave("C-overdue", Behaviour.NORMAL);
        assertThat(ride.debit(second, "C-overdue")).isEqualTo(new ProviderAnswer.Undecided("ACCEPTED"));
    }

    private WeChatPay pay(Scheme scheme) {
        return ProviderKit.pay(keys, scheme, sandbox.url(), InstantSource.system(), vertx);
    }
}
