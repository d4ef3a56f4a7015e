package io.baytap.wallet.storage;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** A list of things as one array per column: how many rows travel to the database as one statement. */
final class Columns<T> {

    private final List<T> things;
    private final Map<String, Object> arrays = new HashMap<>();

    private Columns(List<T> things) {
        this.things = things;
    }

    static <T> Columns<T> of(List<T> things) {
        return new Columns<>(things);
    }

    Columns<T> text(String name, Function<T, @Nullable String> value) {
        return column(name, value, String[]::new);
    }

    Columns<T> number(String name, Function<T, @Nullable Long> value) {
        return column(name, value, Long[]::new);
    }

    Columns<T> count(String name, Function<T, @Nullable Integer> value) {
        return column(name, value, Integer[]::new);
    }

    Columns<T> day(String name, Function<T, @Nullable LocalDate> value) {
        return column(name, value, LocalDate[]::new);
    }

    /** As text: the driver and Hibernate disagree on arrays of times. */
    Columns<T> time(String name, Function<T, @Nullable Instant> value) {
        return text(name, thing -> {
            Instant instant = value.apply(thing);
            return instant == null ? null : instant.toString();
        });
    }

    /** A column of a row: which of two types it has is the driver's choice. */
    static Instant instant(Object time) {
        return time instanceof Instant instant ? instant : ((OffsetDateTime) time).toInstant();
    }

    Map<String, Object> arrays() {
        return arrays;
    }

    /** Some of the columns: a statement refuses parameters it does not have. */
    static Map<String, Object> pick(Map<String, Object> arrays, String... names) {
        Map<String, Object> picked = new HashMap<>(arrays);
        picked.keySet().retainAll(List.of(names));
        return picked;
    }

    private <V> Columns<T> column(String name, Function<T, @Nullable V> value, IntFunction<@Nullable V[]> array) {
        arrays.put(name, things.stream().map(value).toArray(array));
        return this;
    }
}
