package io.baytap.tariffs.published;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** The ECB's euro reference rates of one day: units per euro. */
public record ReferenceRate(LocalDate date, BigDecimal usd, BigDecimal cny, BigDecimal hkd) {

    /** In the shape of the ECB's own history file, so that it can be uploaded as it is. */
    static final Table<ReferenceRate> TABLE = new Table<>(
            "ecb-reference-rates.csv",
            List.of("Date", "USD", "CNY", "HKD"),
            r -> List.of(r.date.toString(), r.usd.toPlainString(), r.cny.toPlainString(), r.hkd.toPlainString()),
            f -> new ReferenceRate(f.date("Date"), f.amount("USD"), f.amount("CNY"), f.amount("HKD")));
}
