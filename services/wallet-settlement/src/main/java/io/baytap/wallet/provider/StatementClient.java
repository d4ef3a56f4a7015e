package io.baytap.wallet.provider;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.baytap.wallet.domain.Notifications.Doubt;
import io.baytap.wallet.domain.Notifications.Signed;
import io.baytap.wallet.domain.reconciliation.Fetched;
import io.baytap.wallet.domain.reconciliation.ProviderBooks;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Fetches statements and batches, WeChat Pay v3 (global). A statement's signature is over its SHA-1, and the SHA-1 over
 * the bytes; both must hold. Statements are large and few: they go over connections of their own.
 */
public final class StatementClient implements ProviderBooks {

    /** As the provider spells dates: {@code 20260409}. */
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

    private static final int OK = 200;
    private static final Duration CONNECT_MAX = Duration.ofSeconds(2);

    /** A statement of a million lines takes its time. */
    private static final Duration ANSWER_MAX = Duration.ofMinutes(2);

    private final ProviderAccess access;
    private final Seal seal;
    private final ObjectMapper json;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT_MAX).build();

    StatementClient(ProviderAccess access, Seal seal, ObjectMapper json) {
        this.access = access;
        this.seal = seal;
        this.json = json;
    }

    @Override
    public Fetched statement(LocalDate day) {
        return get("/v3/global/statements?date=" + DAY.format(day) + "&sp_mchid=" + access.spMchid(), true);
    }

    @Override
    public Fetched batches(String merchant, LocalDate settlementDate, int offset, int limit) {
        String date = DAY.format(settlementDate);
        return get(
                "/v3/global/settle/settlements?sub_mchid=" + merchant + "&settle_state=SETTLED&settle_start_date="
                        + date + "&settle_end_date=" + date + "&limit=" + limit + "&offset=" + offset,
                false);
    }

    private Fetched get(String target, boolean isStatement) {
        var request = HttpRequest.newBuilder(access.url().resolve(target))
                .header("Authorization", seal.authorization("GET", target, ""))
                .header("Accept", "*/*")
                .timeout(ANSWER_MAX)
                .build();
        try {
            var response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            return isStatement && response.statusCode() == OK ? statement(response) : answer(response);
        } catch (IOException e) {
            return new Fetched.NotYet("UNREACHABLE: " + e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Fetched.NotYet("INTERRUPTED");
        }
    }

    private Fetched statement(HttpResponse<byte[]> response) {
        String told = header(response, "Wechatpay-Statement-Sha1");
        Optional<Doubt> doubt = doubt(response, "{\"sha1\":\"" + told + "\"}");
        if (doubt.isPresent()) {
            return new Fetched.Refused(doubt.get().name());
        }
        String computed = HexFormat.of().formatHex(sha1().digest(response.body()));
        return computed.equalsIgnoreCase(told)
                ? new Fetched.Text(text(response))
                : new Fetched.Refused("SHA1_DIFFERS: the header says " + told + ", the content is " + computed);
    }

    private Fetched answer(HttpResponse<byte[]> response) {
        String body = text(response);
        Optional<Doubt> doubt = doubt(response, body);
        if (doubt.isPresent()) {
            return new Fetched.Refused(doubt.get().name());
        }
        if (response.statusCode() == OK) {
            return new Fetched.Text(body);
        }
        String code = code(body);
        return code.equals("NO_STATEMENT_EXIST") ? new Fetched.Nothing() : new Fetched.NotYet(code);
    }

    private Optional<Doubt> doubt(HttpResponse<byte[]> response, String signedBody) {
        return seal.doubt(new Signed(
                header(response, "Wechatpay-Timestamp"),
                header(response, "Wechatpay-Nonce"),
                header(response, "Wechatpay-Serial"),
                header(response, "Wechatpay-Signature"),
                signedBody));
    }

    private String code(String body) {
        try {
            return json.readTree(body).path("code").asText("NO_CODE");
        } catch (JsonProcessingException _) {
            return "NOT_JSON";
        }
    }

    private static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    private static String header(HttpResponse<byte[]> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-1", e);
        }
    }
}
