package io.baytap.sandbox.provider;

import static io.baytap.sandbox.provider.Merchant.debit;
import static io.baytap.sandbox.provider.Merchant.refund;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonParser;
import com.wechat.pay.java.core.Config;
import com.wechat.pay.java.core.RSAConfig;
import com.wechat.pay.java.core.exception.ServiceException;
import com.wechat.pay.java.core.http.HttpHeaders;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The provider's own library signs the questions and judges the signatures of the answers. */
class StatementTest {

    private static final String STATEMENT = "/v3/global/statements?date=20260409&sp_mchid=1900000100";
    private static final String NOWHERE = "http://127.0.0.1:1/none";

    @TempDir
    static Path keys;

    private final ProviderSandbox sandbox = ProviderSandbox.start(ProviderConfig.at(keys));
    private final HttpClient http = HttpClient.newHttpClient();
    private final Config config = config();

    @BeforeEach
    void trade() throws IOException {
        var merchant = new Merchant(sandbox.url(), keys, Scheme.WEIXIN_PAY);
        String contract = sandbox.sign(Scheme.WEIXIN_PAY, "a1").contractId();
        String poor = sandbox.sign(Scheme.WEIXIN_PAY, "a2").contractId();
        sandbox.behave(poor, Behaviour.DECLINE);
        assertThat(sandbox.tell(Instant.parse("2026-04-09T00:00:00Z"))).isTrue();
        merchant.post("/v3/global/papay/transactions", debit("t1", contract, 888, "CNY", NOWHERE));
        assertThat(put("/sandbox/v1/clock", "{\"now\":\"2026-04-09T12:00:00+08:00\"}"))
                .isEqualTo(200);
        merchant.post("/v3/global/refunds", refund("r1", "t1", 300, 888, "CNY"));
        try {
            merchant.post("/v3/global/papay/transactions", debit("t2", poor, 999, "CNY", NOWHERE));
        } catch (ServiceException declined) {
            assertThat(declined.getResponseBody()).contains("NOT_ENOUGH");
        }
    }

    @AfterEach
    void stop() {
        http.close();
        sandbox.close();
    }

    @Test
    void aStatementIsSignedOverItsDigestAndListsWhatMovedByTheProvidersClock() throws Exception {
        sandbox.tell(Instant.parse("2026-04-10T01:00:00Z"));

        HttpResponse<String> answer = get(STATEMENT);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/plain; charset=utf-8");
        String sha1 = answer.headers().firstValue("Wechatpay-Statement-Sha1").orElseThrow();
        assertThat(sha1)
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-1")
                                .digest(answer.body().getBytes(StandardCharsets.UTF_8))));
        assertThat(isGenuine(answer, "{\"sha1\":\"" + sha1 + "\"}")).isTrue();
        assertThat(isGenuine(answer, answer.body())).as("not over the body").isFalse();
        assertThat(answer.body().lines()).hasSize(5);
        assertThat(answer.body())
                .contains("`2026-04-09 08:00:00,", ",`8.88,", "`2026-04-09 12:00:00,", ",`3.00,")
                .doesNotContain("`t2,");
    }

    @Test
    void aRefusalAndAPageOfSettlementsAreSignedOverTheirBody() throws Exception {
        HttpResponse<String> creating = get(STATEMENT);
        sandbox.tell(Instant.parse("2026-04-10T01:00:00Z"));
        HttpResponse<String> settled = get("/v3/global/settle/settlements?settle_state=SETTLED&limit=20&offset=0");

        assertThat(creating.body()).contains("STATEMENT_CREATING");
        assertThat(isGenuine(creating, creating.body())).isTrue();
        assertThat(isGenuine(settled, settled.body())).isTrue();
        JsonArray batches =
                JsonParser.parseString(settled.body()).getAsJsonObject().getAsJsonArray("data");
        assertThat(batches).hasSize(1);
        assertThat(batches.get(0)
                        .getAsJsonObject()
                        .getAsJsonObject("amount")
                        .get("net")
                        .getAsLong())
                .isEqualTo(588);
    }

    @Test
    void whoDoesNotSignIsToldNothing() throws Exception {
        var unsigned = HttpRequest.newBuilder(sandbox.url().resolve(STATEMENT)).build();

        HttpResponse<String> answer = http.send(unsigned, BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("SIGN_ERROR");
    }

    @Test
    void thePayoutArrivesAtTheBankThatListensBeside() throws Exception {
        sandbox.tell(Instant.parse("2026-04-10T01:00:00Z"));
        URI endOfDay = sandbox.url().resolve("/bank/v1/end-of-day?day=2026-04-10");

        HttpResponse<String> closed = http.send(
                HttpRequest.newBuilder(endOfDay).POST(BodyPublishers.noBody()).build(), BodyHandlers.ofString());
        HttpResponse<String> statement = http.send(
                HttpRequest.newBuilder(sandbox.url().resolve("/bank/v1/accounts/808-100001-156/statements/2026-04-10"))
                        .build(),
                BodyHandlers.ofString());

        assertThat(closed.body()).contains("\"balance_minor\":588");
        assertThat(statement.headers().firstValue("Content-Type")).contains("application/xml; charset=utf-8");
        assertThat(statement.body()).contains("<EndToEndId>2026040919000001001230000109</EndToEndId>");
    }

    private HttpResponse<String> get(String target) throws IOException, InterruptedException {
        URI uri = sandbox.url().resolve(target);
        return http.send(
                HttpRequest.newBuilder(uri)
                        .header("Authorization", config.createCredential().getAuthorization(uri, "GET", ""))
                        .build(),
                BodyHandlers.ofString());
    }

    private int put(String path, String body) throws IOException {
        try {
            return http.send(
                            HttpRequest.newBuilder(sandbox.url().resolve(path))
                                    .PUT(BodyPublishers.ofString(body))
                                    .build(),
                            BodyHandlers.discarding())
                    .statusCode();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private boolean isGenuine(HttpResponse<String> answer, String signed) {
        var headers = new HttpHeaders();
        answer.headers().map().forEach((name, values) -> headers.addHeader(canonical(name), values.getFirst()));
        return config.createValidator().validate(headers, signed);
    }

    /** The library looks headers up as the provider writes them; the JDK's client may not keep that. */
    private static String canonical(String name) {
        var text = new StringBuilder();
        for (String word : name.split("-", -1)) {
            text.append(text.isEmpty() ? "" : "-")
                    .append(word.substring(0, 1).toUpperCase(Locale.ROOT))
                    .append(word.substring(1).toLowerCase(Locale.ROOT));
        }
        return text.toString();
    }

    private static Config config() {
        try {
            Path folder = keys.resolve(Scheme.WEIXIN_PAY.folder());
            var serials = new Properties();
            serials.load(new StringReader(Files.readString(folder.resolve("serials.properties"))));
            return new RSAConfig.Builder()
                    .merchantId(Scheme.WEIXIN_PAY.spMchid())
                    .privateKeyFromPath(folder.resolve("merchant-key.pem").toString())
                    .merchantSerialNumber(serials.getProperty("merchant-serial"))
                    .wechatPayCertificatesFromPath(
                            folder.resolve("platform-cert.pem").toString())
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
