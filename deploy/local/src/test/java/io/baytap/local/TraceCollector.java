package io.baytap.local;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Receives spans by OTLP over HTTP, as a collector does, and keeps them. */
final class TraceCollector implements AutoCloseable {

    private static final int OK = 200;

    private final HttpServer server;
    private final List<TracedSpan> spans = new ArrayList<>();

    private TraceCollector(HttpServer server) {
        this.server = server;
    }

    static TraceCollector start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var collector = new TraceCollector(server);
            server.createContext("/v1/traces", collector::take);
            server.start();
            return collector;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Environment of services that send all taps' traces here. */
    Map<String, String> settingsOfTheTraced() {
        return Map.of(
                "QUARKUS_OTEL_SDK_DISABLED", "false",
                "QUARKUS_OTEL_EXPORTER_OTLP_ENDPOINT",
                        "http://127.0.0.1:" + server.getAddress().getPort(),
                "QUARKUS_OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf",
                "QUARKUS_OTEL_BSP_SCHEDULE_DELAY", "PT0.2S",
                "BAYTAP_TRACES_RATIO", "1");
    }

    /** What came so far. */
    synchronized List<TracedSpan> spans() {
        return List.copyOf(spans);
    }

    /**
     * The first span like this.
     *
     * @throws AssertionError if none comes, with the names of those that did
     */
    synchronized TracedSpan await(String what, Predicate<TracedSpan> wanted, Duration max) throws InterruptedException {
        long deadline = System.nanoTime() + max.toNanos();
        while (true) {
            for (TracedSpan span : spans) {
                if (wanted.test(span)) {
                    return span;
                }
            }
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                throw new AssertionError("no span: " + what + "; there are "
                        + spans.stream()
                                .map(span -> span.service() + " " + span.name() + " in " + span.traceId())
                                .toList());
            }
            wait(left);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            var request = ExportTraceServiceRequest.parseFrom(exchange.getRequestBody());
            keep(request);
            exchange.getResponseHeaders().set("Content-Type", "application/x-protobuf");
            exchange.sendResponseHeaders(OK, -1);
        }
    }

    private synchronized void keep(ExportTraceServiceRequest request) {
        for (ResourceSpans of : request.getResourceSpansList()) {
            String service = of.getResource().getAttributesList().stream()
                    .filter(attribute -> attribute.getKey().equals("service.name"))
                    .map(KeyValue::getValue)
                    .map(value -> value.getStringValue())
                    .findFirst()
                    .orElse("");
            of.getScopeSpansList()
                    .forEach(scope -> scope.getSpansList().forEach(span -> spans.add(new TracedSpan(service, span))));
        }
        notifyAll();
    }
}
