package io.baytap.finance.example;

import java.util.Map;

/** Lets tests of other rooms run the example. */
public final class ExampleRun {

    private ExampleRun() {}

    /** What it adds up. */
    public static Map<String, Long> of(String broker, String registry) {
        return OperatorTotals.of(broker, registry);
    }
}
