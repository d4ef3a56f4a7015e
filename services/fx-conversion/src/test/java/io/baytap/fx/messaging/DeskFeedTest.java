package io.baytap.fx.messaging;

import static io.baytap.fx.domain.PublishedRates.april8;
import static io.baytap.fx.messaging.TestFares.hongKongRiderAtHome;
import static io.baytap.fx.messaging.TestFares.mainlandRiderInHongKong;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the desk tells, as a replica without it hears. Cut-off is 18:00 in Hong Kong, 10:00 UTC; April 9 is a Thursday. */
class DeskFeedTest {

    private static final Instant MORNING = Instant.parse("2026-04-09T02:00:00Z");
    private static final Instant EVENING = Instant.parse("2026-04-09T10:00:00Z");
    private static final LocalDate FRIDAY = LocalDate.of(2026, 4, 10);
    private static final LocalDate MONDAY = LocalDate.of(2026, 4, 13);

    private final TopologyKit kit = new TopologyKit();

    @AfterEach
    void close() {
        kit.close();
    }

    @Test
    void whatIsOpenAndWhatWasDealtIsKnownToWhoeverReadsTheTopics() {
        kit.rates(april8());
        kit.fare(mainlandRiderInHongKong("journey:1", MORNING, 1250));
        kit.seconds(1);
        assertThat(kit.desk.open()).singleElement().satisfies(open -> {
            assertThat(open.exposure().id()).isEqualTo("HKD/CNY:2026-04-10");
            assertThat(open.exposure().base().minor()).isEqualTo(-1250);
            assertThat(open.asOf()).isEqualTo(MORNING);
        });

        kit.fare(hongKongRiderAtHome("journey:2", EVENING, 330));
        kit.seconds(1);

        assertThat(kit.desk.open()).isEmpty();
        assertThat(kit.desk.deals(FRIDAY, FRIDAY)).singleElement().satisfies(deal -> {
            assertThat(deal.id()).isEqualTo("deal:HKD/CNY:2026-04-10");
            assertThat(deal.base().minor()).isEqualTo(1250);
            assertThat(deal.quote().minor()).isEqualTo(-1090);
        });
        assertThat(kit.desk.deals(MONDAY, MONDAY)).isEmpty();
    }
}
