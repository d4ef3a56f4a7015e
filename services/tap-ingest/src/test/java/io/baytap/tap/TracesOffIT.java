package io.baytap.tap;

import static org.assertj.core.api.Assertions.assertThat;

import io.baytap.schemas.traces.TapTraces;
import io.baytap.stack.StackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the services' settings say of traces as long as nobody says anything else. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class TracesOffIT {

    @Inject
    TapTraces traces;

    @Test
    void asLongAsNoCollectorIsNamedNoTapIsTraced() {
        Instant now = Instant.now();

        assertThat(IntStream.range(0, 10_000)).noneMatch(rider -> traces.chooses("WEIXIN_PAY:" + rider, now));
    }
}
