package io.baytap.sandbox.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.RSAPublicKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentitySandboxTest {

    /** The pair of RFC 7636, appendix B. */
    private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

    private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    private Instant now = Instant.parse("2026-04-09T00:00:00Z");
    private IdentitySandbox identity;

    @BeforeEach
    void start() {
        identity = IdentitySandbox.start(new IdentityConfig(
                0, "console", "secret", URI.create("http://127.0.0.1:9"), Duration.ofMinutes(5), () -> now));
    }

    @AfterEach
    void stop() {
        identity.close();
    }

    @Test
    void aCodeGivesTokensOnceToWhoeverKnowsTheVerifier() throws Exception {
        String code = code("olga");

        assertThat(token(Map.of("code", code, "code_verifier", VERIFIER.replace('d', 'e')))
                        .statusCode())
                .isEqualTo(400);
        HttpResponse<String> tokens = token(Map.of("code", code("olga"), "code_verifier", VERIFIER));
        assertThat(tokens.statusCode()).isEqualTo(200);
        JsonNode claims = claims(json.readTree(tokens.body()).path("id_token").asText());
        assertThat(claims.path("sub").asText()).isEqualTo("olga");
        assertThat(claims.path("groups").get(0).asText()).isEqualTo("operator");
        assertThat(claims.path("operator").asText()).isEqualTo("MTR");
        assertThat(claims.path("aud").asText()).isEqualTo("console");
        assertThat(claims.path("nonce").asText()).isEqualTo("n-1");
        assertThat(claims.path("exp").asLong()).isEqualTo(now.plusSeconds(300).getEpochSecond());
        assertThat(token(Map.of("code", code, "code_verifier", VERIFIER)).statusCode())
                .as("used up by the wrong verifier")
                .isEqualTo(400);
    }

    @Test
    void aCodeIsGoodForAMinute() throws Exception {
        String code = code("ada");
        now = now.plusSeconds(61);

        assertThat(token(Map.of("code", code, "code_verifier", VERIFIER)).statusCode())
                .isEqualTo(400);
    }

    @Test
    void aRefreshedTokenTellsOfTheFirstLoginUntilSomebodyLogsOut() throws Exception {
        String first = json.readTree(token(Map.of("code", code("ada"), "code_verifier", VERIFIER))
                        .body())
                .path("refresh_token")
                .asText();
        long loggedInAt = now.getEpochSecond();
        now = now.plusSeconds(3_600);

        JsonNode refreshed = json.readTree(refresh(first).body());
        assertThat(claims(refreshed.path("id_token").asText()).path("auth_time").asLong())
                .isEqualTo(loggedInAt);
        assertThat(refresh(first).statusCode()).as("good once").isEqualTo(400);
        assertThat(get("/logout?client_id=console&post_logout_redirect_uri=http://127.0.0.1:9/")
                        .headers()
                        .firstValue("Location"))
                .contains("http://127.0.0.1:9/");
        assertThat(refresh(refreshed.path("refresh_token").asText()).statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource({
        "client_id, another",
        "redirect_uri, http://127.0.0.1:9/elsewhere",
        "redirect_uri, https://evil.example/login",
        "response_type, token",
        "code_challenge, short",
        "code_challenge_method, plain"
    })
    void whatIsAskedWrongIsRefusedWithoutARedirect(String parameter, String value) throws Exception {
        String asked = encoded(asked()).replaceFirst(parameter + "=[^&]*", parameter + "=" + value);

        HttpResponse<String> answer = get("/authorize?" + asked);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Location")).isEmpty();
    }

    @Test
    void aStrangerGetsNoToken() throws Exception {
        HttpResponse<String> answer = post(
                "/token", Map.of("grant_type", "client_credentials", "client_id", "console", "client_secret", "guess"));

        assertThat(answer.statusCode()).isEqualTo(401);
    }

    @Test
    void theLoginPageEscapesWhatItWasAsked() throws Exception {
        HttpResponse<String> answer = get("/authorize?" + encoded(asked()) + "&state=%22%3E%3Cscript%3E");

        assertThat(answer.body()).contains("&quot;&gt;&lt;script&gt;").doesNotContain("\"><script>");
    }

    private static Map<String, String> asked() {
        return Map.of(
                "client_id", "console",
                "redirect_uri", "http://127.0.0.1:9/login",
                "response_type", "code",
                "nonce", "n-1",
                "code_challenge", CHALLENGE,
                "code_challenge_method", "S256");
    }

    private String code(String person) throws IOException, InterruptedException {
        String to = post("/choose", encoded(asked()) + "&person=" + person + "&state=s-1")
                .headers()
                .firstValue("Location")
                .orElseThrow();
        assertThat(to).startsWith("http://127.0.0.1:9/login?").contains("state=s-1");
        return to.replaceFirst(".*[?&]code=([^&]+).*", "$1");
    }

    private HttpResponse<String> token(Map<String, String> with) throws IOException, InterruptedException {
        return post(
                "/token",
                encoded(with) + "&grant_type=authorization_code&redirect_uri="
                        + URLEncoder.encode("http://127.0.0.1:9/login", UTF_8)
                        + "&client_id=console&client_secret=secret");
    }

    private HttpResponse<String> refresh(String refreshToken) throws IOException, InterruptedException {
        return post(
                "/token",
                Map.of(
                        "grant_type", "refresh_token",
                        "refresh_token", refreshToken,
                        "client_id", "console",
                        "client_secret", "secret"));
    }

    /** What a token says, once its signature is verified by the published key. */
    private JsonNode claims(String token) throws IOException, InterruptedException, GeneralSecurityException {
        JsonNode key = json.readTree(get("/jwks").body()).path("keys").get(0);
        String[] parts = token.split("\\.", -1);
        var verifier = Signature.getInstance("SHA256withRSA");
        verifier.initVerify(KeyFactory.getInstance("RSA")
                .generatePublic(new RSAPublicKeySpec(
                        number(key.path("n").asText()), number(key.path("e").asText()))));
        verifier.update((parts[0] + "." + parts[1]).getBytes(UTF_8));
        assertThat(verifier.verify(Base64.getUrlDecoder().decode(parts[2]))).isTrue();
        return json.readTree(Base64.getUrlDecoder().decode(parts[1]));
    }

    private static BigInteger number(String base64) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(base64));
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(identity.url() + path)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, Map<String, String> form) throws IOException, InterruptedException {
        return post(path, encoded(form));
    }

    private HttpResponse<String> post(String path, String form) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(identity.url() + path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }
}
