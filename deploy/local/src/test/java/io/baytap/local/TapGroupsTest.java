package io.baytap.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.baytap.local.events.LineEvents;
import io.baytap.local.events.Rejection;
import io.baytap.local.events.Tap;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class TapGroupsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 4, 9);

    @Test
    void tapsAreCountedOnceByOperatorAndByHour() {
        LineEvents events = LineEvents.empty(new NoSchemas());
        events.taps.add("tap:a:1", new Tap("WEIXIN_PAY:r", "MTR", false, DAY, 8));
        events.taps.add("tap:a:1", new Tap("WEIXIN_PAY:r", "MTR", true, DAY, 8));
        events.taps.add("tap:a:2", new Tap("WEIXIN_PAY:r", "KMB", true, DAY, 23));
        events.rejections.add("tap:a:3", new Rejection("MTR", "CODE_EXPIRED", DAY, 8));

        var groups = new TapGroups(events);

        assertThat(groups.byOperator())
                .containsExactly(new Summary.TapGroup("KMB", 0, 1, 0), new Summary.TapGroup("MTR", 1, 0, 1));
        assertThat(groups.byHour())
                .hasSize(24)
                .contains(new Summary.TapGroup("08", 1, 0, 1))
                .contains(new Summary.TapGroup("23", 0, 1, 0))
                .contains(new Summary.TapGroup("00", 0, 0, 0));
    }
}
