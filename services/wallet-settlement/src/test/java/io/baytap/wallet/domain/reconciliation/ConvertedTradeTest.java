package io.baytap.wallet.domain.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import io.baytap.schemas.Money;
import io.baytap.wallet.domain.Estimate;
import io.baytap.wallet.domain.WalletScheme;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A fare of 10.60 HKD from a foreign card: estimated 1.36 USD, tolerance 200 basis points. 1.36 × 0.02 is 0.0272, and one
 * cent for rounding: 1.33 to 1.39 are within, 1.32 and 1.40 are not.
 */
class ConvertedTradeTest {

    private static final LocalDate DAY = LocalDate.parse("2026-04-09");

    @ParameterizedTest
    @CsvSource({
        "1060, 136, USD, MATCHED",
        "1060, 133, USD, MATCHED",
        "1060, 139, USD, MATCHED",
        "1060, 132, USD, BREAK:RATE",
        "1060, 140, USD, BREAK:RATE",
        "1060, 136, EUR, BREAK:RATE",
        "1061, 136, USD, BREAK:AMOUNT",
        "1060, -1, USD, MATCHED"
    })
    void whatThePayerPaidIsMatchedWithinTheToleranceAndNoFurther(
            long asked, long paid, String currency, String expected) {
        var ours = new LedgerEntry(
                "charge-settled:c",
                WalletScheme.FOREIGN_CARD,
                "1900001000",
                TradeKind.DEBIT,
                "T1",
                "T1",
                Money.of(1060, "HKD"),
                new LedgerEntry.Estimated(new Estimate(136, "USD", 200), Money.of(1060, "HKD")),
                Instant.parse("2026-04-09T01:00:00Z"),
                null);
        var theirs = new ProviderLine(
                "provider:FOREIGN_CARD:2026-04-09:2",
                WalletScheme.FOREIGN_CARD,
                "1900001000",
                TradeKind.DEBIT,
                "T1",
                "T1",
                "420",
                Money.of(asked, "HKD"),
                true,
                DAY,
                DAY,
                paid < 0 ? null : Money.of(paid, currency));

        Findings findings = Reconciliation.of(
                new Reconciliation.Books(
                        List.of(ours), List.of(theirs), List.of(), List.of(), List.of(), List.of(), List.of()),
                new Held(Map.of(WalletScheme.FOREIGN_CARD, Set.of(DAY)), Map.of()));

        assertThat(findings.states().values()).extracting(LineState::code).containsOnly(expected);
    }
}
