package io.baytap.sandbox.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonObject;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.wechat.pay.java.core.certificate.InMemoryCertificateProvider;
import com.wechat.pay.java.core.cipher.AeadAesCipher;
import com.wechat.pay.java.core.cipher.RSAVerifier;
import com.wechat.pay.java.core.notification.NotificationParser;
import com.wechat.pay.java.core.notification.RequestParam;
import com.wechat.pay.java.core.util.PemUtil;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The provider's own library verifies and opens the callbacks. */
class CallbackTest {

    @TempDir
    static Path keys;

    private final Queue<JsonObject> received = new ConcurrentLinkedQueue<>();
    private final Queue<Integer> answers = new ConcurrentLinkedQueue<>();
    private HttpServer receiver;
    private ProviderSandbox sandbox;
    private NotificationParser parser;

    @BeforeEach
    void start() throws IOException {
        sandbox = ProviderSandbox.start(ProviderConfig.at(keys).withLateAfter(Duration.ofMillis(50)));
        Path folder = keys.resolve("weixin-pay");
        var certificate =
                PemUtil.loadX509FromPath(folder.resolve("platform-cert.pem").toString());
        parser = new NotificationParser(
                Map.of(
                        "WECHATPAY2-SHA256-RSA2048",
                        new RSAVerifier(new InMemoryCertificateProvider(List.of(certificate)))),
                Map.of("AEAD_AES_256_GCM", new AeadAesCipher(Files.readAllBytes(folder.resolve("api-v3-key.txt")))));
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", this::receive);
        receiver.start();
    }

    @AfterEach
    void stop() {
        sandbox.close();
        receiver.stop(0);
    }

    @Test
    void aLateDebitIsToldOnceAndOnlyWhenItIsDone() throws IOException {
        debit(Behaviour.LATE);

        await().until(() -> !received.isEmpty());

        assertThat(received).singleElement().satisfies(told -> {
            assertThat(told.get("out_trade_no").getAsString()).isEqualTo("t1");
            assertThat(told.get("trade_state").getAsString()).isEqualTo("SUCCESS");
        });
    }

    @Test
    void aCallbackCanComeTwice() throws IOException {
        debit(Behaviour.TWICE);

        await().until(() -> received.size() == 2);

        assertThat(received.poll()).isEqualTo(received.poll());
    }

    @Test
    void aCallbackThatIsNotTakenComesAgain() throws IOException {
        answers.add(500);

        debit(Behaviour.LATE);

        await().until(() -> received.size() == 2);
    }

    private void debit(Behaviour behaviour) throws IOException {
        String contract = sandbox.sign(Scheme.WEIXIN_PAY, "a1").contractId();
        sandbox.behave(contract, behaviour);
        String url = "http://127.0.0.1:" + receiver.getAddress().getPort() + "/v1/notifications/weixin-pay";
        new Merchant(sandbox.url(), keys, Scheme.WEIXIN_PAY)
                .post("/v3/global/papay/transactions", Merchant.debit("t1", contract, 888, "CNY", url));
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            var headers = exchange.getRequestHeaders();
            var parameters = new RequestParam.Builder()
                    .serialNumber(headers.getFirst("Wechatpay-Serial"))
                    .nonce(headers.getFirst("Wechatpay-Nonce"))
                    .timestamp(headers.getFirst("Wechatpay-Timestamp"))
                    .signature(headers.getFirst("Wechatpay-Signature"))
                    .body(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8))
                    .build();
            received.add(parser.parse(parameters, JsonObject.class));
            Integer status = answers.poll();
            exchange.sendResponseHeaders(status == null ? 204 : status, -1);
        }
    }
}
