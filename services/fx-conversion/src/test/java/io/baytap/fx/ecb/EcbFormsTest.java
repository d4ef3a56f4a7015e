package io.baytap.fx.ecb;

import static io.baytap.fx.domain.PublishedRates.april9;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.baytap.fx.domain.RateSheet.Fault;
import io.baytap.fx.domain.RateSheet.Reading;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same day in each form in which the ECB publishes it. */
class EcbFormsTest {

    private static final Instant NOW = Instant.parse("2026-04-10T00:00:00Z");

    /** Laid out as eurofxref-daily.xml is. */
    private static final String DAILY = """
            <?xml version="1.0" encoding="UTF-8"?>
            <gesmes:Envelope xmlns:gesmes="http://www.gesmes.org/xml/2002-08-01" xmlns="http://www.ecb.int/vocabulary/2002-08-01/eurofxref">
            \t<gesmes:subject>Reference rates</gesmes:subject>
            \t<gesmes:Sender>
            \t\t<gesmes:name>European Central Bank</gesmes:name>
            \t</gesmes:Sender>
            \t<Cube>
            \t\t<Cube time='2026-04-09'>
            \t\t\t<Cube currency='USD' rate='1.1685'/>
            \t\t\t<Cube currency='JPY' rate='185.7'/>
            \t\t\t<Cube currency='CNY' rate='7.9863'/>
            \t\t\t<Cube currency='HKD' rate='9.1551'/>
            \t\t</Cube>
            \t</Cube>
            </gesmes:Envelope>
            """;

    /** Laid out as eurofxref.csv is: blanks after the commas, the date spelled out. */
    private static final String ONE_DAY =
            "Date, USD, JPY, CNY, HKD, \n09 April 2026, 1.1685, 185.70, 7.9863, 9.1551, \n";

    @Test
    void theDailyXmlIsTheDay() {
        assertThat(read(DAILY.getBytes(UTF_8)))
                .isInstanceOfSatisfying(
                        Reading.Rates.class,
                        read -> assertThat(read.rates()).containsExactlyInAnyOrderElementsOf(april9()));
    }

    @Test
    void theCsvOfOneDayIsTheDay() {
        assertThat(read(ONE_DAY.getBytes(UTF_8)))
                .isInstanceOfSatisfying(
                        Reading.Rates.class,
                        read -> assertThat(read.rates()).containsExactlyInAnyOrderElementsOf(april9()));
    }

    @Test
    void aZippedTableIsUnzipped() throws IOException {
        assertThat(read(zip(ONE_DAY.getBytes(UTF_8))))
                .isInstanceOfSatisfying(
                        Reading.Rates.class,
                        read -> assertThat(read.rates()).containsExactlyInAnyOrderElementsOf(april9()));
    }

    @Test
    void severalDaysOfXmlAreAllRead() {
        String day = "<Cube time='2026-04-08'><Cube currency='USD' rate='1.1706'/>"
                + "<Cube currency='CNY' rate='7.9948'/><Cube currency='HKD' rate='9.1685'/></Cube>";

        assertThat(read(DAILY.replace("\t</Cube>\n</gesmes", day + "</Cube>\n</gesmes")
                        .getBytes(UTF_8)))
                .isInstanceOfSatisfying(
                        Reading.Rates.class,
                        read -> assertThat(read.rates())
                                .extracting(rate -> rate.date())
                                .containsExactly(
                                        LocalDate.of(2026, 4, 8),
                                        LocalDate.of(2026, 4, 8),
                                        LocalDate.of(2026, 4, 8),
                                        LocalDate.of(2026, 4, 9),
                                        LocalDate.of(2026, 4, 9),
                                        LocalDate.of(2026, 4, 9)));
    }

    @ParameterizedTest(name = "{0}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
        a decimal comma       | 7.9863                       | 7,9863            | BAD_RATE          | 8  | CNY
        nothing               | 7.9863                       | 0                 | NON_POSITIVE_RATE | 8  | CNY
        an unknown currency   | 'JPY'                        | 'JPN'             | UNKNOWN_COLUMN    | 10 | JPN
        a currency twice      | 'JPY'                        | 'USD'             | DUPLICATE_COLUMN  | 10 | USD
        a currency missing    | currency='CNY'               | currency='CHF'    | MISSING_COLUMN    | 8  | CNY
        no date               | 2026-04-09                   | tomorrow          | BAD_DATE          | 8  | Date
        a date to come        | 2026-04-09                   | 2026-04-10        | FUTURE_DATE       | 8  | Date
        no rate               | rate='185.7'                 | value='185.7'     | UNKNOWN_COLUMN    | 10 |
        cut off               | </gesmes:Envelope>           | ''                | NOT_TEXT          | 16 |
        """)
    void aFaultIsNamedWithItsLineOrItsDays(String what, String from, String to, Fault fault, long row, String field) {
        assertThat(DAILY).contains(from);

        assertThat(read(DAILY.replace(from, to).getBytes(UTF_8)))
                .isInstanceOfSatisfying(Reading.Refused.class, refused -> {
                    assertThat(refused.fault()).isEqualTo(fault);
                    assertThat(refused.field()).isEqualTo(field);
                    assertThat(refused.row()).isEqualTo(row);
                });
    }

    /** A table refers to nothing outside of it: neither a file nor a bomb of entities is unfolded. */
    @Test
    void entitiesAreNotResolved() {
        String attack = DAILY.replace("?>", "?><!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>")
                .replace("Reference rates", "&e;");

        assertThat(read(attack.getBytes(UTF_8))).isInstanceOf(Reading.Refused.class);
    }

    @Test
    void aZipThatUnfoldsBeyondMeasureIsRefused() throws IOException {
        byte[] zeros = new byte[EcbReferenceRates.UNZIPPED_MAX + 1];

        assertThat(read(zip(zeros)))
                .isInstanceOfSatisfying(
                        Reading.Refused.class,
                        refused -> assertThat(refused.fault()).isEqualTo(Fault.TOO_LARGE));
    }

    @Test
    void aZipWithoutATableIsRefused() {
        assertThat(read("PK, USD".getBytes(UTF_8))).isInstanceOf(Reading.Refused.class);
    }

    private static Reading read(byte[] content) {
        return new EcbReferenceRates().read(new ByteArrayInputStream(content), NOW);
    }

    private static byte[] zip(byte[] content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("eurofxref.csv"));
            zip.write(content);
        }
        return bytes.toByteArray();
    }
}
