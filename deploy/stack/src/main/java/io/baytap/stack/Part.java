package io.baytap.stack;

/** What the stack can start. */
public enum Part {
    KAFKA,
    REGISTRY,
    POSTGRES
}
