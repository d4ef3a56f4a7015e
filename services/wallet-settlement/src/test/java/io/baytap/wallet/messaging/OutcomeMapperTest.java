package io.baytap.wallet.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.baytap.schemas.Topics;
import io.baytap.schemas.charges.v1.ChargeDeclined;
import io.baytap.schemas.charges.v1.ChargeRefunded;
import io.baytap.schemas.charges.v1.ChargeSettled;
import io.baytap.schemas.reconciliation.v1.BreakChanged;
import io.baytap.schemas.reconciliation.v1.BreakTransition;
import io.baytap.schemas.wire.EventReader;
import io.baytap.schemas.wire.Reading;
import io.baytap.schemas.wire.SchemaLookup;
import io.baytap.wallet.domain.ChargeFacts;
import io.baytap.wallet.domain.Outcome;
import io.baytap.wallet.domain.ResolvedByHand;
import io.baytap.wallet.domain.WalletScheme;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class OutcomeMapperTest {

    private static final SchemaLookup REGISTRY = new FakeRegistry(false);
    private static final Instant AT = Instant.parse("2026-04-09T02:00:00Z");
    private static final LocalDate DAY = LocalDate.parse("2026-04-09");
    private static final ChargeFacts CHARGE = new ChargeFacts(
            "charge:c", "WEIXIN_PAY:a", WalletScheme.WEIXIN_PAY, "journey:j", "MTR", DAY, AT.minusSeconds(60), "CNY");

    private final OutcomeMapper mapper = new OutcomeMapper(REGISTRY);

    @Test
    void aSettledChargeIsToldInFull() {
        var record = mapper.toRecord(new Outcome.Settled(AT, CHARGE, 930, "T1", "42"));

        assertThat(record.topic()).isEqualTo(Topics.CHARGES_SETTLED.name());
        assertThat(record.key()).asString(UTF_8).isEqualTo("WEIXIN_PAY:a");
        assertThat(new EventReader<>(ChargeSettled.class, REGISTRY).read(record.value()))
                .isEqualTo(new Reading.Event<>(ChargeSettled.newBuilder()
                        .setEventId("charge-settled:charge:c")
                        .setOccurredAt(AT)
                        .setRiderId("WEIXIN_PAY:a")
                        .setWalletScheme(io.baytap.schemas.wallets.v1.WalletScheme.WEIXIN_PAY)
                        .setChargeId("charge:c")
                        .setJourneyId("journey:j")
                        .setOperatorId("MTR")
                        .setBusinessDay(DAY)
                        .setAmountMinor(930)
                        .setCurrency("CNY")
                        .setOutTradeNo("T1")
                        .setTransactionId("42")
                        .setConversionCheck(io.baytap.schemas.charges.v1.ConversionCheck.NOT_NEEDED)
                        .build()));
    }

    @Test
    void aDeclinedAttemptIsToldInFull() {
        var record = mapper.toRecord(new Outcome.Declined(AT, CHARGE, 930, "T2", 2, "NOT_ENOUGH"));

        assertThat(record.topic()).isEqualTo(Topics.CHARGES_DECLINED.name());
        assertThat(new EventReader<>(ChargeDeclined.class, REGISTRY).read(record.value()))
                .isEqualTo(new Reading.Event<>(ChargeDeclined.newBuilder()
                        .setEventId("charge-declined:T2")
                        .setOccurredAt(AT)
                        .setRiderId("WEIXIN_PAY:a")
                        .setWalletScheme(io.baytap.schemas.wallets.v1.WalletScheme.WEIXIN_PAY)
                        .setChargeId("charge:c")
                        .setJourneyId("journey:j")
                        .setOperatorId("MTR")
                        .setBusinessDay(DAY)
                        .setAmountMinor(930)
                        .setCurrency("CNY")
                        .setOutTradeNo("T2")
                        .setAttempt(2)
                        .setReason("NOT_ENOUGH")
                        .build()));
    }

    @Test
    void aRefundIsToldInFull() {
        var record = mapper.toRecord(new Outcome.Refunded(AT, CHARGE, 372, "R1", "43"));

        assertThat(record.topic()).isEqualTo(Topics.CHARGES_REFUNDED.name());
        assertThat(new EventReader<>(ChargeRefunded.class, REGISTRY).read(record.value()))
                .isEqualTo(new Reading.Event<>(ChargeRefunded.newBuilder()
                        .setEventId("charge-refunded:R1")
                        .setOccurredAt(AT)
                        .setRiderId("WEIXIN_PAY:a")
                        .setWalletScheme(io.baytap.schemas.wallets.v1.WalletScheme.WEIXIN_PAY)
                        .setChargeId("charge:c")
                        .setJourneyId("journey:j")
                        .setOperatorId("MTR")
                        .setBusinessDay(DAY)
                        .setAmountMinor(372)
                        .setCurrency("CNY")
                        .setOutRefundNo("R1")
                        .setRefundId("43")
                        .build()));
    }

    @Test
    void aBreakIsToldInFull() {
        var record = mapper.toRecord(new Outcome.BreakTold(
                AT,
                "break:x",
                2,
                "CHANGED",
                "AMOUNT",
                "PROVIDER",
                -70,
                "CNY",
                DAY,
                3,
                "WEIXIN_PAY",
                "journal",
                "line",
                "T1",
                "proposal:1",
                new ResolvedByHand("proposal:1", "BOOK", "they are right", "letter 7", "anna", "ben", "adjustment:x")));

        assertThat(record.topic()).isEqualTo(Topics.RECONCILIATION_BREAKS.name());
        assertThat(record.key()).asString(UTF_8).isEqualTo("break:x");
        assertThat(new EventReader<>(BreakChanged.class, REGISTRY).read(record.value()))
                .isEqualTo(new Reading.Event<>(BreakChanged.newBuilder()
                        .setEventId("break:x#2")
                        .setOccurredAt(AT)
                        .setBreakId("break:x")
                        .setRevision(2)
                        .setTransition(BreakTransition.CHANGED)
                        .setReason("AMOUNT")
                        .setOwner("PROVIDER")
                        .setAmountMinor(-70)
                        .setCurrency("CNY")
                        .setSince(DAY)
                        .setAgeDays(3)
                        .setWalletScheme("WEIXIN_PAY")
                        .setOurReference("journal")
                        .setTheirReference("line")
                        .setTradeNumber("T1")
                        .setResolvedBy("proposal:1")
                        .setResolution("BOOK")
                        .setResolutionReason("they are right")
                        .setResolutionReference("letter 7")
                        .setProposedBy("anna")
                        .setApprovedBy("ben")
                        .setJournalId("adjustment:x")
                        .build()));
    }
}
