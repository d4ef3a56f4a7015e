package io.baytap.reporting;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.baytap.schemas.Topics;
import io.baytap.schemas.reconciliation.v1.BreakChanged;
import io.baytap.schemas.reconciliation.v1.BreakTransition;
import java.net.URL;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Breaks of all kinds and ages, as wallet-settlement tells them. */
final class ToldBreaks {

    static final String SHORT = "break:settlement:WEIXIN_PAY:a/b c#1?x";

    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final String LONG = "break:" + "9".repeat(80);

    private ToldBreaks() {}

    /** Returns when all of them are known. Told again, they change nothing. */
    static void tell(URL address, LocalDate today) {
        try (Line line = new Line(ReportingStack.stack())) {
            line.send(Topics.RECONCILIATION_BREAKS, told(today));
        }
        await().atMost(LIMIT).untilAsserted(() -> {
            given().get(address + "v1/breaks/" + LONG).then().statusCode(200);
            given().get(address + "v1/breaks/break:again").then().body("changes.size()", equalTo(3));
            given().get(address + "v1/breaks/break:amount").then().body("changes.size()", equalTo(3));
            given().get(address + "v1/breaks/break:gone").then().body("changes.size()", equalTo(2));
            for (int n = 0; n <= ReportingStack.LISTED_BREAKS_MAX; n++) {
                given().get(address + "v1/breaks/break:unpaid:" + n).then().statusCode(200);
            }
            for (String id : List.of("break:young", "break:theirs")) {
                given().get(address + "v1/breaks/" + id).then().statusCode(200);
            }
            given().pathParam("id", SHORT)
                    .get(address + "v1/breaks/{id}")
                    .then()
                    .statusCode(200);
        });
    }

    private static List<BreakChanged> told(LocalDate today) {
        List<BreakChanged> told = new ArrayList<>(List.of(
                told(today, SHORT, 1, BreakTransition.OPENED, "SHORT_PAYOUT", "PROVIDER", -800, "CNY", 10, 2),
                told(today, "break:young", 1, BreakTransition.OPENED, "SHORT_PAYOUT", "PROVIDER", -250, "CNY", 1, 1),
                told(today, LONG, 1, BreakTransition.OPENED, "PAID_OTHERWISE", "BANK", 123_456_789, "HKD", 0, 0),
                told(today, "break:theirs", 1, BreakTransition.OPENED, "COUNTED_OTHERWISE", "AUDITOR", 5, "HKD", 0, 4),
                told(today, "break:amount", 1, BreakTransition.OPENED, "AMOUNT", "PROVIDER", 700, "HKD", 6, 1),
                told(today, "break:amount", 2, BreakTransition.CHANGED, "AMOUNT", "PROVIDER", 600, "HKD", 4, 3),
                told(today, "break:amount", 3, BreakTransition.RESOLVED, "AMOUNT", "PROVIDER", 600, "HKD", 2, 5),
                told(today, "break:gone", 1, BreakTransition.OPENED, "AMOUNT", "PROVIDER", 1, "HKD", 41, 1),
                told(today, "break:gone", 2, BreakTransition.RESOLVED, "AMOUNT", "PROVIDER", 1, "HKD", 31, 10),
                told(today, "break:again", 1, BreakTransition.OPENED, "RATE", "PROVIDER", 9, "CNY", 7, 1),
                told(today, "break:again", 2, BreakTransition.RESOLVED, "RATE", "PROVIDER", 9, "CNY", 6, 2),
                told(today, "break:again", 3, BreakTransition.OPENED, "RATE", "PROVIDER", -11, "CNY", 3, 5)));
        for (int n = 0; n <= ReportingStack.LISTED_BREAKS_MAX; n++) {
            told.add(
                    told(today, "break:unpaid:" + n, 1, BreakTransition.OPENED, "UNPAID", "US", 100, "HKD", 20 + n, 0));
        }
        return told;
    }

    private static BreakChanged told(
            LocalDate today,
            String breakId,
            int revision,
            BreakTransition transition,
            String reason,
            String owner,
            long minor,
            String currency,
            int daysAgo,
            int ageDays) {
        LocalDate day = today.minusDays(daysAgo);
        return BreakChanged.newBuilder()
                .setEventId(breakId + "#" + revision)
                .setOccurredAt(new TravelDay(day).at(0, revision))
                .setBreakId(breakId)
                .setRevision(revision)
                .setTransition(transition)
                .setReason(reason)
                .setOwner(owner)
                .setAmountMinor(minor)
                .setCurrency(currency)
                .setSince(day.minusDays(ageDays))
                .setAgeDays(ageDays)
                .setWalletScheme(owner.equals("PROVIDER") ? "WEIXIN_PAY" : null)
                .setOurReference("settlement:" + breakId)
                .setTheirReference("bank:808-1:" + revision)
                .setTradeNumber("trade & " + reason)
                .setResolvedBy(transition == BreakTransition.RESOLVED ? "line:late:1" : null)
                .build();
    }
}
