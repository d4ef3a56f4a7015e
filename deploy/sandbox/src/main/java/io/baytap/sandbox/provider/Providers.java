package io.baytap.sandbox.provider;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A provider per scheme. */
final class Providers {

    private final Map<Scheme, Provider> byScheme = new EnumMap<>(Scheme.class);

    static Providers open(ProviderConfig config) {
        var providers = new Providers();
        for (Scheme scheme : Scheme.values()) {
            providers.byScheme.put(scheme, Provider.open(scheme, config));
        }
        return providers;
    }

    Provider of(Scheme scheme) {
        return Objects.requireNonNull(byScheme.get(scheme));
    }

    /** By the institution number in a request's signature. */
    Optional<Provider> bySpMchid(String spMchid) {
        return byScheme.values().stream()
                .filter(provider -> provider.scheme().spMchid().equals(spMchid))
                .findFirst();
    }

    List<Provider> all() {
        return List.copyOf(byScheme.values());
    }
}
