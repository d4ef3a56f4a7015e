package io.baytap.finance.contract;

import io.baytap.finance.contract.Broken.Kind;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** The key is a field of the event. A rider is in the same partition of every topic, so that consumers can join them. */
final class KeyPromise implements Promise {

    /** Topics that are keyed by the same field and split alike. */
    private record Split(String field, int partitions) {}

    private final Map<Split, Map<String, Integer>> partitions = new HashMap<>();

    @Override
    public void see(Seen seen, Consumer<Broken> broken) {
        String field = seen.topic().key();
        if (!seen.key().equals(seen.text(field))) {
            broken.accept(new Broken(
                    Kind.KEYED, seen.place(), "its key is " + seen.key() + ", its " + field + " " + seen.text(field)));
        }
        Integer before = partitions
                .computeIfAbsent(new Split(field, seen.topic().partitions()), _ -> new HashMap<>())
                .putIfAbsent(seen.key(), seen.partition());
        if (before != null && before != seen.partition()) {
            broken.accept(new Broken(
                    Kind.KEYED, seen.place(), field + " " + seen.key() + " also stands in partition " + before));
        }
    }
}
