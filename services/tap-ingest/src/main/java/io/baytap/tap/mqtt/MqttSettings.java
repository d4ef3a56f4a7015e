package io.baytap.tap.mqtt;

import java.net.URI;
import java.util.Optional;

/**
 * How the broker is reached.
 *
 * @param broker {@code mqtt://host:port}, or {@code mqtts} over TLS
 * @param receiveMax batches that the broker may have under way to this replica without an acknowledgement
 * @param packetBytesMax larger messages are not delivered here at all
 */
public record MqttSettings(
        URI broker, Optional<String> username, Optional<String> password, int receiveMax, int packetBytesMax) {}
