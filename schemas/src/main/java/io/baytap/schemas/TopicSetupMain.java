package io.baytap.schemas;

import io.apicurio.registry.client.common.RegistryClientOptions;
import io.baytap.schemas.wire.RegistrySettings;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** {@link TopicSetup} as a program, for a line that is being installed. Ends with status 0 when everything is there. */
public final class TopicSetupMain {

    private static final String KAFKA = "KAFKA_";
    private static final String BROKER = "bootstrap.servers";
    private static final String REPLICATION = "1";

    private TopicSetupMain() {}

    /**
     * Settings come by environment, named as the services': {@code APICURIO_REGISTRY_URL} and the others of {@link RegistrySettings}; {@code KAFKA_BOOTSTRAP_SERVERS} and every other
     * {@code KAFKA_…}. Without a broker the schemas alone are registered, for whoever has the topics made by other means.
     *
     * @param arguments how many brokers hold each partition of a new topic; one, unless it is given
     * @throws IllegalArgumentException naming the setting that is missing or wrong
     */
    public static void main(String[] arguments) {
        Map<String, String> environment = System.getenv();
        RegistryClientOptions registry = registry(environment);
        Map<String, Object> kafka = kafka(environment);
        if (kafka.containsKey(BROKER)) {
            TopicSetup.create(kafka, registry, Short.parseShort(arguments.length == 0 ? REPLICATION : arguments[0]));
            System.out.println("the topics are there, and the schemas are registered");
        } else {
            TopicSetup.registerSchemas(registry);
            System.out.println("the schemas are registered; no topics were made: KAFKA_BOOTSTRAP_SERVERS is not given");
        }
    }

    /** {@code APICURIO_REGISTRY_URL} is {@code apicurio.registry.url}. */
    static RegistryClientOptions registry(Map<String, String> environment) {
        return RegistrySettings.read(name -> Optional.ofNullable(
                environment.get(name.toUpperCase(Locale.ROOT).replace('.', '_'))));
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
