package io.baytap.reporting;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(ReportingStack.class)
class TraceIT {

    private static final TravelDay DAY = TracedRide.DAY;
    private static final String RIDE = TracedRide.JOURNEY;

    private static JsonPath ride() {
        return given().get("/v1/rides/{id}", RIDE).jsonPath();
    }

    @Test
    void aRideIsTheWholeWayFromItsTapsToItsBatchAndNothingElse() {
        TracedRide.travelled();

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
        "posting:conversion:fare:journey:t1:0:2026-08-03, 3",
        "' journey:t1 ', 3"
    })
    void aRideIsFoundByWhateverItsEventsName(String id, int steps) {
        TracedRide.travelled();

        JsonPath found = given().queryParam("id", id).get("/v1/trace").jsonPath();

        assertThat(found.getList("journeys")).containsExactly(RIDE);
        assertThat(found.getList("steps")).hasSize(steps);
        assertThat(found.getBoolean("more")).isFalse();
    }

    @Test
    void aBatchNamesAllItsJourneysAndAGateItsRefusalsToo() {
        TracedRide.travelled();

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
        TracedRide.travelled();

        JsonPath found = given().queryParam("id", id).get("/v1/trace").jsonPath();

        assertThat(found.getList("steps")).isEmpty();
        given().get("/v1/rides/{id}", id).then().statusCode(404).body("reason", equalTo("NOT_FOUND"));
    }

    @Test
    void aDayOutsideTheRangeIsNotLookedAt() {
        TracedRide.travelled();

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
