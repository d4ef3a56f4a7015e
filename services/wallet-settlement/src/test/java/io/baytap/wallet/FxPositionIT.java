package io.baytap.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.baytap.schemas.Topics;
import io.baytap.schemas.fares.v1.FareConverted;
import io.baytap.schemas.settlements.v1.SettlementPosted;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** What a day's conversions come to, from the event to the statement of the position. */
@QuarkusTest
@WithTestResource(WorldResource.class)
class FxPositionIT {

    private static final String DEAD_LETTERS = Topics.FARES_CONVERTED.deadLetters("wallet-settlement");

    @Inject
    Kit kit;

    @Inject
    SandboxClient client;

    /**
     * Two trams of 3.30 HKD at 0.8723334535, each booked as 2.88 CNY mid: 575.74007931 fen at the rate, so 0.25992069 are
     * residue. See FxPositionTest.
     */
    @Test
    void aDaysPositionIsExplainedByPublishedRatesAndResidue() {
        LocalDate day = LocalDate.parse("2026-02-02");
        String one = Fares.newRider();
        String two = Fares.newRider();

        kit.publish(Topics.FARES_CONVERTED, tram(one, day, "-0.309389853275"), tram(two, day, "-0.309389853275"));
        awaitPosted(one);
        awaitPosted(two);

        JsonNode statement = client.get("/v1/fx-position?from=2026-02-02");
        assertThat(statement.path("days")).singleElement().satisfies(row -> {
            assertThat(row.path("fareCurrency").asText()
                            + row.path("walletCurrency").asText())
                    .isEqualTo("HKDCNY");
            assertThat(row.path("conversions").asLong()).isEqualTo(2);
            assertThat(row.path("fareMinor").asLong()).isEqualTo(660);
            assertThat(row.path("midMinor").asLong()).isEqualTo(576);
            assertThat(row.path("spreadMinor").asLong()).isEqualTo(2);
            assertThat(row.path("atPublishedRates").asText()).isEqualTo("575.74007931");
            assertThat(row.path("residue").asText()).isEqualTo("0.25992069");
        });
        assertThat(statement.path("balances"))
                .isNotEmpty()
                .allSatisfy(balance ->
                        assertThat(balance.path("unexplainedMinor").asLong()).isZero());
        assertThat(kit.query("select residue from booked_fare where rider_id = ?", one))
                .containsExactly("-0.309389853275");
    }

    @Test
    void aFareWhoseResidueDoesNotFollowFromItsRateIsParked() {
        String rider = Fares.newRider();

        kit.publish(Topics.FARES_CONVERTED, tram(rider, Fares.DAY, "-0.309389853274"));

        assertThat(kit.awaitRecords(DEAD_LETTERS, rider, 1))
                .extracting(record ->
                        new String(record.headers().lastHeader("baytap.reason").value(), StandardCharsets.UTF_8))
                .containsExactly("RESIDUE_DISAGREES");
    }

    private static FareConverted tram(String rider, LocalDate day, String residue) {
        FareConverted fare = Fares.fare(rider, 0, 330, 289, 1);
        fare.setBusinessDay(day);
        fare.setRate("0.8723334535");
        fare.setAppliedRate("0.8766951207675");
        fare.setMidMinor(288);
        fare.setResidue(residue);
        return fare;
    }

    private void awaitPosted(String rider) {
        kit.await(
                Topics.SETTLEMENTS_POSTED,
                SettlementPosted.class,
                event -> event.getRiderId().equals(rider),
                1);
    }
}
