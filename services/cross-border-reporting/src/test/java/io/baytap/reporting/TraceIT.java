package io.baytap.reporting;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.baytap.schemas.Topics;
import io.baytap.schemas.fares.v1.FareKind;
import io.baytap.schemas.settlements.v1.SettlementPosted;
import io.baytap.schemas.taps.v1.TapAccepted;
import io.baytap.schemas.wallets.v1.WalletScheme;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(ReportingStack.class)
class TraceIT {

    private static final TravelDay DAY = new TravelDay(LocalDate.of(2026, 8, 3));
    private static final String RIDE = "journey:t1";

    private static boolean sent;

    /** Sent once for all tests. */
    private static void travelled() {
        if (sent) {
            return;
        }
        sent = true;
        TapAccepted in = DAY.tap("g-t1", 1, "MTR", DAY.at(9, 0), false);
        TapAccepted out = DAY.tap("g-t2", 7, "MTR", DAY.at(9, 30), true);
        SettlementPosted posted = DAY.converted(DAY.fare("t1", 0, FareKind.FARE, 1_050, 918), "-0.015");
        posted.setJourneyId(RIDE);
        try (var line = new Line(ReportingStack.stack())) {
            line.send(Topics.TAPS_ACCEPTED, List.of(in, out, DAY.tap("g-t1", 2, "MTR", DAY.at(9, 1), false)));
            line.send(Topics.TAPS_REJECTED, DAY.rejected("g-t1", 3, "MTR", DAY.at(9, 2), "CODE_EXPIRED"));
            line.send(Topics.FARES_ASSESSED, DAY.assessed("t1", in.getEventId(), out.getEventId()));
            line.send(Topics.SETTLEMENTS_POSTED, List.of(posted, DAY.fare("t2", 0, FareKind.FARE, 500, 437)));
            line.send(Topics.CHARGES_SETTLED, DAY.settled("t1", "MTR", WalletScheme.WEIXIN_PAY, 918, "CNY"));
            line.send(Topics.SETTLEMENTS_BATCHES, DAY.batch("MTR", "HKD", 2, 1_550));
        }
        await().atMost(Duration.ofMinutes(2))
                .untilAsserted(() -> assertThat(ride().getList("steps")).hasSize(6));
    }

    private static JsonPath ride() {
        return given().get("/v1/rides/{id}", RIDE).jsonPath();
    }

    @Test
    void aRideIsTheWholeWayFromItsTapsToItsBatchAndNothingElse() {
        travelled();

        JsonPath ride = ride();

        assertThat(ride.getList("steps.step"))
                .containsExactly("tapped", "tapped", "priced", "posted", "charged", "closed");
        assertThat(ride.getList("steps.findAll { it.gateId != null }.gateId")).containsExactly("g-t1", "g-t2");
        assertThat(ride.getBoolean("steps[1].late")).isTrue();
        assertThat(ride.getLong("steps[2].legs[0].amount.minor")).isEqualTo(1_070);
        assertThat(ride.getString("steps[2].adjustments[0].rule")).isEqualTo("policy:off_peak");
        assertThat(ride.getString("steps[3].rates.applied")).isEqualTo("0.8743");
        assertThat(ride.getLong("steps[3].debit.minor")).isEqualTo(918);
        assertThat(ride.getString("steps[3].debit.currency")).isEqualTo("CNY");
        assertThat(ride.getString("steps[4].theirs")).isEqualTo("tt1");
        assertThat(ride.getString("steps[5].batchId")).isEqualTo("MTR:HKD:" + DAY.day());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "tap:g-t1:1:2026-08-03, 2",
        "g-t2, 1",
        "journey:t1, 3",
        "t1, 1",
        "ot1, 1",
        "tt1, 1",
        "posting:conversion:fare:journey:t1:0:2026-08-03, 1",
        "' journey:t1 ', 3"
    })
    void aRideIsFoundByWhateverItsEventsName(String id, int steps) {
        travelled();

        JsonPath found = given().queryParam("id", id).get("/v1/trace").jsonPath();

        assertThat(found.getList("journeys")).containsExactly(RIDE);
        assertThat(found.getList("steps")).hasSize(steps);
        assertThat(found.getBoolean("more")).isFalse();
    }

    @Test
    void aBatchNamesAllItsJourneysAndAGateItsRefusalsToo() {
        travelled();

        JsonPath batch = given().queryParam("id", "MTR:HKD:" + DAY.day())
                .get("/v1/trace")
                .jsonPath();
        JsonPath gate = given().queryParam("id", "g-t1").get("/v1/trace").jsonPath();

        assertThat(batch.getList("journeys")).containsExactlyInAnyOrder(RIDE, "journey:t2:0");
        assertThat(gate.getList("steps.step")).containsExactly("refused", "tapped", "tapped");
        assertThat(gate.getString("steps[0].reason")).isEqualTo("CODE_EXPIRED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "' or 1=1 --", "1}'::bigint[]) or true --", "%", "journey:t"})
    void whatNobodyNamedIsNotFound(String id) {
        travelled();

        JsonPath found = given().queryParam("id", id).get("/v1/trace").jsonPath();

        assertThat(found.getList("steps")).isEmpty();
        given().get("/v1/rides/{id}", id).then().statusCode(404).body("reason", equalTo("NOT_FOUND"));
    }

    @Test
    void aDayOutsideTheRangeIsNotLookedAt() {
        travelled();

        given().queryParam("id", RIDE)
                .queryParam("to", DAY.day().minusDays(1).toString())
                .get("/v1/trace")
                .then()
                .body("steps.size()", equalTo(0));
    }

    @ParameterizedTest(name = "{0}={1}: {2}")
    @CsvSource({"id, '', MISSING", "from, yesterday, NOT_A_DAY", "to, 1999-01-01, OUT_OF_RANGE"})
    void aBadQuestionIsRefusedByItsField(String field, String value, String reason) {
        var request = given().queryParam(field, value);
        if (!field.equals("id")) {
            request.queryParam("id", RIDE);
        }

        request.get("/v1/trace")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("field", equalTo(field))
                .body("reason", equalTo(reason));
    }

    @Test
    void anIdThatIsTooLongIsRefused() {
        given().queryParam("id", "x".repeat(301))
                .get("/v1/trace")
                .then()
                .statusCode(400)
                .body("reason", equalTo("NOT_AN_ID"));
    }
}
