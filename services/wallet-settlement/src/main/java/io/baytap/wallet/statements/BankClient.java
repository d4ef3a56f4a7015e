package io.baytap.wallet.statements;

import io.baytap.wallet.domain.reconciliation.Fetched;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;

/**
 * Fetches camt.053 and camt.054 documents: {@code GET <url>/accounts/<account>/statements/<day>}, 404 while the day is not
 * closed, and {@code …/notifications/<day>}, 404 while there is nothing. Who is asked is who answers: use https, or a gateway on the same host.
 */
public final class BankClient {

    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final Duration CONNECT_MAX = Duration.ofSeconds(2);
    private static final Duration ANSWER_MAX = Duration.ofMinutes(1);

    private final URI url;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT_MAX).build();

    /** @param url ends before {@code /accounts} */
    public BankClient(URI url) {
        this.url = URI.create(url.toString().replaceFirst("/+$", ""));
    }

    Fetched statement(String account, LocalDate day) {
        return fetch(account, "statements", day);
    }

    Fetched notifications(String account, LocalDate day) {
        return fetch(account, "notifications", day);
    }

    private Fetched fetch(String account, String what, LocalDate day) {
        var request = HttpRequest.newBuilder(URI.create(url + "/accounts/" + account + "/" + what + "/" + day))
                .timeout(ANSWER_MAX)
                .build();
        try {
            var response = http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            return switch (response.statusCode()) {
                case OK -> new Fetched.Text(response.body());
                case NOT_FOUND -> new Fetched.Nothing();
                default -> new Fetched.NotYet("STATUS_" + response.statusCode());
            };
        } catch (IOException e) {
            return new Fetched.NotYet("UNREACHABLE: " + e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Fetched.NotYet("INTERRUPTED");
        }
    }
}
