package io.baytap.tap.rest;

import io.baytap.tap.domain.RegistryRefusal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells operators from others. Without a token the registry is closed. */
public final class RegistryToken {

    private static final String BEARER = "Bearer ";

    private final Optional<byte[]> token;

    public RegistryToken(Optional<String> token) {
        this.token = token.map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    /** Null if the header proves an operator. */
    @Nullable
    RegistryRefusal refusal(@Nullable String authorization) {
        if (token.isEmpty()) {
            return new RegistryRefusal.Closed();
        }
        boolean proven = authorization != null
                && authorization.startsWith(BEARER)
                && MessageDigest.isEqual(
                        token.get(), authorization.substring(BEARER.length()).getBytes(StandardCharsets.UTF_8));
        return proven ? null : new RegistryRefusal.TokenInvalid();
    }
}
