package io.baytap.reporting.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChoiceTest {

    private static final List<Choice> STOPS = Choice.of(
            List.of(
                    Map.entry("MTR:3", "Tsim Sha Tsui"),
                    Map.entry("MTR:97", "Tsim Sha Tsui East"),
                    Map.entry("a#1", "Ferry Pier"),
                    Map.entry("b#9", "Ferry Pier")),
            Map.Entry::getKey,
            Map.Entry::getValue);

    @ParameterizedTest(name = "{0} means {1}")
    @CsvSource({
        "MTR:3, MTR:3",
        "Tsim Sha Tsui, MTR:3", // and not its neighbour, whose name begins so
        "tsim sha tsui, MTR:3",
        "tsim sha tsui e, MTR:97",
        "Tsim, MTR:3 MTR:97",
        "Ferry Pier, a#1 b#9",
        "Ferry Pier (b#9), b#9",
        "Pier, ''"
    })
    void anIdANameOrItsBeginningIsMeant(String text, String ids) {
        assertThat(String.join(
                        " ", Choice.meant(text, STOPS).stream().map(Choice::id).toList()))
                .isEqualTo(ids);
    }
}
