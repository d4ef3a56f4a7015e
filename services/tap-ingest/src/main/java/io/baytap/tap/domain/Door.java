package io.baytap.tap.domain;

/** How a batch came. */
public enum Door {
    /** The gate itself stands before us. */
    HTTP(false),
    /** Through a broker. */
    MQTT(true),
    /** Through a topic. */
    KAFKA(true);

    private final boolean carried;

    Door(boolean carried) {
        this.carried = carried;
    }

    /** True if someone between the gate and us may have kept the batch for a while: then its age says nothing about the gate's clock. */
    public boolean carried() {
        return carried;
    }
}
