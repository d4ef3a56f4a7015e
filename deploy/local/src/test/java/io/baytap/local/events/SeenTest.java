package io.baytap.local.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class SeenTest {

    private static final LocalDate DAY = LocalDate.of(2026, 4, 9);

    private final Seen<Tap> taps = new Seen<>(Tap::content);

    @Test
    void theFirstDeliverySaysWhetherATapWasLate() {
        taps.add("tap:a:1", new Tap("WEIXIN_PAY:r", "MTR", false, DAY, 8));
        taps.add("tap:a:1", new Tap("WEIXIN_PAY:r", "MTR", true, DAY, 8));

        assertThat(taps.conflicts()).isEmpty();
        assertThat(taps.repeats()).isOne();
        assertThat(taps.all()).noneMatch(Tap::late);
    }

    @Test
    void anotherRiderUnderTheSameIdIsAConflict() {
        taps.add("tap:a:1", new Tap("WEIXIN_PAY:r", "MTR", false, DAY, 8));
        taps.add("tap:a:1", new Tap("WEIXIN_PAY:s", "MTR", false, DAY, 8));

        assertThat(taps.conflicts()).containsExactly("tap:a:1");
    }
}
