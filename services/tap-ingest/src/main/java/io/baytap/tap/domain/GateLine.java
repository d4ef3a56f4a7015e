package io.baytap.tap.domain;

/** Where changes of gates are published. */
@FunctionalInterface
public interface GateLine {

    /**
     * Publishes a gate as it stands from now on; returns when Kafka has it and this replica goes by it.
     *
     * @return within a bounded time; never throws because Kafka is away
     */
    TapLine.Delivery publish(Gate gate);
}
