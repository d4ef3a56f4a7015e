package io.baytap.tap.rest;

import io.baytap.tap.domain.RegistryRefusal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells operators from others, and readers. Without a token the registry is closed. */
public final class RegistryToken {

    private static final String BEARER = "Bearer ";

    private final Optional<byte[]> token;
    private final Optional<byte[]> reader;

    /** @param reader proves who may read, and nothing else */
    public RegistryToken(Optional<String> token, Optional<String> reader) {
        this.token = token.map(RegistryToken::bytes);
        this.reader = reader.map(RegistryToken::bytes);
    }

    /** Null if the header proves an operator. */
    @Nullable
    RegistryRefusal refusal(@Nullable String authorization) {
        if (token.isEmpty()) {
            return new RegistryRefusal.Closed();
        }
        return proves(authorization, token) ? null : new RegistryRefusal.TokenInvalid();
    }

    /** Null if the header proves a reader or an operator. */
    @Nullable
    RegistryRefusal readerRefusal(@Nullable String authorization) {
        return proves(authorization, reader) ? null : refusal(authorization);
    }

    private static boolean proves(@Nullable String authorization, Optional<byte[]> token) {
        return token.isPresent()
                && authorization != null
                && authorization.startsWith(BEARER)
                && MessageDigest.isEqual(token.get(), bytes(authorization.substring(BEARER.length())));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
