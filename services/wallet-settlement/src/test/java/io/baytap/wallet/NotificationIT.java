package io.baytap.wallet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.baytap.schemas.Topics;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** What is not the provider's, or not of now, is refused with its reason; over HTTP, as a stranger would try it. */
@QuarkusTest
@WithTestResource(WorldResource.class)
class NotificationIT {

    private static final PlatformHand PLATFORM = new PlatformHand(Path.of("target", "sandbox-keys", "weixin-pay"));
    private static final PlatformHand OTHER_WALLET =
            new PlatformHand(Path.of("target", "sandbox-keys", "wechat-pay-hk"));

    @Inject
    Kit kit;

    @Inject
    SandboxClient sandbox;

    @Inject
    ObjectMapper json;

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    private final HttpClient http = HttpClient.newHttpClient();
    private final String body = PLATFORM.paid("0123456789abcdef0123456789abcdef");

    private record Answer(int status, String reason) {}

    @Test
    void aGenuineOneIsBelieved() {
        // Believed, so the number is looked up; nobody has it.
        assertThat(send(body, PLATFORM.headers(body, Instant.now())))
                .isEqualTo(new Answer(404, "UNKNOWN_OUT_TRADE_NO"));
    }

    @Test
    void theSameSignedMessageIsHeardOnce() {
        Map<String, String> headers = PLATFORM.headers(body, Instant.now());
        send(body, headers);

        assertThat(send(body, headers)).isEqualTo(new Answer(409, "REPLAYED"));
    }

    @Test
    void aProviderThatRepeatsItselfSignsAnewAndIsHeard() {
        send(body, PLATFORM.headers(body, Instant.now()));

        assertThat(send(body, PLATFORM.headers(body, Instant.now())))
                .isEqualTo(new Answer(404, "UNKNOWN_OUT_TRADE_NO"));
    }

    @Test
    void aClockMoreThanFiveMinutesOffIsRefusedInBothDirections() {
        Instant now = Instant.now();

        assertThat(send(body, PLATFORM.headers(body, now.minus(Duration.ofMinutes(6)))))
                .isEqualTo(new Answer(401, "CLOCK_SKEWED"));
        assertThat(send(body, PLATFORM.headers(body, now.plus(Duration.ofMinutes(6)))))
                .isEqualTo(new Answer(401, "CLOCK_SKEWED"));
        assertThat(send(body, PLATFORM.headers(body, now.minus(Duration.ofMinutes(4))))
                        .reason())
                .isEqualTo("UNKNOWN_OUT_TRADE_NO");
    }

    @Test
    void aSerialNumberThatTheProviderDoesNotListIsRefused() {
        assertThat(send(body, OTHER_WALLET.headers(body, Instant.now()))).isEqualTo(new Answer(401, "SERIAL_UNKNOWN"));
    }

    @Test
    void aChangedBodyDoesNotFitItsSignature() {
        Map<String, String> headers = PLATFORM.headers(body, Instant.now());

        assertThat(send(body.replace("EV-1", "EV-2"), headers)).isEqualTo(new Answer(401, "SIGNATURE_INVALID"));
    }

    @Test
    void aSignatureOfAnotherKeyDoesNotFit() {
        var headers = new HashMap<>(PLATFORM.headers(body, Instant.now()));
        headers.put(
                "Wechatpay-Signature",
                OTHER_WALLET.headers(body, Instant.now()).getOrDefault("Wechatpay-Signature", ""));

        assertThat(send(body, headers)).isEqualTo(new Answer(401, "SIGNATURE_INVALID"));
    }

    @Test
    void aSealedPartThatWasChangedIsToldByItsTag() {
        int at = body.indexOf("ciphertext\":\"") + "ciphertext\":\"".length();
        char changed = body.charAt(at) == 'A' ? 'B' : 'A';
        String tampered = body.substring(0, at) + changed + body.substring(at + 1);

        assertThat(send(tampered, PLATFORM.headers(tampered, Instant.now())))
                .isEqualTo(new Answer(400, "NOT_DECRYPTED"));
    }

    @Test
    void whatWasSealedWithAnotherKeyIsNotOpened() {
        String foreign = OTHER_WALLET.paid("0123456789abcdef0123456789abcdef");

        assertThat(send(foreign, PLATFORM.headers(foreign, Instant.now()))).isEqualTo(new Answer(400, "NOT_DECRYPTED"));
    }

    @Test
    void whatIsNotJsonIsRefused() {
        assertThat(send("pay me", PLATFORM.headers("pay me", Instant.now()))).isEqualTo(new Answer(400, "NOT_JSON"));
    }

    @Test
    void headersThatAreMissingOrNoneAreRefused() {
        var noTime = new HashMap<>(PLATFORM.headers(body, Instant.now()));
        noTime.put("Wechatpay-Timestamp", "yesterday");

        assertThat(send(body, Map.of())).isEqualTo(new Answer(401, "NOT_SIGNED"));
        assertThat(send(body, noTime)).isEqualTo(new Answer(401, "TIMESTAMP_INVALID"));
    }

    @Test
    void refusalsAreCountedByReason() {
        String before = count("NOT_SIGNED");

        send(body, Map.of());

        assertThat(count("NOT_SIGNED")).isNotEqualTo(before).isNotEmpty();
    }

    @Test
    void aNewCertificateIsFetchedAndBothAreBelieved() {
        String rider = Fares.newRider();
        sandbox.rotate("WEIXIN_PAY");
        sandbox.behave("C-" + rider, "TWICE");
        int before = sandbox.callbacksTaken();

        kit.publish(Topics.WALLETS_CONTRACTS, Fares.contract(rider));
        kit.publish(Topics.FARES_CONVERTED, Fares.fare(rider, 0, 1000, 930, 5));

        // The answer to the debit and both callbacks carry the new serial number.
        await().atMost(Kit.SOON).until(() -> sandbox.callbacksTaken() >= before + 2);
        assertThat(kit.query("select status from charge where rider_id = ?", rider))
                .containsExactly("SETTLED");
        // The one before is still listed.
        assertThat(send(body, PLATFORM.headers(body, Instant.now())).reason()).isEqualTo("UNKNOWN_OUT_TRADE_NO");
    }

    private String count(String reason) {
        return sandbox.text("/q/metrics")
                .lines()
                .filter(line -> line.startsWith("wallet_notifications_total") && line.contains(reason))
                .findFirst()
                .orElse("");
    }

    private Answer send(String text, Map<String, String> headers) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v1/notifications/weixin-pay"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(text));
        headers.forEach(request::header);
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(
                    response.statusCode(),
                    json.readTree(response.body()).path("message").asText());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
