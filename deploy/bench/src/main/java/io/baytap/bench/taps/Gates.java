package io.baytap.bench.taps;

import io.baytap.bench.IntakeLoad.Shape;
import io.baytap.sandbox.day.PlannedGate;
import io.baytap.sandbox.published.PublishedRoute;
import io.baytap.sandbox.reference.Registration;
import io.baytap.stack.EmbeddedStack;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Gates of a station, each way of sending has its own: a gate's numbers are never used twice. */
final class Gates {

    /** What the gates' clocks say. */
    static final Instant NOON = Instant.parse("2026-04-09T04:00:00Z");

    private static final String ROUTE = "MTR:heavy-rail";
    private static final String STOP = "MTR:1";
    private static final String OPERATOR = "MTR";
    private static final String MODE = "RAIL";
    private static final int COUNT = 64;

    private Gates() {}

    static List<PlannedGate> of(Shape shape) {
        return IntStream.range(0, COUNT)
                .mapToObj(number -> new PlannedGate(
                        "bench-" + shape.tapsPerRequest() + "-" + shape.riders() + "-" + number,
                        OPERATOR,
                        MODE,
                        ROUTE,
                        STOP,
                        null,
                        true))
                .toList();
    }

    /** Registers them, their route and the issuers of the riders' codes. */
    static void register(EmbeddedStack stack, Shape... shapes) throws IOException {
        var published = NOON.minus(Duration.ofDays(1));
        try (var registration = new Registration(stack.bootstrapServers(), stack.registryUrl(), published)) {
            registration.routes(List.of(new PublishedRoute(ROUTE, OPERATOR, MODE, List.of(STOP), OptionalInt.empty())));
            registration.issuers();
            registration.gates(
                    Stream.of(shapes).flatMap(shape -> of(shape).stream()).toList());
        }
    }
}
