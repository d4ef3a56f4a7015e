package io.baytap.stack;

import java.util.Map;

/**
 * A user of the stack's Kafka, made by {@link EmbeddedStack#addUser}.
 *
 * @param password made anew for each
 * @param bootstrapServers the listener that asks who one is
 */
public record BrokerUser(String name, String password, String bootstrapServers) {

    static final String MECHANISM = "SCRAM-SHA-512";
    static final String LOGIN_MODULE = "org.apache.kafka.common.security.scram.ScramLoginModule";

    /** What Kafka's clients are told to come as this user. */
    public Map<String, String> settings() {
        return Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "security.protocol",
                "SASL_PLAINTEXT",
                "sasl.mechanism",
                MECHANISM,
                "sasl.jaas.config",
                LOGIN_MODULE + " required username=\"" + name + "\" password=\"" + password + "\";");
    }
}
