package io.baytap.schemas;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** {@link TopicSetup} as a program, for a line that is being installed. Ends with status 0 when everything is there. */
public final class TopicSetupMain {

    private static final String KAFKA = "KAFKA_";
    private static final String REPLICATION = "1";

    private TopicSetupMain() {}

    /**
     * Settings come by environment, named as the services': {@code KAFKA_BOOTSTRAP_SERVERS} and every other {@code KAFKA_…},
     * {@code APICURIO_REGISTRY_URL}.
     *
     * @param arguments how many brokers hold each partition of a new topic; one, unless it is given
     */
    public static void main(String[] arguments) {
        Map<String, String> environment = System.getenv();
        String registry = environment.get("APICURIO_REGISTRY_URL");
        Map<String, Object> kafka = kafka(environment);
        if (registry == null || !kafka.containsKey("bootstrap.servers")) {
            throw new IllegalArgumentException("KAFKA_BOOTSTRAP_SERVERS and APICURIO_REGISTRY_URL say where they are");
        }
        TopicSetup.create(kafka, registry, Short.parseShort(arguments.length == 0 ? REPLICATION : arguments[0]));
    }

    /** {@code KAFKA_SECURITY_PROTOCOL} is {@code security.protocol}. */
    static Map<String, Object> kafka(Map<String, String> environment) {
        return environment.entrySet().stream()
                .filter(variable -> variable.getKey().startsWith(KAFKA))
                .collect(Collectors.toMap(
                        variable -> variable.getKey()
                                .substring(KAFKA.length())
                                .toLowerCase(Locale.ROOT)
                                .replace('_', '.'),
                        Map.Entry::getValue));
    }
}
