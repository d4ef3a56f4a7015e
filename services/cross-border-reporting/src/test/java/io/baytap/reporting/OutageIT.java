package io.baytap.reporting;

import static io.restassured.RestAssured.get;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.baytap.schemas.Topics;
import io.baytap.stack.Part;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The service waits for whatever is away, loses nothing and doubles nothing. */
@QuarkusTest
@QuarkusTestResource(ReportingStack.class)
class OutageIT {

    private static final Duration LIMIT = Duration.ofMinutes(2);

    private Line line;

    @BeforeEach
    void open() {
        line = new Line(ReportingStack.stack());
    }

    @AfterEach
    void close() {
        ReportingStack.database().mend();
        ReportingStack.registry().mend();
        line.close();
    }

    @Test
    void aDatabaseThatIsAwayHoldsUpTheLineAndLosesNothing() {
        TravelDay day = new TravelDay(LocalDate.of(2026, 4, 5));
        line.send(Topics.SETTLEMENTS_POSTED, day.fares(0, 100));
        Reported.awaitJourneys(day, 100);

        ReportingStack.database().cut();
        line.send(Topics.SETTLEMENTS_POSTED, day.fares(100, 300));
        await().atMost(LIMIT)
                .untilAsserted(
                        () -> assertThat(get("/q/health/ready").then().extract().asString())
                                .contains("waits for"));
        get("/v1/days/" + day.day()).then().statusCode(503).header("Retry-After", "5");
        ReportingStack.database().mend();

        Reported.awaitJourneys(day, 300);
        await().atMost(LIMIT).untilAsserted(() -> get("/q/health/ready").then().statusCode(200));
    }

    @Test
    void aRegistryThatIsAwayIsAnOutageAndParksNothing() {
        TravelDay day = new TravelDay(LocalDate.of(2026, 4, 6));
        byte[] unknown = line.encode(Topics.CHARGES_REFUNDED, day.refunded("r1", "MTR", 70));
        unknown[1] = 0x7e;

        ReportingStack.registry().cut();
        line.sendRaw(Topics.CHARGES_REFUNDED, "k".getBytes(UTF_8), unknown);
        await().atMost(LIMIT)
                .untilAsserted(
                        () -> assertThat(get("/q/health/ready").then().extract().asString())
                                .contains("schema registry"));
        assertThat(line.deadLetters(Topics.CHARGES_REFUNDED)).isEmpty();
        ReportingStack.registry().mend();

        await().atMost(LIMIT)
                .until(() -> !line.deadLetters(Topics.CHARGES_REFUNDED).isEmpty());
    }

    @Test
    void aBrokerThatIsAwayBeforeTheCommitDoublesNothing() throws IOException, InterruptedException {
        TravelDay day = new TravelDay(LocalDate.of(2026, 4, 7));
        ReportingStack.database().cut();
        line.send(Topics.SETTLEMENTS_POSTED, day.fares(0, 200));
        line.sendRaw(Topics.CHARGES_DECLINED, "poison".getBytes(UTF_8), "no Avro".getBytes(UTF_8));
        awaitOutage("database");

        signal("STOP");
        try {
            ReportingStack.database().mend();
            awaitOutage("Kafka");
        } finally {
            signal("CONT");
        }

        await().atMost(LIMIT).untilAsserted(() -> get("/q/health/ready").then().statusCode(200));
        Reported.awaitJourneys(day, 200);
        await().atMost(LIMIT)
                .until(() -> !line.deadLetters(Topics.CHARGES_DECLINED).isEmpty());
        line.send(Topics.SETTLEMENTS_POSTED, day.fares(200, 201));
        Reported.awaitJourneys(day, 201);
        assertThat(line.deadLetters(Topics.CHARGES_DECLINED)).hasSize(1);
    }

    /** Freezes the broker, or lets it go on. */
    private static void signal(String signal) throws IOException, InterruptedException {
        long pid = ReportingStack.stack().process(Part.KAFKA).pid();
        assertThat(new ProcessBuilder("kill", "-" + signal, Long.toString(pid))
                        .start()
                        .waitFor())
                .isZero();
    }

    private static void awaitOutage(String what) {
        await().atMost(LIMIT)
                .untilAsserted(
                        () -> assertThat(get("/q/health/ready").then().extract().asString())
                                .containsPattern("\"waits for\": *\"[^\"]*" + what));
    }
}
