package io.baytap.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.baytap.schemas.Topics;
import io.baytap.schemas.fares.v1.FareKind;
import io.baytap.schemas.settlements.v1.SettlementPosted;
import io.baytap.schemas.wallets.v1.WalletScheme;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.LocalDate;
import java.util.function.Supplier;

/** A ride that is booked, debited and paid to its operator, and what wallet-settlement says of it. */
final class BookedRide {

    static final TravelDay DAY = new TravelDay(LocalDate.of(2026, 9, 7));
    static final String JOURNEY = "journey:booked1";
    static final String PAGE = "/trace/" + JOURNEY;
    static final String PROPOSAL = "proposal:1f";

    private static final String RIDER = "WEIXIN_PAY:aa1e2d3c4b5a69788796a5b4c3d2e1f0";
    private static final String BATCH = "MTR:HKD:2026-09-07";

    private BookedRide() {}

    /** Sends the ride; counted once however often it is sent. Returns when a visitor can read it. */
    static void travelled(Supplier<RequestSpecification> visitor) {
        SettlementPosted posted = DAY.converted(DAY.fare("booked1", 0, FareKind.FARE, 1_050, 918), "-0.015");
        posted.setJourneyId(JOURNEY);
        posted.setRiderId(RIDER);
        try (var line = new Line(ReportingStack.stack())) {
            line.send(Topics.SETTLEMENTS_POSTED, posted);
            line.send(Topics.CHARGES_SETTLED, DAY.settled("booked1", "MTR", WalletScheme.WEIXIN_PAY, 918, "CNY"));
            line.send(Topics.SETTLEMENTS_BATCHES, DAY.batch("MTR", "HKD", 1, 1_050));
        }
        Neighbours.recover();
        tell(Neighbours.wallets());
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(visitor.get()
                                .get("/v1/rides/{id}", JOURNEY)
                                .jsonPath()
                                .getList("steps"))
                        .hasSize(3));
    }

    private static void tell(NeighbourServer wallets) {
        wallets.usually("/v1/journals/posting:conversion:fare:journey:booked1:0:2026-09-07", """
                        {"id": "posting:conversion:fare:journey:booked1:0:2026-09-07", "kind": "FARE", "occurredAt": "2026-09-07T01:30:00Z", "postings": [
                          {"account": "wallet-receivable:WEIXIN_PAY", "currency": "CNY", "amountMinor": 918},
                          {"account": "fx-position", "currency": "CNY", "amountMinor": -914},
                          {"account": "fx-spread", "currency": "CNY", "amountMinor": -4},
                          {"account": "fx-position", "currency": "HKD", "amountMinor": 1050},
                          {"account": "operator-payable:MTR", "currency": "HKD", "amountMinor": -1050}]}
                        """)
                .usually("/v1/journals/charge-settled:booked1:2026-09-07", """
                        {"id": "charge-settled:booked1:2026-09-07", "kind": "CHARGE", "occurredAt": "2026-09-07T13:00:00Z", "postings": [
                          {"account": "provider-clearing:WEIXIN_PAY", "currency": "CNY", "amountMinor": 918},
                          {"account": "wallet-receivable:WEIXIN_PAY", "currency": "CNY", "amountMinor": -918}]}
                        """)
                .usually("/v1/charges?journeyId=journey:booked1", """
                        [{"id": "booked1", "status": "SETTLED", "journeyId": "journey:booked1", "operatorId": "MTR", "businessDay": "2026-09-07",
                          "currency": "CNY", "amountMinor": 918, "nettedMinor": 0, "attempt": 2, "outTradeNo": "obooked1", "transactionId": "tbooked1",
                          "reason": null, "dueAt": null, "payerMinor": null, "payerCurrency": null, "conversionCheck": "NOT_NEEDED",
                          "refunds": [{"id": "r1", "status": "SUBMITTED", "amountMinor": 100, "reason": null}]}]
                        """)
                .usually("/v1/batches/" + BATCH + "/bank-lines", """
                        [{"reference": "R9", "bookedOn": "2026-09-08", "currency": "HKD", "amountMinor": -1050, "onStatement": true, "state": "MATCHED"}]
                        """)
                .usually("/v1/proposals?journeyId=journey:booked1", "[" + proposal("PENDING", "hana", "null") + "]");
    }

    static String proposal(String state, String by, String decidedBy) {
        return """
                {"id": "proposal:1f", "state": "%s", "kind": "CORRECTION", "journeyId": "journey:booked1", "chargeId": null, "breakId": null,
                 "amountMinor": -400, "currency": "HKD", "account": null, "reference": null, "reason": "the lift <was> out of order",
                 "proposedBy": "%s", "proposedAt": "2026-09-08T01:00:00Z", "expiresAt": "2026-09-09T01:00:00Z", "decidedBy": %s,
                 "decidedAt": null, "postingId": null}
                """.formatted(state, by, decidedBy);
    }
}
