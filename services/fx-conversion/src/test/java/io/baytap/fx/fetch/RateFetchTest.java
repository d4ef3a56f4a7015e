package io.baytap.fx.fetch;

import static io.baytap.fx.domain.PublishedRates.APRIL_9;
import static io.baytap.fx.domain.PublishedRates.april8;
import static io.baytap.fx.domain.PublishedRates.book;
import static io.baytap.fx.domain.PublishedRates.publication;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.baytap.fx.domain.Leadership;
import io.baytap.fx.domain.RateBook;
import io.baytap.fx.domain.RateGuard;
import io.baytap.fx.domain.RatePublisher;
import io.baytap.fx.domain.Sifting;
import io.baytap.fx.domain.Sifting.Sieve;
import io.baytap.fx.ecb.EcbReferenceRates;
import io.baytap.fx.fetch.RateFetch.Outcome;
import io.baytap.schemas.BankCalendar;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rounds over real HTTP; what is published goes into the book at once. */
class RateFetchTest {

    private static final Instant NOW = publication(APRIL_9).plusSeconds(60);
    private static final String HEADER = "Date,USD,CNY,HKD\n";
    private static final String TABLE = HEADER + "2026-04-09,1.1685,7.9863,9.1551\n";

    private final RateBook rates = book(List.of(april8()));
    private final Map<String, String> pages = new HashMap<>();
    private final List<String> outcomes = new ArrayList<>();
    private final List<Sifting> published = new ArrayList<>();
    private final HttpClient http = HttpClient.newHttpClient();

    @SuppressWarnings("NullAway.Init") // before each test
    private HttpServer server;

    private boolean leads = true;
    private Duration interval = Duration.ZERO;
    private int terms;
    private boolean kafkaAway;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] body =
                    pages.getOrDefault(exchange.getRequestURI().getPath(), "").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(body.length == 0 ? 404 : 200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
        http.close();
    }

    @Test
    void theFirstThatIsBelievedServesAndTheNextIsNotAsked() throws InterruptedException {
        pages.put("/FIRST", TABLE);

        fetch("FIRST", "SECOND").round();

        assertThat(outcomes).containsExactly("FIRST NEW");
        assertThat(published.getFirst().accepted())
                .hasSize(3)
                .allSatisfy(rate -> assertThat(rate.source()).isEqualTo("FIRST"));
    }

    @Test
    void eachFaultLeadsToTheNextSource() throws InterruptedException {
        pages.put("/UNREAD", "<html>Sorry</html>");
        pages.put("/WRONG", HEADER + "2026-04-09,1.1685,79.863,9.1551\n");
        pages.put("/OLD", HEADER + "2026-04-01,1.1525,7.9495,9.0325\n");
        pages.put("/GOOD", TABLE);

        fetch("GONE", "UNREAD", "WRONG", "OLD", "GOOD", "NEVER").round();

        assertThat(outcomes)
                .containsExactly("GONE UNREACHABLE", "UNREAD UNREADABLE", "WRONG REFUSED", "OLD REFUSED", "GOOD NEW");
        assertThat(published.stream().flatMap(each -> each.refused().stream()))
                .extracting(each -> each.rate().source() + " " + each.reason().code())
                .containsOnly("WRONG OUTSIDE_BAND", "OLD TOO_OLD");
    }

    @Test
    void whatIsKnownIsNotPublishedAgainNorARefusalToldTwice() throws InterruptedException {
        pages.put("/WRONG", HEADER + "2026-04-09,1.1685,79.863,9.1551\n");
        pages.put("/GOOD", TABLE);
        RateFetch fetch = fetch("WRONG", "GOOD");

        fetch.round();
        fetch.round();

        assertThat(outcomes).containsExactly("WRONG REFUSED", "GOOD NEW", "WRONG REFUSED", "GOOD UNCHANGED");
        assertThat(published).hasSize(2);
    }

    @Test
    void whoDoesNotLeadAsksNobody() throws InterruptedException {
        leads = false;

        fetch("GOOD").round();

        assertThat(outcomes).isEmpty();
    }

    @Test
    void aLeaderAsksAgainAfterTheIntervalAndANewOneAtOnce() throws InterruptedException {
        pages.put("/GOOD", TABLE);
        interval = Duration.ofMinutes(10);
        RateFetch fetch = fetch("GOOD");
        fetch.round();
        fetch.round();

        leads = false;
        fetch.round();
        leads = true;
        fetch.round();

        assertThat(outcomes).containsExactly("GOOD NEW", "GOOD UNCHANGED");
    }

    @Test
    void aLeaderWhoWasPausedAndReplacedPublishesNothing() throws InterruptedException {
        pages.put("/GOOD", TABLE);
        RateFetch paused = fetch("GOOD");
        paused.round();
        RateFetch next = fetch("GOOD");
        next.round();

        pages.put("/GOOD", HEADER + "2026-04-09,1.1690,7.9863,9.1551\n");
        paused.round();

        assertThat(outcomes).containsExactly("GOOD NEW", "GOOD UNCHANGED", "GOOD NOT_STORED");
        assertThat(published).hasSize(1);
    }

    @Test
    void whoIsReplacedWhileItsTermBeginsPublishesNothing() throws InterruptedException {
        pages.put("/GOOD", TABLE);
        var answers = new ArrayDeque<>(List.of(true, false));

        fetch(answers::removeFirst, "GOOD").round();

        assertThat(outcomes).isEmpty();
        assertThat(published).isEmpty();
    }

    @Test
    void whatWasNotStoredIsPublishedByTheNextRound() throws InterruptedException {
        pages.put("/GOOD", TABLE);
        RateFetch fetch = fetch("GOOD", "NEVER");
        kafkaAway = true;
        fetch.round();
        kafkaAway = false;

        fetch.round();

        assertThat(outcomes).containsExactly("GOOD NOT_STORED", "GOOD NEW");
    }

    @Test
    void aTableBeyondMeasureIsNotReadToItsEnd() throws InterruptedException {
        pages.put("/HUGE", "x".repeat(HttpSource.BODY_MAX + 1));

        fetch("HUGE").round();

        assertThat(outcomes).containsExactly("HUGE UNREACHABLE");
    }

    /** The latest one publishes into the book at once. */
    private final class PaperTerm implements RatePublisher.Term {

        private final int number = ++terms;

        @Override
        public void publish(Sifting sifting) {
            if (kafkaAway || number < terms) {
                throw new RatePublisher.NotStored(new IOException("away, or over"));
            }
            published.add(sifting);
            sifting.accepted().forEach(rates::put);
        }

        @Override
        public void close() {}
    }

    private RateFetch fetch(String... names) {
        return fetch(() -> leads, names);
    }

    private RateFetch fetch(Leadership leadership, String... names) {
        return new RateFetch(
                Stream.of(names).map(this::source).toList(),
                leadership,
                new Sieve(new RateGuard(new BankCalendar("weekdays", Set.of()), 200), rates),
                PaperTerm::new,
                new RateFetch.Settings(
                        Clock.fixed(NOW, ZoneOffset.UTC),
                        interval,
                        Duration.ofDays(5),
                        (String source, Outcome outcome) -> outcomes.add(source + " " + outcome)));
    }

    private HttpSource source(String name) {
        URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/" + name);
        return new HttpSource(name, url, new EcbReferenceRates(name), http);
    }
}
