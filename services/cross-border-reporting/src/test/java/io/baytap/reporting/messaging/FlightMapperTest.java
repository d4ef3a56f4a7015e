package io.baytap.reporting.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.baytap.reporting.TravelDay;
import io.baytap.reporting.domain.Observation;
import io.baytap.reporting.domain.Observation.FareMoved;
import io.baytap.reporting.messaging.Fields.OutOfRangeException;
import io.baytap.schemas.charges.v1.ChargeDeclined;
import io.baytap.schemas.fares.v1.FareKind;
import io.baytap.schemas.settlements.v1.SettlementPosted;
import io.baytap.schemas.wallets.v1.WalletScheme;
import java.time.LocalDate;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What a journey's events add up to, in whatever order they are counted. */
class FlightMapperTest {

    private static final TravelDay DAY = new TravelDay(LocalDate.of(2026, 4, 9));

    @Test
    void whatWasPostedAndAnsweredAddsUpToNothing() throws OutOfRangeException {
        assertThat(unposted(assessed(), posted(970), settled(970))).isZero();
        assertThat(owed(assessed(), posted(970), settled(970))).isZero();
    }

    @Test
    void aFareIsMissedUntilItIsPostedAndThenItsAnswer() throws OutOfRangeException {
        assertThat(unposted(assessed())).isEqualTo(1);
        assertThat(owed(assessed())).isZero();
        assertThat(unposted(assessed(), posted(970))).isZero();
        assertThat(owed(assessed(), posted(970))).isEqualTo(970);
    }

    @Test
    void aChargeThatWasCorrectedAwayWaitsForNobody() throws OutOfRangeException {
        assertThat(owed(posted(5_610), posted(-5_610))).isZero();
    }

    @Test
    void aRefundSettlesWhatACorrectionTookBack() throws OutOfRangeException {
        Observation refunded = FlightMapper.refunded(DAY.refunded("j:0", "MTR", 600));

        assertThat(owed(posted(970), settled(970), posted(-600))).isEqualTo(-600);
        assertThat(owed(posted(970), settled(970), posted(-600), refunded)).isZero();
    }

    @Test
    void theFirstRefusalIsAnAnswerAndOthersAreNoNews() throws OutOfRangeException {
        ChargeDeclined second = DAY.declined("j:0", "MTR", 970);
        second.setAttempt(2);
        Observation first = FlightMapper.declined(DAY.declined("j:0", "MTR", 970));

        assertThat(owed(posted(970), first)).isZero();
        assertThat(owed(posted(970), first, FlightMapper.declined(second))).isZero();
    }

    @Test
    void aProviderThatConvertsIsAskedForTheFare() throws OutOfRangeException {
        SettlementPosted byProvider = DAY.fare("j", 0, FareKind.FARE, 1_050, 135);

        assertThat(owed(FlightMapper.posted(byProvider))).isEqualTo(1_050);
    }

    @Test
    void whatTwoPeopleDecidedWasNeverAssessed() throws OutOfRangeException {
        SettlementPosted decided = DAY.fare("j", 1, FareKind.CORRECTION, -1_050, -970);
        decided.setProposalId("proposal:1");

        assertThat(unposted(FlightMapper.posted(decided))).isZero();
    }

    @Test
    void allOfAJourneyIsFiledUnderTheFaresDay() throws OutOfRangeException {
        for (Observation told : new Observation[] {assessed(), posted(970), settled(970)}) {
            FareMoved moved = (FareMoved) told;
            assertThat(moved.day()).isEqualTo(DAY.day());
            assertThat(moved.journeyId()).isEqualTo("journey:j:0");
        }
        assertThat(((FareMoved) settled(970)).occurredAt()).isNull();
    }

    private static Observation assessed() throws OutOfRangeException {
        return FlightMapper.assessed(DAY.assessed("j:0", "tap:g:1", "tap:g:2"));
    }

    private static Observation posted(long walletMinor) throws OutOfRangeException {
        return FlightMapper.posted(DAY.converted(DAY.fare("j", 0, FareKind.FARE, 1_050, walletMinor), "0"));
    }

    private static Observation settled(long minor) throws OutOfRangeException {
        return FlightMapper.settled(DAY.settled("j:0", "MTR", WalletScheme.WEIXIN_PAY, minor, "CNY"));
    }

    private static long unposted(Observation... told) {
        return Arrays.stream(told)
                .mapToLong(moved -> ((FareMoved) moved).unposted())
                .sum();
    }

    private static long owed(Observation... told) {
        return Arrays.stream(told)
                .mapToLong(moved -> ((FareMoved) moved).owedMinor())
                .sum();
    }
}
