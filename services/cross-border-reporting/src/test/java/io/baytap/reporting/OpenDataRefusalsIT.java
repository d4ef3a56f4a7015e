package io.baytap.reporting;

import static io.restassured.RestAssured.get;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(ReportingStack.class)
class OpenDataRefusalsIT {

    @ParameterizedTest(name = "{0} → {1} {2} {3}")
    @CsvSource({
        "journeys-by-hour.csv,                                   400, day,   MISSING",
        "journeys-by-hour.csv?day=,                              400, day,   MISSING",
        "journeys-by-hour.json?day=yesterday,                    400, day,   NOT_A_DAY",
        "journeys-by-hour.csv?day=1999-12-31,                    400, day,   OUT_OF_RANGE",
        "journeys-by-hour.csv?month=2026-13,                     400, month, NOT_A_MONTH",
        "journeys-by-hour.csv?month=,                            400, day,   MISSING",
        "journeys-by-hour.csv?month=9999-01,                     400, month, OUT_OF_RANGE",
        "journeys-by-hour.csv?day=2026-04-09&month=2026-04,      400, month, NOT_BOTH",
        "journeys-by-hour.csv?day=2026-04-09,                    404, ,      NOT_PUBLISHED",
        "journeys-by-hour.xlsx?day=2026-04-09,                   404, ,      NOT_FOUND",
        "riders.csv?day=2026-04-09,                              404, ,      NOT_FOUND"
    })
    void whatCannotBeAnsweredIsRefusedByName(String path, int status, String field, String reason) {
        get("/v1/open-data/" + path)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("field", equalTo(field))
                .body("reason", equalTo(reason));
    }
}
