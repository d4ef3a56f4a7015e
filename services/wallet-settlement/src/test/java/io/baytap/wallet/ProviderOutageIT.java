package io.baytap.wallet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.baytap.schemas.Topics;
import io.baytap.schemas.charges.v1.ChargeSettled;
import io.baytap.schemas.fares.v1.FareConverted;
import io.baytap.schemas.wallets.v1.Contract;
import io.baytap.schemas.wallets.v1.WalletScheme;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A provider that hangs is left alone, holds up no other, and is asked again when it has had a rest. */
@QuarkusTest
@WithTestResource(WorldResource.class)
class ProviderOutageIT {

    /** More than the provider's slots, and enough for its circuit. */
    private static final int HANGING = 80;

    private static final int OTHERS = 20;

    @Inject
    Kit kit;

    @Inject
    SandboxClient sandbox;

    @Test
    void aProviderThatHangsIsLeftAloneAndHoldsUpNoOther() {
        String mark = Fares.newRider().split(":", 2)[1];
        List<String> hanging = riders("DIGITAL_RMB:" + mark + "-", HANGING);
        hanging.forEach(rider -> sandbox.behave("C-" + rider, "TIMEOUT"));
        hanging.forEach(rider -> publish(rider, WalletScheme.DIGITAL_RMB, "CNY", 930));
        await().atMost(Kit.SOON).until(() -> circuit("digital-rmb") > 0);

        List<String> others = riders("WECHAT_PAY_HK:" + mark + "-", OTHERS);
        others.forEach(rider -> publish(rider, WalletScheme.WECHAT_PAY_HK, "HKD", 1000));

        assertThat(settled("WECHAT_PAY_HK:" + mark, OTHERS)).hasSize(OTHERS);
        assertThat(circuit("wechat-pay-hk")).isZero();
        assertThat(sandbox.get("/q/health/ready").path("status").asText()).isEqualTo("UP");

        // Each was debited, though no answer came: asked after by its number, none is debited twice.
        assertThat(settled("DIGITAL_RMB:" + mark, HANGING)).hasSize(HANGING);
        assertThat(hanging.stream()
                        .mapToInt(rider ->
                                sandbox.book("C-" + rider).path("debits").asInt())
                        .sum())
                .isEqualTo(HANGING);

        // The next question finds the provider back; a circuit that is half open waits for one.
        var next = new AtomicInteger();
        await().atMost(Kit.SOON).pollInterval(Duration.ofSeconds(1)).until(() -> {
            publish("DIGITAL_RMB:next-" + mark + "-" + next.incrementAndGet(), WalletScheme.DIGITAL_RMB, "CNY", 930);
            return circuit("digital-rmb") == 0;
        });
    }

    private static List<String> riders(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(number -> prefix + number).toList();
    }

    private double circuit(String scheme) {
        return sandbox.text("/q/metrics")
                .lines()
                .filter(line -> line.startsWith("wallet_provider_circuit{") && line.contains(scheme))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .findFirst()
                .orElse(-1);
    }

    private void publish(String rider, WalletScheme scheme, String currency, long walletMinor) {
        Contract contract = Fares.contract(rider);
        contract.setWalletScheme(scheme);
        FareConverted fare = Fares.fare(rider, 0, 1000, walletMinor, 0);
        fare.setWalletScheme(scheme);
        fare.setWalletCurrency(currency);
        kit.publish(Topics.WALLETS_CONTRACTS, contract);
        kit.publish(Topics.FARES_CONVERTED, fare);
    }

    private List<ChargeSettled> settled(String prefix, int count) {
        return kit.await(
                Topics.CHARGES_SETTLED,
                ChargeSettled.class,
                event -> event.getRiderId().startsWith(prefix),
                count);
    }
}
