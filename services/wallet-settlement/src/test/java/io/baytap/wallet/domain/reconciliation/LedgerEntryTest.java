package io.baytap.wallet.domain.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import io.baytap.schemas.Money;
import io.baytap.wallet.domain.WalletScheme;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LedgerEntryTest {

    @ParameterizedTest(name = "booked {0}, done {1}: {2}")
    @CsvSource({
        // The provider's word: it was asked before midnight and debited after; or it was found out the morning after.
        "2026-04-09T23:30:00+08:00, 2026-04-10T00:00:00+08:00, 2026-04-10",
        "2026-04-10T09:00:00+08:00, 2026-04-09T23:59:59+08:00, 2026-04-09",
        // Nothing was said: the clocks may differ by five minutes.
        "2026-04-09T23:54:59+08:00, , 2026-04-09",
        "2026-04-09T23:55:00+08:00, , 2026-04-10"
    })
    void isDueOnTheStatementOfTheDayOnWhichTheProviderActed(
            OffsetDateTime booked, OffsetDateTime acted, LocalDate due) {
        var entry = new LedgerEntry(
                "charge-settled:c",
                WalletScheme.WEIXIN_PAY,
                "1900001000",
                TradeKind.DEBIT,
                "T1",
                "T1",
                Money.of(930, "CNY"),
                null,
                booked.toInstant(),
                acted == null ? null : acted.toInstant());

        assertThat(entry.dueDay()).isEqualTo(due);
    }
}
