package io.baytap.finance.contract;

import io.baytap.schemas.Topic;
import io.baytap.schemas.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** All promises of the topics that finance consumes. */
final class Contract {

    /** Effects before their causes: so the causes of what was read are there by the time they are read, on a line that runs. */
    static final List<Topic> TOPICS = List.of(
            Topics.RECONCILIATION_BREAKS,
            Topics.SETTLEMENTS_BATCHES,
            Topics.CHARGES_REFUNDED,
            Topics.CHARGES_DECLINED,
            Topics.CHARGES_SETTLED,
            Topics.RIDERS_DENIED,
            Topics.DEALS_STRUCK,
            Topics.SETTLEMENTS_POSTED,
            Topics.FARES_CONVERTED);

    private final SamePromise same = new SamePromise();
    private final List<Promise> promises = new ArrayList<>();
    private final Consumer<Broken> broken;
    private long records;

    /**
     * A fresh look at all topics.
     *
     * @param whole whether the topics still begin at their beginning: if not, what a sum is of may be gone
     */
    Contract(boolean whole, Consumer<Broken> broken) {
        this.broken = broken;
        promises.addAll(List.of(new KeyPromise(), new IdPromise(), same, new AmountPromise()));
        if (whole) {
            promises.addAll(List.of(new ReferencePromise(), new SumPromise()));
        }
    }

    void see(Seen seen) {
        records++;
        promises.forEach(promise -> promise.see(seen, broken));
    }

    void end() {
        promises.forEach(promise -> promise.end(broken));
    }

    long records() {
        return records;
    }

    /** How many came more than once, and said the same. */
    long repeated() {
        return same.repeated();
    }
}
