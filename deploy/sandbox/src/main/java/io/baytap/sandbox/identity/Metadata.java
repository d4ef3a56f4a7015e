package io.baytap.sandbox.identity;

import java.net.URI;
import java.util.List;
import java.util.Map;

/** What the provider says of itself: OpenID Connect Discovery. */
final class Metadata {

    private Metadata() {}

    static Map<String, Object> of(URI issuer) {
        return Map.ofEntries(
                Map.entry("issuer", issuer.toString()),
                Map.entry("authorization_endpoint", issuer + "/authorize"),
                Map.entry("token_endpoint", issuer + "/token"),
                Map.entry("jwks_uri", issuer + "/jwks"),
                Map.entry("end_session_endpoint", issuer + "/logout"),
                Map.entry("response_types_supported", List.of("code")),
                Map.entry("subject_types_supported", List.of("public")),
                Map.entry("id_token_signing_alg_values_supported", List.of("RS256")),
                Map.entry(
                        "grant_types_supported", List.of("authorization_code", "refresh_token", "client_credentials")),
                Map.entry("code_challenge_methods_supported", List.of("S256")),
                Map.entry(
                        "token_endpoint_auth_methods_supported", List.of("client_secret_basic", "client_secret_post")),
                Map.entry("scopes_supported", List.of("openid")));
    }
}
