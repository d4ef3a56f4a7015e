package io.baytap.tariffs.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShenzhenFareTest {

    @ParameterizedTest(name = "{0} m: {1} CNY")
    @CsvSource({
        "0, 2.00",
        "4000, 2.00",
        "4001, 3.00",
        "8000, 3.00",
        "8001, 4.00",
        "12000, 4.00",
        "12001, 5.00",
        "18000, 5.00",
        "18001, 6.00",
        "24000, 6.00",
        "24001, 7.00",
        "32000, 7.00",
        "32001, 8.00"
    })
    void aStepBegunCountsWhole(int metres, String yuan) {
        assertThat(ShenzhenFare.forMetres(metres)).hasToString(yuan);
    }
}
