package io.baytap.fx.fetch;

import io.baytap.fx.domain.RateSheet;
import io.baytap.fx.domain.RateSheet.Reading;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;

/**
 * A publisher's table behind a URL.
 *
 * @param name in whose name its rates are published
 */
public record HttpSource(String name, URI url, RateSheet sheet, HttpClient http) {

    /** The ECB's whole history is 1.5 MB. */
    static final int BODY_MAX = 8 << 20;

    private static final Duration ANSWER_MAX = Duration.ofSeconds(20);

    /** What came of asking. */
    sealed interface Answer {
        record Read(Reading reading) implements Answer {}

        record Unreachable(String why) implements Answer {}
    }

    Answer ask(Instant now) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(url).timeout(ANSWER_MAX).build();
        try {
            HttpResponse<InputStream> response = http.send(request, BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                if (response.statusCode() != 200) {
                    return new Answer.Unreachable("it answers " + response.statusCode());
                }
                byte[] content = body.readNBytes(BODY_MAX + 1);
                return content.length > BODY_MAX
                        ? new Answer.Unreachable("it sends more than " + BODY_MAX + " bytes")
                        : new Answer.Read(sheet.read(new ByteArrayInputStream(content), now));
            }
        } catch (IOException e) {
            return new Answer.Unreachable(e.toString());
        }
    }
}
