package io.baytap.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/** What the console shows of the other services, asked of all of them as they run. */
final class ConsoleCheck {

    private final Line line;

    ConsoleCheck(Line line) {
        this.line = line;
    }

    /**
     * Central to Tsim Sha Tsui is HKD 10.60. At 7.9948 / 9.1685, published on 8 April at 22:00, that is CNY 9.24, and half a
     * percent of spread is CNY 0.05.
     */
    void compare(LocalDate day) {
        assertThat(get("/advice?operator=MTR&route=MTR:heavy-rail&from=Central&to=Tsim%20Sha%20Tsui&wallet=WEIXIN_PAY"
                        + "&at=2026-04-08T23:00&lang=en"))
                .contains("data-testid=\"fare\" data-minor=\"1060\"", "data-testid=\"debit\" data-minor=\"929\"");
        assertThat(get("/money?day=" + day))
                .contains("data-testid=\"rate-HKD/CNY-mid\"", "data-testid=\"deal-HKD/CNY-")
                .doesNotContain("-unavailable\"");
        assertThat(get("/line?day=" + day)).doesNotContain("-unavailable\"");
        assertThat(get("/money/days/" + day + "/pain.001.xml")).contains("pain.001.001.09");
        assertThat(get("/money/days/" + day + "/batches.csv")).contains("MTR");
    }

    private String get(String path) {
        return new String(
                line.http()
                        .getBytes(line.url(LineService.CROSS_BORDER_REPORTING).resolve(path), line.auditor()),
                StandardCharsets.UTF_8);
    }
}
