package io.baytap.reporting;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.baytap.schemas.Topics;
import io.baytap.schemas.fares.v1.FareAssessed;
import io.baytap.schemas.fares.v1.FareKind;
import io.baytap.schemas.settlements.v1.SettlementPosted;
import io.baytap.schemas.taps.v1.TapAccepted;
import io.baytap.schemas.wallets.v1.WalletScheme;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

/** A ride with everything that becomes of one, and its neighbours on the same gate and in the same batch. */
final class TracedRide {

    static final TravelDay DAY = new TravelDay(LocalDate.of(2026, 8, 3));
    static final String JOURNEY = "journey:t1";

    static final String RIDER = "WEIXIN_PAY:0f1e2d3c4b5a69788796a5b4c3d2e1f0";

    private TracedRide() {}

    private static boolean sent;

    /** Sent once for all tests. */
    static void travelled() {
        if (sent) {
            return;
        }
        sent = true;
        TapAccepted in = DAY.tap("g-t1", 1, "MTR", DAY.at(9, 0), false);
        TapAccepted out = DAY.tap("g-t2", 7, "MTR", DAY.at(9, 30), true);
        SettlementPosted posted = DAY.converted(DAY.fare("t1", 0, FareKind.FARE, 1_050, 918), "-0.015");
        posted.setJourneyId(JOURNEY);
        in.setRiderId(RIDER);
        out.setRiderId(RIDER);
        posted.setRiderId(RIDER);
        try (var line = new Line(ReportingStack.stack())) {
            line.send(Topics.TAPS_ACCEPTED, List.of(in, out, DAY.tap("g-t1", 2, "MTR", DAY.at(9, 1), false)));
            line.send(Topics.TAPS_REJECTED, DAY.rejected("g-t1", 3, "MTR", DAY.at(9, 2), "CODE_EXPIRED"));
            FareAssessed fare = DAY.assessed("t1", in.getEventId(), out.getEventId());
            fare.setRiderId(RIDER);
            line.send(Topics.FARES_ASSESSED, fare);
            line.send(Topics.SETTLEMENTS_POSTED, List.of(posted, DAY.fare("t2", 0, FareKind.FARE, 500, 437)));
            line.send(Topics.CHARGES_SETTLED, DAY.settled("t1", "MTR", WalletScheme.WEIXIN_PAY, 918, "CNY"));
            line.send(Topics.SETTLEMENTS_BATCHES, DAY.batch("MTR", "HKD", 2, 1_550));
        }
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(
                                get("/v1/rides/{id}", JOURNEY).jsonPath().getList("steps"))
                        .hasSize(6));
    }
}
