package io.baytap.sandbox.identity;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;

/**
 * What the provider is told.
 *
 * @param port 0 takes a free one
 * @param clientId the one client there is; programs get tokens with its secret as well
 * @param home where the client lives: people are sent back to {@code /login} there, and to {@code /} after they logged out
 * @param tokenLife after which a token is no good; a refresh token lasts until somebody logs out
 */
public record IdentityConfig(
        int port, String clientId, String clientSecret, URI home, Duration tokenLife, InstantSource time) {}
