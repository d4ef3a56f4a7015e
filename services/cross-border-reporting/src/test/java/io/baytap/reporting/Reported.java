package io.baytap.reporting;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import java.time.Duration;

/** What the service reports, read over HTTP. */
final class Reported {

    private static final Duration LIMIT = Duration.ofMinutes(2);

    private Reported() {}

    static JsonPath report(TravelDay day) {
        return get("/v1/days/" + day.day()).then().statusCode(200).extract().jsonPath();
    }

    static void awaitJourneys(TravelDay day, int journeys) {
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(report(day).getInt("journeys")).isEqualTo(journeys));
    }
}
