package io.baytap.schemas.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A registry that answers nobody whom it does not know, and an identity provider, over HTTP. */
class RegistrySettingsTest {

    private static final String AUTH = "apicurio.registry.auth.";
    private static final String BASIC =
            "Basic " + Base64.getEncoder().encodeToString("line:open sesame".getBytes(UTF_8));

    private final Vertx vertx = Vertx.vertx();
    private final HttpServer server;
    private final String address;
    private String admitted = "";

    RegistrySettingsTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        address = "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @BeforeEach
    void start() {
        server.createContext("/apis/registry/v3/ids/contentIds/1", exchange -> {
            boolean known = admitted.equals(exchange.getRequestHeaders().getFirst("Authorization"));
            answer(exchange, known ? 200 : 401, known ? "\"string\"" : "{}");
        });
        server.createContext("/token", exchange -> {
            String asked = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            boolean known = asked.contains("grant_type=client_credentials")
                    && BASIC.equals(exchange.getRequestHeaders().getFirst("Authorization"));
            answer(exchange, known ? 200 : 401, known ? """
                    {"access_token": "t0ken", "token_type": "Bearer", "expires_in": 300}""" : "{}");
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void aRegistryThatAsksForANameAndAPasswordGetsThem() {
        admitted = BASIC;

        assertThat(find(Map.of(AUTH + "username", "line", AUTH + "password", "open sesame")))
                .isEqualTo(Schema.create(Schema.Type.STRING));
        assertThatThrownBy(() -> find(Map.of()))
                .isInstanceOf(RegistryAwayException.class)
                .hasMessageContaining("(401)");
    }

    @Test
    void aRegistryThatAsksForATokenGetsOneOfTheIdentityProvider() {
        admitted = "Bearer t0ken";

        assertThat(find(Map.of(
                        AUTH + "service.token.endpoint", address + "/token",
                        AUTH + "client.id", "line",
                        AUTH + "client.secret", "open sesame")))
                .isEqualTo(Schema.create(Schema.Type.STRING));
    }

    @Test
    void whatIsMissingOrTooMuchIsNamed() {
        assertThatThrownBy(() -> find(Map.of(AUTH + "username", "line")))
                .hasMessageStartingWith("apicurio.registry.auth.password is missing");
        assertThatThrownBy(() -> find(Map.of(AUTH + "client.id", "line")))
                .hasMessageStartingWith(
                        "apicurio.registry.auth.service.token.endpoint and apicurio.registry.auth.client.secret is missing");
        assertThatThrownBy(() -> find(Map.of(
                        AUTH + "username", "line",
                        AUTH + "password", "open sesame",
                        AUTH + "service.token.endpoint", address + "/token",
                        AUTH + "client.id", "line",
                        AUTH + "client.secret", "open sesame")))
                .hasMessageStartingWith("either apicurio.registry.auth.username or");
        assertThatThrownBy(() -> find(Map.of("apicurio.registry.url", address)))
                .hasMessageContaining("ends in /apis/registry/v3: '" + address + "'");
    }

    private @Nullable Schema find(Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(Map.of("apicurio.registry.url", address + "/apis/registry/v3"));
        settings.putAll(more);
        return new RegistryLookup(RegistrySettings.read(name -> Optional.ofNullable(settings.get(name))), vertx)
                .find(1);
    }

    private static void answer(HttpExchange exchange, int status, String content) throws IOException {
        byte[] body = content.getBytes(UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
