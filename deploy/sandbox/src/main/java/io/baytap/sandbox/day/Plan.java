package io.baytap.sandbox.day;

import io.baytap.sandbox.gates.GateLink;
import io.baytap.sandbox.gates.SigningKey;
import io.baytap.sandbox.published.PublishedRoute;
import io.baytap.sandbox.reference.Registration;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A prepared day: register it, replay it, and compare what came out with {@link #expected}. */
public final class Plan {

    private static final Duration REGISTRATION_MAX = Duration.ofSeconds(60);
    private static final Duration ASK_AGAIN = Duration.ofMillis(100);

    private final Instant dayStart;
    private final List<PublishedRoute> routes;
    private final List<PlannedGate> gates;
    private final List<Batch> batches;
    private final ExpectedDay expected;

    Plan(
            Instant dayStart,
            List<PublishedRoute> routes,
            List<PlannedGate> gates,
            List<Batch> batches,
            ExpectedDay expected) {
        this.dayStart = dayStart;
        this.routes = routes;
        this.gates = gates;
        this.batches = batches;
        this.expected = expected;
    }

    /** What should come out. */
    public ExpectedDay expected() {
        return expected;
    }

    /** The gates that are registered, in the order of their ids. */
    public List<PlannedGate> gates() {
        return gates;
    }

    /** All published routes. */
    List<PublishedRoute> routes() {
        return routes;
    }

    /** In the order of sending. */
    List<Batch> batches() {
        return batches;
    }

    /** Taps in all requests of the day, resends and attacks included. */
    public long taps() {
        return batches.stream().mapToLong(batch -> batch.taps().size()).sum();
    }

    /** Once all of the day's taps are in, time can be moved here. */
    public Instant end() {
        return batches.getLast().sentAt();
    }

    /**
     * Publishes routes, issuers, contracts and gates, and tells the provider how to behave. All of it is acknowledged when this
     * returns; may be repeated.
     *
     * @param kafka bootstrap servers
     * @param registryUrl of the schema registry, with {@code /apis/registry/v3}; the schemas must be registered
     * @param provider where the provider sandbox listens
     * @throws IOException if Kafka, the registry or the provider refuses or does not answer
     */
    public void register(String kafka, String registryUrl, URI provider) throws IOException, InterruptedException {
        try (var registration = new Registration(kafka, registryUrl, dayStart.minus(Duration.ofDays(1)))) {
            registration.routes(routes);
            registration.issuers();
            registration.contracts(provider, expected.riders());
            registration.cardRates(provider, expected.cardRates());
            // Last: a gate that is known proves that the rest was there before.
            registration.gates(gates);
        }
    }

    /** Replays the day with the usual settings. */
    public ReplayResult replay(URI tapIngest, Progress progress) throws IOException, InterruptedException {
        return replay(tapIngest, progress, ReplaySettings.usual());
    }

    /**
     * Sends the day. Waits first until tap-ingest knows the gates.
     *
     * @param tapIngest where tap-ingest listens
     * @throws IOException if tap-ingest does not come to know the gates within a minute
     */
    public ReplayResult replay(URI tapIngest, Progress progress, ReplaySettings settings)
            throws IOException, InterruptedException {
        try (var link = new GateLink(tapIngest, settings.concurrency())) {
            awaitRegistration(link);
            return new Replay(link, progress, settings).run(batches);
        }
    }

    /** The gate that was registered last sends nothing, until it is let in. */
    private void awaitRegistration(GateLink link) throws IOException, InterruptedException {
        String last = gates.getLast().gateId();
        long deadline = System.nanoTime() + REGISTRATION_MAX.toNanos();
        var never = new CountDownLatch(1);
        while (!isLetIn(link, last)) {
            if (System.nanoTime() > deadline) {
                throw new IOException("tap-ingest does not know gate " + last + " after " + REGISTRATION_MAX);
            }
            boolean _ = never.await(ASK_AGAIN.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private boolean isLetIn(GateLink link, String gateId) throws InterruptedException {
        try {
            int status = link.send(gateId, SigningKey.of("gate " + gateId), dayStart, new byte[] {'[', ']'})
                    .status();
            return status != 401 && status != 429 && status < 500;
        } catch (IOException e) {
            return false;
        }
    }
}
