package io.baytap.bench;

import io.baytap.sandbox.day.PlannedGate;
import io.baytap.sandbox.gates.CodeIssuer;
import io.baytap.sandbox.gates.GateLink;
import io.baytap.sandbox.gates.SigningKey;
import io.baytap.sandbox.provider.Scheme;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Gates that send signed taps as fast as they are answered. All signing is done before. Every rider taps twice with one code, as
 * one does who enters and leaves within the hour.
 */
public final class IntakeLoad implements AutoCloseable {

    private static final List<Scheme> SCHEMES = List.of(Scheme.WEIXIN_PAY, Scheme.WECHAT_PAY_HK);
    private static final String ACCEPTED = "\"ACCEPTED\"";

    /**
     * How taps are sent.
     *
     * @param atOnce requests under way
     * @param riders so many tap again and again; 0: everybody taps in and out once
     */
    public record Shape(String path, String contentType, int tapsPerRequest, int atOnce, int riders) {

        /** What gates send that were away for a while. */
        public static final Shape BATCHES = new Shape("/v1/taps/batch", "application/x-ndjson", 100, 32, 0);

        /** The same of riders whose codes were proven before. */
        public static final Shape KNOWN = new Shape("/v1/taps/batch", "application/x-ndjson", 100, 32, 1_000);

        /** What connected gates send. */
        public static final Shape SINGLE = new Shape("/v1/taps", "application/json", 1, 64, 0);
    }

    private final Shape shape;
    private final GateLink link;
    private final List<PlannedGate> gates;
    private final Instant sentAt;
    private long nextSequence = 1;

    /** With gates that are registered, active and at a fixed place. */
    public IntakeLoad(Shape shape, URI tapIngest, List<PlannedGate> gates, Instant sentAt) {
        this.link = new GateLink(tapIngest, shape.atOnce(), shape.path());
        this.shape = shape;
        this.gates = gates;
        this.sentAt = sentAt;
    }

    /** Taps, ready to be sent. */
    public List<GateLink.SignedBatch> prepare(int taps) {
        List<String> codes = shape.riders() > 0 ? codes(0, shape.riders()) : codes(nextSequence, (taps + 1) / 2);
        List<GateLink.SignedBatch> requests = new ArrayList<>();
        for (int from = 0; from < taps; from += shape.tapsPerRequest()) {
            String gate = gates.get(requests.size() % gates.size()).gateId();
            byte[] body = IntStream.range(from, Math.min(taps, from + shape.tapsPerRequest()))
                    .mapToObj(tap -> tap(codes.get(tap % codes.size()), tap / codes.size() % 2 == 0 ? "ENTRY" : "EXIT"))
                    .collect(Collectors.joining())
                    .getBytes(StandardCharsets.UTF_8);
            requests.add(link.signed(gate, SigningKey.of("gate " + gate), sentAt, shape.contentType(), body));
        }
        return requests;
    }

    /**
     * Returns when all are acknowledged, with the number of accepted taps.
     *
     * @throws Exception if a request is refused
     */
    public long send(List<GateLink.SignedBatch> requests) throws Exception {
        return Jobs.run(requests.size(), shape.atOnce(), number -> {
            GateLink.Answer answer = link.send(requests.get(number));
            if (answer.status() != 202) {
                throw new IllegalStateException("answered with " + answer.status() + ": " + answer.body());
            }
            return (long) answer.body().split(ACCEPTED, -1).length - 1;
        });
    }

    private List<String> codes(long first, int riders) {
        return IntStream.range(0, riders)
                .mapToObj(rider -> code(
                        SCHEMES.get(rider % SCHEMES.size()),
                        "bench." + shape.tapsPerRequest() + "." + shape.riders() + "." + (first + rider)))
                .toList();
    }

    private String code(Scheme scheme, String account) {
        return CodeIssuer.of(scheme)
                .issue(account, sentAt.minus(Duration.ofMinutes(10)), sentAt.plus(Duration.ofHours(1)));
    }

    private String tap(String code, String direction) {
        return "{\"sequence\":%d,\"occurredAt\":\"%s\",\"direction\":\"%s\",\"riderCode\":\"%s\"}\n"
                .formatted(nextSequence++, sentAt.minusMillis(1), direction, code);
    }

    @Override
    public void close() {
        link.close();
    }
}
