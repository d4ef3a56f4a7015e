package io.baytap.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.baytap.sandbox.identity.Person;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the console shows of the other services, asked of all of them as they run. */
final class ConsoleCheck {

    private static final int SEE_OTHER = 303;
    private static final Pattern PROPOSAL = Pattern.compile("data-proposal=\"([^\"]+)\"");

    private final Line line;

    ConsoleCheck(Line line) {
        this.line = line;
    }

    /**
     * Central to Tsim Sha Tsui is HKD 10.60. At 7.9948 / 9.1685, published on 8 April at 22:00, that is CNY 9.24, and half a
     * percent of spread is CNY 0.05.
     */
    void compare(LocalDate day) {
        assertThat(get("/advice?operator=MTR&route=MTR:heavy-rail&from=Central&to=Tsim%20Sha%20Tsui&wallet=WEIXIN_PAY"
                        + "&at=2026-04-08T23:00&lang=en"))
                .contains("data-testid=\"fare\" data-minor=\"1060\"", "data-testid=\"debit\" data-minor=\"929\"");
        assertThat(get("/money?day=" + day))
                .contains("data-testid=\"rate-HKD/CNY-mid\"", "data-testid=\"deal-HKD/CNY-")
                .doesNotContain("-unavailable\"");
        assertThat(get("/line?day=" + day)).doesNotContain("-unavailable\"");
        assertThat(get("/money/days/" + day + "/pain.001.xml")).contains("pain.001.001.09");
        assertThat(get("/money/days/" + day + "/batches.csv")).contains("MTR");
        aRide(debited(day));
    }

    /** A ride that a wallet was debited for. */
    private String debited(LocalDate day) {
        for (JsonNode journey : line.reported("/v1/trace?id=MTR:HKD:" + day).path("journeys")) {
            if (get("/trace/" + journey.asText()).contains("data-step=\"charged\"")) {
                return journey.asText();
            }
        }
        throw new AssertionError("no ride of " + day + " was debited");
    }

    /** A ride down to the bank line; what a helper proposes of it, finance rejects, so that no figure changes. */
    private void aRide(String journey) {
        String ride = "/trace/" + journey;
        assertThat(get(ride))
                .contains("-journal-0\"", "data-step=\"charge\"", "data-step=\"bank\"")
                .doesNotContain("books-unavailable");

        assertThat(post(Person.HANA, ride + "/proposals", "kind=CORRECTION&amount=0.10&reason=a+test"))
                .isEqualTo(SEE_OTHER);

        String proposed = get(ride);
        assertThat(proposed).contains("data-state=\"PENDING\"", "hana");
        Matcher id = PROPOSAL.matcher(proposed);
        assertThat(id.find()).isTrue();
        assertThat(post(Person.FIONA, ride + "/proposals/" + id.group(1) + "/rejection", ""))
                .isEqualTo(SEE_OTHER);
        assertThat(get(ride)).contains("data-state=\"REJECTED\"", "fiona");
    }

    private int post(Person person, String path, String form) {
        try (HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            return http.send(
                            HttpRequest.newBuilder(line.url(LineService.CROSS_BORDER_REPORTING)
                                            .resolve(path))
                                    .header("Authorization", "Bearer " + line.token(person))
                                    .header("Content-Type", "application/x-www-form-urlencoded")
                                    .POST(HttpRequest.BodyPublishers.ofString(form))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String get(String path) {
        return new String(
                line.http()
                        .getBytes(line.url(LineService.CROSS_BORDER_REPORTING).resolve(path), line.auditor()),
                StandardCharsets.UTF_8);
    }
}
