package io.baytap.sandbox.statements;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class ProviderClockTest {

    private static final Instant NOVEMBER = Instant.parse("2026-11-23T08:00:00Z");
    private static final Instant APRIL = Instant.parse("2026-04-09T08:00:00Z");

    private final ProviderClock clock = new ProviderClock(Clock.fixed(NOVEMBER, ZoneOffset.UTC));

    @Test
    void itIsAnotherClockUntilItIsToldATimeAndThatMayBeLongAgo() {
        assertThat(clock.instant()).isEqualTo(NOVEMBER);

        assertThat(clock.tell(APRIL)).isTrue();

        assertThat(clock.instant()).isEqualTo(APRIL);
        assertThat(clock.withZone(ZoneOffset.ofHours(8)).instant()).isEqualTo(APRIL);
    }

    @Test
    void aTimeBeforeTheLastIsRefusedAndTheSameIsNot() {
        clock.tell(APRIL);

        assertThat(clock.tell(APRIL.minusNanos(1))).isFalse();
        assertThat(clock.tell(APRIL)).isTrue();
        assertThat(clock.instant()).isEqualTo(APRIL);
    }

    @Test
    void theDayIsHongKongs() {
        assertThat(Days.of(Instant.parse("2026-04-09T15:59:59.999Z"))).isEqualTo(LocalDate.parse("2026-04-09"));
        assertThat(Days.of(Instant.parse("2026-04-09T16:00:00Z"))).isEqualTo(LocalDate.parse("2026-04-10"));
    }

    @Test
    void fridayIsFollowedByMonday() {
        LocalDate thursday = LocalDate.parse("2026-04-09");

        assertThat(Days.nextWeekday(thursday)).isEqualTo(thursday.plusDays(1));
        assertThat(Days.nextWeekday(thursday.plusDays(1))).isEqualTo(thursday.plusDays(4));
        assertThat(Days.nextWeekday(thursday.plusDays(2))).isEqualTo(thursday.plusDays(4));
        assertThat(Days.nextWeekday(thursday.plusDays(3))).isEqualTo(thursday.plusDays(4));
    }
}
