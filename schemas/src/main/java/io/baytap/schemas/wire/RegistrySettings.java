package io.baytap.schemas.wire;

import io.apicurio.registry.client.common.RegistryClientOptions;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where the schema registry is and who one is there, from settings named as Apicurio's serialisers name them:
 *
 * <ul>
 *   <li>{@code apicurio.registry.url}, ending in {@code /apis/registry/v3}
 *   <li>{@code apicurio.registry.auth.username} and {@code .password}, for a registry that asks for HTTP's Basic
 *   <li>{@code apicurio.registry.auth.service.token.endpoint}, {@code apicurio.registry.auth.client.id} and {@code .secret}, for one
 *       that asks for a token of an identity provider: OAuth 2.0's client credentials
 * </ul>
 */
public final class RegistrySettings {

    private static final String API = "/apis/registry/v3";
    private static final String URL = "apicurio.registry.url";
    private static final List<String> BASIC =
            List.of("apicurio.registry.auth.username", "apicurio.registry.auth.password");
    private static final List<String> CLIENT = List.of(
            "apicurio.registry.auth.service.token.endpoint",
            "apicurio.registry.auth.client.id",
            "apicurio.registry.auth.client.secret");

    private RegistrySettings() {}

    /**
     * What a client is made of.
     *
     * @param settings a setting by its name, empty if it is not given
     * @throws IllegalArgumentException naming the setting that is missing or wrong
     */
    public static RegistryClientOptions read(Function<String, Optional<String>> settings) {
        String url = settings.apply(URL).orElse("");
        if (!url.endsWith(API)) {
            throw new IllegalArgumentException(
                    URL + " has to be the registry's API, which ends in " + API + ": '" + url + "'");
        }
        var options = RegistryClientOptions.create(url);
        List<String> basic = together(BASIC, settings);
        List<String> client = together(CLIENT, settings);
        if (!basic.isEmpty() && !client.isEmpty()) {
            throw new IllegalArgumentException(
                    "either " + BASIC.getFirst() + " or " + CLIENT.getFirst() + ": a registry asks in one way");
        }
        if (!basic.isEmpty()) {
            options.basicAuth(basic.get(0), basic.get(1));
        }
        if (!client.isEmpty()) {
            options.oauth2(client.get(0), client.get(1), client.get(2));
        }
        return options;
    }

    /** All of them or none. */
    private static List<String> together(List<String> names, Function<String, Optional<String>> settings) {
        List<String> missing =
                names.stream().filter(name -> settings.apply(name).isEmpty()).toList();
        if (missing.size() == names.size()) {
            return List.of();
        }
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException(
                    String.join(" and ", missing) + " is missing: " + String.join(", ", names) + " are given together");
        }
        return names.stream().map(name -> settings.apply(name).orElseThrow()).toList();
    }
}
