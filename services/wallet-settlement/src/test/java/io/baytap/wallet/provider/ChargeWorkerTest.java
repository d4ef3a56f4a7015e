package io.baytap.wallet.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.baytap.schemas.Money;
import io.baytap.wallet.domain.Charge;
import io.baytap.wallet.domain.ChargeFacts;
import io.baytap.wallet.domain.ChargeStatus;
import io.baytap.wallet.domain.Charges;
import io.baytap.wallet.domain.Person;
import io.baytap.wallet.domain.Provider;
import io.baytap.wallet.domain.ProviderAnswer;
import io.baytap.wallet.domain.ProviderTask;
import io.baytap.wallet.domain.Refund;
import io.baytap.wallet.domain.RefundState;
import io.baytap.wallet.domain.StorageOutage;
import io.baytap.wallet.domain.WalletScheme;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ChargeWorkerTest {

    private static final Money AMOUNT = Money.of(930, "CNY");

    /** Hands out what is queued; books in memory, after as many outages as asked. */
    private static final class Desk implements Charges {
        final Queue<ProviderTask> tasks = new ConcurrentLinkedQueue<>();
        final List<Answered> booked = new CopyOnWriteArrayList<>();
        final AtomicInteger outagesLeft = new AtomicInteger();

        @Override
        public List<ProviderTask> claim(WalletScheme scheme, int max) {
            List<ProviderTask> claimed = new ArrayList<>();
            while (claimed.size() < max && !tasks.isEmpty()) {
                claimed.add(tasks.remove());
            }
            return claimed;
        }

        @Override
        public void book(List<Answered> answers) {
            if (outagesLeft.getAndDecrement() > 0) {
                throw new StorageOutage("away", new IllegalStateException());
            }
            booked.addAll(answers);
        }

        @Override
        public boolean bookNotified(String outTradeNo, ProviderAnswer answer) {
            return false;
        }

        @Override
        public void wake(Optional<Instant> now) {}

        @Override
        public boolean recover(String chargeId, Person by) {
            return false;
        }

        @Override
        public List<Charge> ofJourney(String journeyId) {
            return List.of();
        }

        @Override
        public Optional<Charge> find(String chargeId) {
            return Optional.empty();
        }

        @Override
        public List<RefundState> refunds(String chargeId) {
            return List.of();
        }
    }

    /** Debits at once, or when the gate opens; knows no number until it was debited. */
    private static final class Teller implements Provider {
        final List<String> debited = new CopyOnWriteArrayList<>();
        final AtomicInteger inFlight = new AtomicInteger();
        final AtomicInteger inFlightSeen = new AtomicInteger();
        final CountDownLatch gate = new CountDownLatch(1);

        @Override
        public ProviderAnswer debit(Charge charge, String contractId) {
            inFlightSeen.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
            try {
                gate.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            } finally {
                inFlight.decrementAndGet();
            }
            debited.add(String.valueOf(charge.state().outTradeNo()));
            return new ProviderAnswer.Debited("42", AMOUNT);
        }

        @Override
        public ProviderAnswer query(Charge charge) {
            return debited.contains(String.valueOf(charge.state().outTradeNo()))
                    ? new ProviderAnswer.Debited("42", AMOUNT)
                    : new ProviderAnswer.NotFound();
        }

        @Override
        public ProviderAnswer giveBack(Refund refund) {
            throw new IllegalStateException("a defect");
        }

        @Override
        public ProviderAnswer query(Refund refund) {
            return new ProviderAnswer.GivenBack("5030");
        }
    }

    private final Desk desk = new Desk();
    private final Teller teller = new Teller();
    private final ChargeWorker worker = new ChargeWorker(
            WalletScheme.WEIXIN_PAY, teller, desk, 4, Duration.ofMillis(20), new SimpleMeterRegistry());

    @Test
    void aRefundThatWasAcceptedIsAskedAfterAndNotAskedForAgain() throws InterruptedException {
        var refund = new Refund("r", charge("a").facts(), "T1", AMOUNT, AMOUNT);
        desk.tasks.add(new ProviderTask.QueryRefund(refund));

        run(1);

        assertThat(desk.booked)
                .singleElement()
                .extracting(Charges.Answered::answer)
                .isEqualTo(new ProviderAnswer.GivenBack("5030"));
    }

    @Test
    void answersSurviveAnOutageOfTheDatabase() throws InterruptedException {
        desk.outagesLeft.set(2);
        desk.tasks.add(new ProviderTask.Debit(charge("a"), "C"));
        teller.gate.countDown();

        run(1);

        assertThat(desk.booked)
                .singleElement()
                .extracting(Charges.Answered::answer)
                .isEqualTo(new ProviderAnswer.Debited("42", AMOUNT));
        assertThat(teller.debited).hasSize(1);
    }

    @Test
    void anAttemptThatNeverArrivedGoesOutAgainUnderItsNumber() throws InterruptedException {
        desk.tasks.add(new ProviderTask.Query(charge("a"), "C"));
        desk.tasks.add(new ProviderTask.Query(charge("a"), "C"));
        teller.gate.countDown();

        run(2);

        assertThat(teller.debited).isNotEmpty().containsOnly("number-a");
    }

    @Test
    void noMoreQuestionsAreUnderWayThanAllowed() throws InterruptedException {
        for (int i = 0; i < 100; i++) {
            desk.tasks.add(new ProviderTask.Debit(charge("c" + i), "C"));
        }
        Thread running = Thread.ofPlatform().start(worker);
        await().until(() -> teller.inFlight.get() == 4);
        assertThat(desk.tasks).as("claims are bounded too").hasSize(92);

        teller.gate.countDown();

        await().until(() -> desk.booked.size() == 100);
        worker.stop();
        running.join();
        assertThat(teller.inFlightSeen).hasValueLessThanOrEqualTo(4);
    }

    @Test
    void aDefectDecidesNothingAndHoldsNobodyUp() throws InterruptedException {
        var refund = new Refund("r", charge("a").facts(), "number-a", AMOUNT, AMOUNT);
        desk.tasks.add(new ProviderTask.GiveBack(refund));
        desk.tasks.add(new ProviderTask.Debit(charge("b"), "C"));
        teller.gate.countDown();

        run(2);

        assertThat(desk.booked)
                .extracting(Charges.Answered::answer)
                .containsExactlyInAnyOrder(
                        new ProviderAnswer.Undecided("DEFECT"), new ProviderAnswer.Debited("42", AMOUNT));
    }

    private void run(int answers) throws InterruptedException {
        Thread running = Thread.ofPlatform().start(worker);
        await().until(() -> desk.booked.size() >= answers);
        worker.stop();
        running.join();
    }

    private static Charge charge(String name) {
        var facts = new ChargeFacts(
                name, "rider", WalletScheme.WEIXIN_PAY, "journey", "MTR", LocalDate.EPOCH, Instant.EPOCH, "CNY");
        var state = new Charge.State(
                ChargeStatus.SUBMITTED, 1, Money.of(0, "CNY"), AMOUNT, "number-" + name, null, null, null, null);
        return new Charge(facts, AMOUNT, state);
    }
}
