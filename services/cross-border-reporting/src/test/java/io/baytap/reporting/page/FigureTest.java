package io.baytap.reporting.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.baytap.schemas.Money;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FigureTest {

    @ParameterizedTest
    @CsvSource({
        "0,               HKD, 0.00",
        "5,               CNY, 0.05",
        "123456789,       HKD, '1,234,567.89'",
        "-330,            HKD, \u22123.30",
        "1234,            JPY, '1,234'",
        "9223372036854775807, CNY, '92,233,720,368,547,758.07'"
    })
    void moneyIsPrintedToItsLastMinorUnit(long minor, String currency, String text) {
        Figure figure = Figure.money("x", Money.of(minor, currency));

        assertThat(figure.text()).isEqualTo(text);
        assertThat(figure.value()).isEqualTo(minor);
        assertThat(figure.attribute()).isEqualTo("data-minor");
    }

    @ParameterizedTest
    @CsvSource({"123456, HKD, 'HK$1,234.56'", "123456, CNY, 'CN¥1,234.56'", "-5, HKD, \u2212HK$0.05"})
    void aTileSaysWhichCurrency(long minor, String currency, String text) {
        assertThat(Figure.signedMoney("x", Money.of(minor, currency)).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "999, 999", "1000, '1,000'", "12345678, '12,345,678'"})
    void countsAreGrouped(long count, String text) {
        assertThat(Figure.count("x", count).text()).isEqualTo(text);
    }
}
