package io.baytap.wallet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.baytap.schemas.Topics;
import io.baytap.schemas.charges.v1.ChargeSettled;
import io.baytap.schemas.charges.v1.ConversionCheck;
import io.baytap.schemas.fares.v1.FareConverted;
import io.baytap.schemas.fares.v1.RatePolicy;
import io.baytap.schemas.wallets.v1.Contract;
import io.baytap.schemas.wallets.v1.WalletScheme;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** The digital RMB wallet and the foreign card, from the fare to the provider's books and back to the line. */
@QuarkusTest
@WithTestResource(WorldResource.class)
class WalletsIT {

    @Inject
    Kit kit;

    @Inject
    SandboxClient sandbox;

    private final String number = Fares.newRider().split(":", 2)[1];

    /** The sandbox converts 10.60 HKD at 0.1280: 1.3568, so 1.36 USD. Fee 60 basis points: 0.0636, so 0.06 HKD. */
    @Test
    void aForeignCardPaysTheFareInItsOwnCurrency() {
        String rider = "FOREIGN_CARD:" + number;

        publish(rider, WalletScheme.FOREIGN_CARD, byCard(Fares.fare(rider, 0, 1060, 136, 0), 136));

        ChargeSettled settled = settled(rider);
        assertThat(settled.getAmountMinor()).isEqualTo(1060);
        assertThat(settled.getCurrency()).isEqualTo("HKD");
        assertThat(settled.getFeeMinor()).isEqualTo(6);
        assertThat(settled.getEstimatedMinor()).isEqualTo(136);
        assertThat(settled.getPayerMinor()).isEqualTo(136);
        assertThat(settled.getPayerCurrency()).isEqualTo("USD");
        assertThat(settled.getPayerRate()).isEqualTo(12_800_000);
        assertThat(settled.getConversionCheck()).isEqualTo(ConversionCheck.WITHIN);
        JsonNode book = sandbox.book("C-" + rider);
        assertThat(book.path("currency").asText()).isEqualTo("HKD");
        assertThat(book.path("debited_minor").asLong()).isEqualTo(1060);
        assertThat(book.path("payer_debited_minor").asLong()).isEqualTo(136);
        assertThat(kit.query(
                        "select account || ' ' || amount_minor from journal_line where journal_id like '%' || ? || '%'"
                                + " order by account, amount_minor",
                        rider))
                .containsExactly(
                        "operator-payable:MTR -1060",
                        "provider-clearing:FOREIGN_CARD -6",
                        "provider-clearing:FOREIGN_CARD 1060",
                        "provider-fees:FOREIGN_CARD 6",
                        "wallet-receivable:FOREIGN_CARD -1060",
                        "wallet-receivable:FOREIGN_CARD 1060");
    }

    /** We said 1.20 USD, the provider took 1.36: the wallet was debited, so it is settled; and it is said aloud. */
    @Test
    void aConversionBeyondTheToleranceIsSettledAndFlagged() {
        String rider = "FOREIGN_CARD:" + number;

        publish(rider, WalletScheme.FOREIGN_CARD, byCard(Fares.fare(rider, 0, 1060, 120, 0), 120));

        assertThat(settled(rider).getConversionCheck()).isEqualTo(ConversionCheck.OUTSIDE);
        assertThat(kit.query("select conversion_check from charge where rider_id = ?", rider))
                .containsExactly("OUTSIDE");
        await().atMost(Kit.SOON)
                .until(() -> sandbox.text("/q/metrics")
                        .lines()
                        .anyMatch(
                                line -> line.startsWith("wallet_charges_converted_total") && line.contains("OUTSIDE")));
    }

    @Test
    void aCardIsGivenBackInTheOperatorsCurrency() {
        String rider = "FOREIGN_CARD:" + number;
        publish(rider, WalletScheme.FOREIGN_CARD, byCard(Fares.fare(rider, 0, 1060, 136, 0), 136));
        settled(rider);

        kit.publish(Topics.FARES_CONVERTED, byCard(Fares.fare(rider, 1, -400, -52, 0), -52));

        await().atMost(Kit.SOON)
                .until(() -> sandbox.book("C-" + rider).path("refunded_minor").asLong() == 400);
    }

    @Test
    void aDigitalRmbWalletIsDebitedByTheRideService() {
        String rider = "DIGITAL_RMB:" + number;
        FareConverted fare = Fares.fare(rider, 0, 1000, 930, 5);
        fare.setWalletScheme(WalletScheme.DIGITAL_RMB);

        publish(rider, WalletScheme.DIGITAL_RMB, fare);

        ChargeSettled settled = settled(rider);
        assertThat(settled.getAmountMinor()).isEqualTo(930);
        assertThat(settled.getCurrency()).isEqualTo("CNY");
        assertThat(settled.getConversionCheck()).isEqualTo(ConversionCheck.NOT_NEEDED);
        assertThat(sandbox.book("C-" + rider).path("debited_minor").asLong()).isEqualTo(930);
    }

    private static FareConverted byCard(FareConverted fare, long estimate) {
        fare.setWalletScheme(WalletScheme.FOREIGN_CARD);
        fare.setWalletCurrency("USD");
        fare.setWalletMinor(estimate);
        fare.setRatePolicy(RatePolicy.BY_PROVIDER);
        fare.setToleranceBasisPoints(150);
        return fare;
    }

    private void publish(String rider, WalletScheme scheme, FareConverted fare) {
        Contract contract = Fares.contract(rider);
        contract.setWalletScheme(scheme);
        kit.publish(Topics.WALLETS_CONTRACTS, contract);
        kit.publish(Topics.FARES_CONVERTED, fare);
    }

    private ChargeSettled settled(String rider) {
        return kit.await(
                        Topics.CHARGES_SETTLED,
                        ChargeSettled.class,
                        event -> event.getRiderId().equals(rider),
                        1)
                .getFirst();
    }
}
