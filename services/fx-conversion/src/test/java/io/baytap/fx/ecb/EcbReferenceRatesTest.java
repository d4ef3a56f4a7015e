package io.baytap.fx.ecb;

import static org.assertj.core.api.Assertions.assertThat;

import io.baytap.fx.domain.Rate;
import io.baytap.fx.domain.RateSheet.Fault;
import io.baytap.fx.domain.RateSheet.Reading;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EcbReferenceRatesTest {

    private static final Instant NOW = Instant.parse("2026-04-13T18:00:00Z");
    private static final String HEADER = "Date,USD,JPY,BGN,CNY,HKD,\n";
    private static final String APRIL_13 = "2026-04-13,1.1684,186.75,N/A,7.9827,9.1507,\n";
    private static final String APRIL_10 = "2026-04-10,1.1711,186.43,N/A,7.9967,9.1729,\n";

    @Test
    void everyNeededRateOfEveryDayIsReadOldestFirst() {
        Reading reading = read(HEADER + APRIL_13 + APRIL_10);

        assertThat(((Reading.Rates) reading).rates())
                .extracting(rate -> rate.id() + "=" + rate.value())
                .containsExactly(
                        "ECB:EUR/USD:2026-04-10=1.1711",
                        "ECB:EUR/CNY:2026-04-10=7.9967",
                        "ECB:EUR/HKD:2026-04-10=9.1729",
                        "ECB:EUR/USD:2026-04-13=1.1684",
                        "ECB:EUR/CNY:2026-04-13=7.9827",
                        "ECB:EUR/HKD:2026-04-13=9.1507");
    }

    @ParameterizedTest
    @CsvSource({"2026-01-02, 2026-01-02T15:00:00Z", "2026-04-10, 2026-04-10T14:00:00Z"})
    void aRateIsInForceFromFourInTheAfternoonInFrankfurt(LocalDate day, Instant expected) {
        assertThat(EcbDays.publication(day)).isEqualTo(expected);
    }

    @Test
    void aDayWithoutARateForACurrencyHasTheOthers() {
        Reading reading = read(HEADER + "2026-04-10,1.1711,186.43,N/A,N/A,9.1729,\n");

        assertThat(((Reading.Rates) reading).rates())
                .extracting(Rate::id)
                .containsExactly("ECB:EUR/USD:2026-04-10", "ECB:EUR/HKD:2026-04-10");
    }

    @Test
    void aByteOrderMarkAndWindowsLineEndsDoNoHarm() {
        Reading reading = read("\uFEFF" + (HEADER + APRIL_10).replace("\n", "\r\n"));

        assertThat(reading).isInstanceOf(Reading.Rates.class);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
        BAD_DATE          | Date | 10/04/2026,1.1711,186.43,N/A,7.9967,9.1729,
        BAD_DATE          | Date | 2026-02-30,1.1711,186.43,N/A,7.9967,9.1729,
        FUTURE_DATE       | Date | 2026-04-14,1.1711,186.43,N/A,7.9967,9.1729,
        DUPLICATE_DATE    | Date | 2026-04-13,1.1711,186.43,N/A,7.9967,9.1729,
        NON_POSITIVE_RATE | CNY  | 2026-04-10,1.1711,186.43,N/A,0,9.1729,
        NON_POSITIVE_RATE | HKD  | 2026-04-10,1.1711,186.43,N/A,7.9967,-9.1729,
        BAD_RATE          | CNY  | 2026-04-10,1.1711,186.43,N/A,7.9967e0,9.1729,
        BAD_RATE          | CNY  | 2026-04-10,1.1711,186.43,N/A,'7,9967',9.1729,
        BAD_RATE          | CNY  | 2026-04-10,1.1711,186.43,N/A,,9.1729,
        BAD_RATE          | JPY  | 2026-04-10,1.1711,none,N/A,7.9967,9.1729,
        NON_POSITIVE_RATE | JPY  | 2026-04-10,1.1711,0.0,N/A,7.9967,9.1729,
        WRONG_FIELD_COUNT |      | 2026-04-10,1.1711,186.43,N/A,7.9967
        WRONG_FIELD_COUNT |      | 2026-04-10,1.1711,186.43,N/A,7.9967,9.1729,1,
        """)
    void aBadRowRefusesTheWholeTableAndIsNamed(Fault fault, String field, String row) {
        Reading reading = read(HEADER + APRIL_13 + row.replace('\'', '"') + "\n");

        var refused = (Reading.Refused) reading;
        assertThat(refused.fault()).isEqualTo(fault);
        assertThat(refused.row()).isEqualTo(3);
        assertThat(refused.field()).isEqualTo(field);
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
        UNKNOWN_COLUMN   | XYZ  | Date,USD,XYZ,CNY,HKD,
        UNKNOWN_COLUMN   | Day  | Day,USD,CNY,HKD,
        UNKNOWN_COLUMN   | usd  | Date,usd,CNY,HKD,
        UNKNOWN_COLUMN   | ''   | Date,USD,,CNY,HKD
        MISSING_COLUMN   | HKD  | Date,USD,CNY,
        MISSING_COLUMN   | CNY  | Date,USD,HKD,
        MISSING_COLUMN   | USD  | Date,CNY,HKD,
        MISSING_COLUMN   | CNY  | Date
        DUPLICATE_COLUMN | HKD  | Date,USD,HKD,CNY,HKD,
        """)
    void aWrongHeaderRefusesTheWholeTable(Fault fault, String field, String header) {
        Reading reading = read(header + "\n");

        var refused = (Reading.Refused) reading;
        assertThat(refused.fault()).isEqualTo(fault);
        assertThat(refused.row()).isEqualTo(1);
        assertThat(refused.field()).isEqualTo(field);
    }

    @Test
    void aTableWithoutADayIsRefused() {
        assertThat(((Reading.Refused) read("")).fault()).isEqualTo(Fault.EMPTY);
        assertThat(((Reading.Refused) read(HEADER)).fault()).isEqualTo(Fault.EMPTY);
    }

    @Test
    void bytesThatAreNoTextAreRefused() {
        byte[] bytes = (HEADER + APRIL_10).getBytes(StandardCharsets.UTF_16LE);

        Reading reading = new EcbReferenceRates().read(new ByteArrayInputStream(bytes), NOW);

        assertThat(reading).isInstanceOf(Reading.Refused.class);
        assertThat(((Reading.Refused) read("Date,USD,CNY,HKD\n2026-04-10,\"1.17")).fault())
                .isIn(Fault.NOT_TEXT, Fault.WRONG_FIELD_COUNT);
    }

    /** Where the published file itself is at hand. */
    @Test
    void thePublishedTableIsReadAndNoTwoOfItsDaysAreFurtherApartThanFiveDays() throws IOException {
        Path published = Path.of("../../../shared/data/fx/eurofxref-hist.csv");
        Assumptions.assumeTrue(Files.exists(published));

        Reading reading;
        try (var content = Files.newInputStream(published)) {
            reading = new EcbReferenceRates().read(content, NOW);
        }

        List<Rate> rates = ((Reading.Rates) reading).rates();
        assertThat(rates).hasSize(3 * 581);
        List<Instant> days = rates.stream().map(Rate::inForceFrom).distinct().toList();
        for (int i = 1; i < days.size(); i++) {
            assertThat(Duration.between(days.get(i - 1), days.get(i))).isLessThanOrEqualTo(Duration.ofDays(5));
        }
    }

    private static Reading read(String table) {
        return new EcbReferenceRates().read(new ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8)), NOW);
    }
}
