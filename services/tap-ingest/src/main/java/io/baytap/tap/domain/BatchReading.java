package io.baytap.tap.domain;

import java.util.List;

/** What a body holds. A bad element is a value in the batch; only a body that is no batch is refused. */
public sealed interface BatchReading {

    record Batch(List<TapReading> taps) implements BatchReading {}

    record Refused(Refusal refusal) implements BatchReading {}
}
