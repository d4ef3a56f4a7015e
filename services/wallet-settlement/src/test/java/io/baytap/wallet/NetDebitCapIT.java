package io.baytap.wallet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.baytap.schemas.Topics;
import io.baytap.schemas.charges.v1.ChargeSettled;
import io.baytap.schemas.fares.v1.FareConverted;
import io.baytap.schemas.fares.v1.RatePolicy;
import io.baytap.schemas.wallets.v1.Contract;
import io.baytap.schemas.wallets.v1.WalletScheme;
import io.baytap.wallet.domain.Backlog;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** The provider of foreign cards may owe 100,000.00 HKD here, and as much as it likes of what is not capped. */
@QuarkusTest
@WithTestResource(WorldResource.class)
class NetDebitCapIT {

    @Inject
    Kit kit;

    @Inject
    SandboxClient sandbox;

    @Inject
    Backlog backlog;

    private final String number = Fares.newRider().split(":", 2)[1];

    /** 60,000.00 HKD leave room for 40,000.00 at most, and not for the same again; 60,000.00 CNY have a position of their own. */
    @Test
    void aCardThatIsCappedInHongKongStillPaysInShenzhen() {
        ride(1, "HKD");
        assertThat(settled(1).getAmountMinor()).isEqualTo(6_000_000);

        ride(2, "HKD");
        await().atMost(Kit.SOON).until(() -> position("HKD").path("waitingFor").asText(), "NET_DEBIT_CAP"::equals);
        ride(3, "CNY");

        assertThat(settled(3).getCurrency()).isEqualTo("CNY");
        assertThat(position("HKD").path("roomMinor").asLong()).isBetween(0L, 5_999_999L);
        assertThat(position("HKD").path("dueCharges").asLong()).isEqualTo(1);
        await().atMost(Kit.SOON)
                .until(() -> position("CNY").path("positionMinor").asLong() > 0);
        // 60,000.00 less the fee of 60 basis points: 360.00.
        assertThat(position("CNY").path("positionMinor").asLong()).isEqualTo(5_964_000);
        assertThat(position("CNY").path("roomMinor").isNull()).isTrue();
        assertThat(position("CNY").path("waitingFor").isNull()).isTrue();
        assertThat(sandbox.book("C-" + rider(2)).path("debits").asInt()).isZero();
        assertThat(backlog.see().oldestPending())
                .containsEntry(io.baytap.wallet.domain.WalletScheme.FOREIGN_CARD, Fares.MORNING);
        await().atMost(Kit.SOON)
                .until(() -> sandbox.text("/q/metrics")
                        .lines()
                        .anyMatch(line -> line.startsWith("wallet_provider_capped{")
                                && line.contains("currency=\"HKD\"")
                                && line.contains("scheme=\"foreign-card\"")
                                && line.endsWith(" 1.0")));
    }

    private String rider(int who) {
        return "FOREIGN_CARD:" + number + "-" + who;
    }

    private void ride(int who, String currency) {
        String rider = rider(who);
        Contract contract = Fares.contract(rider);
        contract.setWalletScheme(WalletScheme.FOREIGN_CARD);
        FareConverted fare = Fares.fare(rider, 0, 6_000_000, 768_000, 0);
        fare.setFareCurrency(currency);
        fare.setWalletScheme(WalletScheme.FOREIGN_CARD);
        fare.setWalletCurrency("USD");
        fare.setRatePolicy(RatePolicy.BY_PROVIDER);
        fare.setToleranceBasisPoints(150);
        kit.publish(Topics.WALLETS_CONTRACTS, contract);
        kit.publish(Topics.FARES_CONVERTED, fare);
    }

    private JsonNode position(String currency) {
        for (JsonNode provider : sandbox.get("/v1/providers")) {
            if (provider.path("walletScheme").asText().equals("FOREIGN_CARD")
                    && provider.path("currency").asText().equals(currency)) {
                return provider;
            }
        }
        return sandbox.get("/v1/providers").path("none");
    }

    private ChargeSettled settled(int who) {
        return kit.await(
                        Topics.CHARGES_SETTLED,
                        ChargeSettled.class,
                        event -> event.getRiderId().equals(rider(who)),
                        1)
                .getFirst();
    }
}
