package io.baytap.stack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScrapeTest {

    @Test
    void aMetricIsItsNameAndItsLabelsWhateverTheirValues() {
        String text = """
            # HELP fx_rates Published rates known
            # TYPE fx_rates gauge
            fx_rates 1743.0
            fx_fetches_total{source="ECB",outcome="NEW"} 1.0
            fx_fetches_total{source="a \\"b\\", c=\\"d}",outcome="REFUSED"} 2.0
            fare_delay_seconds_bucket{le="+Inf"} 1.9377979E7
            """;

        assertThat(Scrape.metrics(text))
                .containsExactly("fare_delay_seconds_bucket{le}", "fx_fetches_total{outcome,source}", "fx_rates");
    }
}
