package io.baytap.sandbox.identity;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.baytap.sandbox.identity.Grants.Grant;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gives tokens for codes and refresh tokens; and to the client itself, as the auditor, for what a program reads. */
final class TokenDesk {

    private final IdentityConfig config;
    private final Grants grants;
    private final TokenSigner signer;
    private final URI issuer;

    TokenDesk(IdentityConfig config, Grants grants, TokenSigner signer, URI issuer) {
        this.config = config;
        this.grants = grants;
        this.signer = signer;
        this.issuer = issuer;
    }

    /** A body of JSON. */
    record Answer(int status, Map<String, Object> members) {}

    Answer answer(Form asked, @Nullable String authorization) {
        if (!isClient(asked, authorization)) {
            return new Answer(401, Map.of("error", "invalid_client"));
        }
        String grantType = asked.fields().getOrDefault("grant_type", "");
        return switch (grantType) {
            case "client_credentials" -> new Answer(200, bearer(token(Person.ADA)));
            case "authorization_code" -> ofGrant(byCode(asked));
            case "refresh_token" -> ofGrant(grants.take(asked.find("refresh_token"), now()));
            default -> new Answer(400, Map.of("error", "unsupported_grant_type"));
        };
    }

    String token(Person person) {
        return signer.sign(claims(person, now(), null));
    }

    private Optional<Grant> byCode(Form asked) {
        return grants.take(asked.find("code"), now())
                .filter(_ ->
                        asked.is("redirect_uri", config.home().resolve("/login").toString()))
                .filter(grant -> grant.challenge() != null
                        && grant.challenge().equals(challenge(asked.fields().getOrDefault("code_verifier", ""))));
    }

    private Answer ofGrant(Optional<Grant> granted) {
        return granted.map(grant -> {
                    String token = signer.sign(claims(grant.person(), grant.loggedInAt(), grant.nonce()));
                    Map<String, Object> members = new HashMap<>(bearer(token));
                    members.put("id_token", token);
                    members.put("refresh_token", grants.refresh(grant));
                    return new Answer(200, members);
                })
                .orElseGet(() -> new Answer(400, Map.of("error", "invalid_grant")));
    }

    private Map<String, Object> bearer(String token) {
        return Map.of(
                "access_token",
                token,
                "token_type",
                "Bearer",
                "expires_in",
                config.tokenLife().toSeconds());
    }

    private Map<String, Object> claims(Person person, Instant loggedInAt, @Nullable String nonce) {
        Map<String, Object> claims = new HashMap<>(Map.of(
                "iss", issuer.toString(),
                "sub", person.id(),
                "upn", person.id(),
                "aud", config.clientId(),
                "iat", now().getEpochSecond(),
                "auth_time", loggedInAt.getEpochSecond(),
                "exp", now().plus(config.tokenLife()).getEpochSecond()));
        if (person.role() != null) {
            claims.put("groups", List.of(person.role()));
        }
        if (person.operatorId() != null) {
            claims.put("operator", person.operatorId());
        }
        if (nonce != null) {
            claims.put("nonce", nonce);
        }
        return claims;
    }

    private boolean isClient(Form asked, @Nullable String authorization) {
        String basic = "Basic "
                + Base64.getEncoder().encodeToString((config.clientId() + ":" + config.clientSecret()).getBytes(UTF_8));
        return basic.equals(authorization)
                || (asked.is("client_id", config.clientId()) && asked.is("client_secret", config.clientSecret()));
    }

    private static String challenge(String verifier) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private Instant now() {
        return config.time().instant();
    }
}
