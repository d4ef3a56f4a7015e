package io.baytap.wallet.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.wechat.pay.java.core.util.PemUtil;
import io.baytap.sandbox.provider.ProviderConfig;
import io.baytap.sandbox.provider.ProviderSandbox;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Which certificates are believed, and how often the provider is asked for others. */
class CertificateRotationIT {

    private static final Path KEYS = Path.of("target", "rotation-keys");

    private final X509Certificate first = certificate("weixin-pay");
    private final X509Certificate second = certificate("wechat-pay-hk");
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.now());
    private final InstantSource clock = now::get;
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicReference<Optional<List<X509Certificate>>> listed =
            new AtomicReference<>(Optional.of(List.of(first)));
    private final PlatformCertificates certificates =
            new PlatformCertificates(first, Duration.ofMinutes(1), clock, () -> {
                asked.incrementAndGet();
                return listed.get();
            });

    @BeforeAll
    static void makeKeys() {
        ProviderSandbox.start(ProviderConfig.at(KEYS)).close();
    }

    private static X509Certificate certificate(String scheme) {
        return PemUtil.loadX509FromPath(
                KEYS.resolve(scheme).resolve("platform-cert.pem").toString());
    }

    @Test
    void aKnownSerialNumberIsFoundWithoutAsking() {
        assertThat(certificates.find(PemUtil.getSerialNumber(first))).contains(first);
        assertThat(asked).hasValue(0);
    }

    @Test
    void anUnknownSerialNumberIsAskedForOnceAMinute() {
        certificates.find("MADE-UP");
        certificates.find("MADE-UP-TOO");
        now.updateAndGet(time -> time.plus(Duration.ofSeconds(59)));
        certificates.find("MADE-UP");
        assertThat(asked).hasValue(1);

        now.updateAndGet(time -> time.plus(Duration.ofSeconds(1)));
        certificates.find("MADE-UP");
        assertThat(asked).hasValue(2);
    }

    @Test
    void whileBothAreListedBothAreBelievedAndAfterwardsOnlyTheNewOne() {
        listed.set(Optional.of(List.of(first, second)));

        assertThat(certificates.find(PemUtil.getSerialNumber(second))).contains(second);
        assertThat(certificates.find(PemUtil.getSerialNumber(first))).contains(first);

        listed.set(Optional.of(List.of(second)));
        assertThat(certificates.refresh()).isTrue();

        assertThat(certificates.find(PemUtil.getSerialNumber(first))).isEmpty();
        assertThat(certificates.find(PemUtil.getSerialNumber(second))).contains(second);
    }

    @Test
    void aListThatCannotBeUsedTakesNothingAway() {
        listed.set(Optional.empty());
        assertThat(certificates.refresh()).isFalse();
        listed.set(Optional.of(List.of()));
        assertThat(certificates.refresh()).isFalse();

        assertThat(certificates.find(PemUtil.getSerialNumber(first))).contains(first);
    }

    @Test
    void aCertificateThatIsOverIsNotBelieved() {
        now.set(first.getNotAfter().toInstant().plusSeconds(1));
        assertThat(certificates.find(PemUtil.getSerialNumber(first))).isEmpty();

        now.set(first.getNotBefore().toInstant().minusSeconds(1));
        assertThat(certificates.find(PemUtil.getSerialNumber(first))).isEmpty();
    }
}
