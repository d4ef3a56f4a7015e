package io.baytap.tap.domain;

import org.jspecify.annotations.Nullable;

/** Reference facts by id, as the latest records say. */
@FunctionalInterface
public interface Register<T> {

    @Nullable
    T find(String id);
}
