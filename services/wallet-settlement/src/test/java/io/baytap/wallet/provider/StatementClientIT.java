package io.baytap.wallet.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.baytap.sandbox.provider.ProviderConfig;
import io.baytap.sandbox.provider.ProviderSandbox;
import io.baytap.schemas.Money;
import io.baytap.wallet.domain.Charge;
import io.baytap.wallet.domain.ChargeRules;
import io.baytap.wallet.domain.Conversion;
import io.baytap.wallet.domain.WalletScheme;
import io.baytap.wallet.domain.reconciliation.Fetched;
import io.baytap.wallet.domain.reconciliation.ProviderBooks;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The client against a provider with books, and somebody in between who changes what comes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StatementClientIT {

    private static final LocalDate DAY = LocalDate.parse("2126-04-09");

    private final Path keys = Path.of("target", "statement-keys");
    private final ProviderSandbox sandbox =
            ProviderSandbox.start(ProviderConfig.at(keys).withAnyContract());
    private final HttpClient http = HttpClient.newHttpClient();
    private UnaryOperator<String> body = text -> text;
    private UnaryOperator<String> sha1 = text -> text;
    private HttpServer between;
    private final Vertx vertx = Vertx.vertx();
    private ProviderBooks client;

    @BeforeAll
    void aDayWithADebit() throws IOException {
        between = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        between.createContext("/", this::forward);
        between.start();
        URI url = URI.create("http://127.0.0.1:" + between.getAddress().getPort());
        client = provider(url).books();
        sandbox.tell(Instant.parse("2126-04-09T02:00:00Z"));
        provider(sandbox.url()).debit(charge(), "C-1");
        sandbox.tell(Instant.parse("2126-04-10T02:00:00Z"));
    }

    @AfterAll
    void stop() {
        between.stop(0);
        vertx.close().toCompletionStage().toCompletableFuture().join();
        sandbox.close();
    }

    @Test
    void aGenuineStatementIsTaken() {
        body = text -> text;
        sha1 = text -> text;

        assertThat(client.statement(DAY))
                .isInstanceOfSatisfying(
                        Fetched.Text.class, text -> assertThat(text.text()).contains(",`9.30,"));
        assertThat(client.statement(DAY.minusDays(1))).isEqualTo(new Fetched.Nothing());
        assertThat(client.statement(DAY.plusDays(1))).isInstanceOf(Fetched.NotYet.class);
    }

    @Test
    void aStatementWithAnotherAmountIsRefused() {
        sha1 = text -> text;
        body = text -> text.replace("9.30", "9.31");

        assertThat(client.statement(DAY))
                .isInstanceOfSatisfying(
                        Fetched.Refused.class,
                        refused -> assertThat(refused.reason()).startsWith("SHA1_DIFFERS"));
    }

    @Test
    void aStatementWithAnotherHashIsRefused() {
        body = text -> text;
        sha1 = _ -> "da39a3ee5e6b4b0d3255bfef95601890afd80709";

        assertThat(client.statement(DAY)).isEqualTo(new Fetched.Refused("SIGNATURE_INVALID"));
    }

    @Test
    void batchesWithAnotherAmountAreRefused() {
        sha1 = text -> text;
        body = text -> text.replace("930", "931");

        assertThat(client.batches("1230000109", DAY.plusDays(1), 0, 10))
                .isEqualTo(new Fetched.Refused("SIGNATURE_INVALID"));
    }

    private WeChatPay provider(URI url) throws IOException {
        return new WeChatPay(access(url), new ObjectMapper(), InstantSource.system(), vertx);
    }

    private void forward(HttpExchange exchange) throws IOException {
        try (exchange) {
            var answer = http.send(
                    HttpRequest.newBuilder(sandbox.url()
                                    .resolve(exchange.getRequestURI().toString()))
                            .header(
                                    "Authorization",
                                    exchange.getRequestHeaders().getFirst("Authorization"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            answer.headers().map().forEach((name, values) -> {
                if (name.toLowerCase(Locale.ROOT).startsWith("wechatpay-")) {
                    exchange.getResponseHeaders()
                            .set(
                                    name,
                                    name.equalsIgnoreCase("Wechatpay-Statement-Sha1")
                                            ? sha1.apply(values.getFirst())
                                            : values.getFirst());
                }
            });
            byte[] bytes = body.apply(answer.body()).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.statusCode(), bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private ProviderAccess access(URI url) throws IOException {
        Path folder = keys.resolve("weixin-pay");
        var serials = new Properties();
        serials.load(new StringReader(Files.readString(folder.resolve("serials.properties"))));
        return new ProviderAccess(
                url,
                "1900000100",
                serials.getProperty("merchant-serial"),
                folder.resolve("merchant-key.pem"),
                folder.resolve("platform-cert.pem"),
                Files.readString(folder.resolve("api-v3-key.txt")).strip(),
                Map.of("MTR", "1230000109"),
                Set.of(),
                "",
                URI.create("http://127.0.0.1:1/v1/notifications/weixin-pay"),
                "4111",
                Duration.ofSeconds(10),
                Duration.ofMinutes(1),
                4);
    }

    private static Charge charge() {
        var conversion = new Conversion(
                "conversion:fare:1",
                Instant.EPOCH,
                "WEIXIN_PAY:1",
                WalletScheme.WEIXIN_PAY,
                "fare:1",
                "journey:1",
                "FARE",
                new Conversion.Place("MTR", "hong-kong", "HK"),
                LocalDate.EPOCH,
                Money.of(1_000, "HKD"),
                Money.of(930, "CNY"),
                Money.of(0, "CNY"));
        return ChargeRules.submit(ChargeRules.open(conversion, true), Money.of(0, "CNY"));
    }
}
