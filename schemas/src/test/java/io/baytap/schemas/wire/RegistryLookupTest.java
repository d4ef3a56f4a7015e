package io.baytap.schemas.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegistryLookupTest {

    private static final Vertx VERTX = Vertx.vertx();

    private final HttpServer registry;

    RegistryLookupTest() throws IOException {
        registry = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void start() {
        registry.start();
    }

    @AfterEach
    void stop() {
        registry.stop(0);
    }

    @AfterAll
    static void close() {
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "syntax = \"proto3\";",
                "{\"type\": \"object\", \"properties\": {}}",
                "{\"openapi\": \"3.0.0\"}",
                "{\"type\": \"record\", \"name\": \"R\", \"fields\": [{\"name\": \"n\", \"type\": \"int\", \"default\": \"x\"}]}",
                "[\"int\", \"int\"]"
            })
    void contentThatIsNoAvroSchemaIsTheRecordsFault(String content) {
        answer(200, content);

        assertThat(lookup().find(1)).isNull();
    }

    @Test
    void aSchemaIsAskedForOnce() {
        answer(200, "\"string\"");
        var lookup = lookup();
        var first = lookup.find(1);

        registry.stop(0);

        assertThat(lookup.find(1)).isNotNull().isSameAs(first);
    }

    @Test
    void aRegistryThatFailsIsNobodysFault() {
        answer(503, "{}");
        var lookup = lookup();

        assertThatThrownBy(() -> lookup.find(1)).isInstanceOf(RegistryAwayException.class);
    }

    private void answer(int status, String content) {
        byte[] body = content.getBytes(UTF_8);
        registry.createContext("/apis/registry/v3/ids/contentIds/1", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }

    private RegistryLookup lookup() {
        return new RegistryLookup("http://127.0.0.1:" + registry.getAddress().getPort() + "/apis/registry/v3", VERTX);
    }
}
