package io.baytap.fx.domain;

import static io.baytap.fx.domain.PublishedRates.APRIL_8;
import static io.baytap.fx.domain.PublishedRates.APRIL_9;
import static io.baytap.fx.domain.PublishedRates.april8;
import static io.baytap.fx.domain.PublishedRates.april9;
import static io.baytap.fx.domain.PublishedRates.book;
import static io.baytap.fx.domain.PublishedRates.publication;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.baytap.schemas.Money;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RatePolicyTest {

    private static final Instant TAPPED = publication(APRIL_8).plusSeconds(60);
    private static final Instant ASSESSED = publication(APRIL_9).plusSeconds(60);

    @ParameterizedTest(name = "{0}: the rate of {1}")
    @CsvSource({"AT_TAP, 2026-04-08", "AT_DEBIT, 2026-04-09", "BY_PROVIDER:50, 2026-04-08"})
    void thePolicyChoosesTheRate(String policy, String date) {
        Terms terms = terms(policy, TAPPED, ASSESSED);

        assertThat(terms.rateIds()).allSatisfy(id -> assertThat(id).endsWith(date));
        assertThat(terms.policy().text()).isEqualTo(policy);
    }

    @Test
    void aFareThatIsAssessedBeforeItsTimeIsNotRatedBeforeIt() {
        Instant earlier = ASSESSED.minusSeconds(1);

        assertThat(new RatePolicy.AtDebit().ratedAt(ASSESSED, earlier)).isEqualTo(ASSESSED);
    }

    /** 2026-04-09 is day 20552 since 1970-01-01; of periods of seven days day 20552 begins one: 2936 × 7. */
    @ParameterizedTest(name = "{0} is locked at {1}")
    @CsvSource({
        "2026-04-08T15:59:59Z, 2026-04-01T16:00:00Z",
        "2026-04-08T16:00:00Z, 2026-04-08T16:00:00Z",
        "2026-04-10T12:00:00Z, 2026-04-08T16:00:00Z",
        "2026-04-15T15:59:59Z, 2026-04-08T16:00:00Z",
        "2026-04-15T16:00:00Z, 2026-04-15T16:00:00Z",
    })
    void aLockIsThatOfItsPeriodsBeginningInHongKong(Instant tapped, Instant rated) {
        assertThat(new RatePolicy.Locked(7).ratedAt(tapped, ASSESSED)).isEqualTo(rated);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"AT_TAP", "AT_DEBIT", "LOCKED:1", "LOCKED:90", "BY_PROVIDER:0", "BY_PROVIDER:1000"})
    void aPolicyIsWrittenAsItIsRead(String text) {
        assertThat(RatePolicy.parse(text).text()).isEqualTo(text);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "",
                "at_tap",
                "LOCKED",
                "LOCKED:0",
                "LOCKED:367",
                "BY_PROVIDER:1001",
                "AT_TAP:1",
                "LOCKED:-1",
                "LOCKED:x"
            })
    void whatIsNoPolicyIsRefused(String text) {
        assertThatThrownBy(() -> RatePolicy.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Terms terms(String policy, Instant tapped, Instant assessed) {
        var hkd = Money.of(1250, "HKD");
        var fare = new Fare("fare:1", "journey:1", 0, tapped, WalletScheme.WEIXIN_PAY, hkd, hkd);
        return ConversionRules.terms(
                        fare,
                        assessed,
                        book(List.of(april8(), april9())),
                        new Spreads(50, Map.of()),
                        new RatePolicies(Map.of(WalletScheme.WEIXIN_PAY, RatePolicy.parse(policy))))
                .orElseThrow();
    }
}
