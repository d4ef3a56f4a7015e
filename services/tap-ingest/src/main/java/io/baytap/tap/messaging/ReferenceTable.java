package io.baytap.tap.messaging;

import io.baytap.tap.domain.Register;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The latest fact per key of a compacted topic. */
public final class ReferenceTable<T> implements Register<T> {

    private final Map<String, T> latest = new ConcurrentHashMap<>();

    @Override
    public @Nullable T find(String id) {
        return latest.get(id);
    }

    /** How many facts stand. */
    public int size() {
        return latest.size();
    }

    void put(String key, T fact) {
        latest.put(key, fact);
    }

    void remove(String key) {
        latest.remove(key);
    }
}
