package io.baytap.local.events;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The distinct events of one topic by id, and what came more than once.
 *
 * @param <E> what of an event matters here
 */
public final class Seen<E> {

    private final Function<E, Object> content;
    private final Map<String, E> byId = new LinkedHashMap<>();
    private final List<String> conflicts = new ArrayList<>();
    private long repeats;

    /** Events that are equal are the same. */
    public Seen() {
        this(event -> event);
    }

    /** Events with equal content are the same. */
    Seen(Function<E, Object> content) {
        this.content = content;
    }

    /** Takes note of a record. */
    public void add(String eventId, E event) {
        E before = byId.putIfAbsent(eventId, event);
        if (before != null) {
            repeats++;
            if (!content.apply(before).equals(content.apply(event))) {
                conflicts.add(eventId);
            }
        }
    }

    public Collection<E> all() {
        return byId.values();
    }

    public Map<String, E> byId() {
        return byId;
    }

    public int count() {
        return byId.size();
    }

    /** Records beyond the first with their id. */
    public long repeats() {
        return repeats;
    }

    /** Ids that came again with other content. */
    public List<String> conflicts() {
        return conflicts;
    }
}
