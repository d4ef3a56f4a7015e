package io.baytap.reporting;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.baytap.reporting.domain.BusinessDay;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URL;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Breaks as they are told on the topic, read as JSON. */
@QuarkusTest
@QuarkusTestResource(ReportingStack.class)
@TestInstance(Lifecycle.PER_CLASS)
class BreaksIT {

    private final LocalDate today = BusinessDay.of(Instant.now());

    @TestHTTPResource("/")
    @SuppressWarnings("NullAway.Init") // injected
    URL address;

    @BeforeAll
    void tell() {
        ToldBreaks.tell(address, today);
    }

    @Test
    void theSameIsToldToPrograms() {
        given().get("/v1/breaks?reason=UNPAID")
                .then()
                .statusCode(200)
                .body("day", equalTo(today.toString()))
                .body(
                        "breaks.breakId",
                        equalTo(List.of(
                                "break:unpaid:5",
                                "break:unpaid:4",
                                "break:unpaid:3",
                                "break:unpaid:2",
                                "break:unpaid:1")))
                .body("breaks.ageDays", equalTo(List.of(25, 24, 23, 22, 21)))
                .body("breaks[0].amountMinor", equalTo(100))
                .body("more", equalTo(true));
        given().get("/v1/breaks?reason=UNPAID&minAgeDays=25")
                .then()
                .body("breaks.size()", equalTo(1))
                .body("more", equalTo(false));
        given().get("/v1/breaks?state=resolved&owner=PROVIDER&wallet=weixin_pay")
                .then()
                .body("breaks.breakId", equalTo(List.of("break:amount")));
        given().get("/v1/breaks?owner=BANK&age=days_2_to_3").then().body("breaks.size()", equalTo(0));
    }

    @ParameterizedTest(name = "{0} → {1} {2}")
    @CsvSource({
        "state=GONE,       state,      UNKNOWN_CODE",
        "reason=amount,    reason,     UNKNOWN_CODE",
        "owner=x,          owner,      UNKNOWN_CODE",
        "wallet=PURSE,     wallet,     UNKNOWN_CODE",
        "age=OLD,          age,        UNKNOWN_CODE",
        "minAgeDays=-1,    minAgeDays, NOT_A_NUMBER",
        "minAgeDays=1e3,   minAgeDays, NOT_A_NUMBER"
    })
    void aBadParameterIsNamed(String query, String field, String reason) {
        for (String path : List.of("/v1/breaks?", "/reconciliation?")) {
            given().get(path + query)
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body("field", equalTo(field), "reason", equalTo(reason));
        }
    }
}
