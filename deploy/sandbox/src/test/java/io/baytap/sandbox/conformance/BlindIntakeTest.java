package io.baytap.sandbox.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.baytap.sandbox.gates.Pseudonyms;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An intake that acknowledges whatever it is sent. */
class BlindIntakeTest {

    private final HttpServer blind;

    BlindIntakeTest() throws IOException {
        blind = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void start() {
        blind.start();
    }

    @AfterEach
    void stop() {
        blind.stop(0);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "202 | ''",
                "200 | {}",
                "202 | {\"verdicts\":[{\"sequence\":1,\"verdict\":\"ACCEPTED\",\"reason\":null}]}"
            })
    void isFoundOutAndEveryCaseIsNamed(int status, String body) throws InterruptedException {
        answer(status, body);

        List<String> differences = Conformance.play(settings(), _ -> {});

        assertThat(differences).hasSizeGreaterThan(20);
        assertThat(differences)
                .anyMatch(line -> line.startsWith("http: gates can be registered: "))
                .anyMatch(line -> line.startsWith("http: a tap that is sent again is a duplicate: "))
                .anyMatch(line -> line.startsWith("http: CODE_SIGNATURE_INVALID: "))
                .anyMatch(line -> line.startsWith("http: UNKNOWN_GATE: "))
                .anyMatch(line -> line.startsWith("http: a gap is owed until it is filled: "))
                .anyMatch(line -> line.startsWith("http: nothing is taken from a suspended gate: "));
    }

    private KitSettings settings() {
        URI url = URI.create("http://127.0.0.1:" + blind.getAddress().getPort());
        return new KitSettings(
                url,
                Optional.empty(),
                Optional.empty(),
                "token",
                "blind",
                KitSettings.ownIssuer("blind"),
                Pseudonyms.development(),
                KitSettings.ownPlace("blind"));
    }

    private void answer(int status, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        blind.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }
}
