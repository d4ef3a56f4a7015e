package io.baytap.bench.taps;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** A process that takes taps as tap-ingest does, but only parses them and lets Kafka have a record for each. */
final class BareEndpoint implements Callable<Integer> {

    private static final String HOST = "127.0.0.1";

    /** As tap-ingest's. */
    private static final int BATCH_BYTES = 128 * 1024;

    @Option(names = "--kafka", required = true)
    private String kafka = "";

    @Option(names = "--topic", required = true)
    private String topic = "";

    @Option(names = "--port", required = true)
    private int port;

    @Option(names = "--linger-ms", required = true)
    private long lingerMillis;

    @Option(names = "--bytes", required = true, description = "of a record, key and value")
    private int bytes;

    /** Runs until it is ended. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new BareEndpoint()).execute(arguments));
    }

    @Override
    public Integer call() throws InterruptedException {
        Vertx vertx = Vertx.vertx();
        try (var producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        kafka,
                        "acks",
                        "all",
                        "enable.idempotence",
                        true,
                        "linger.ms",
                        lingerMillis,
                        "batch.size",
                        BATCH_BYTES),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            var options =
                    new DeploymentOptions().setInstances(Runtime.getRuntime().availableProcessors());
            vertx.deployVerticle(() -> new Listener(port, new BareIntake(producer, topic, bytes)), options);
            new CountDownLatch(1).await();
        }
        return 0;
    }

    /** One event loop's. */
    private static final class Listener extends AbstractVerticle {

        private final int port;
        private final BareIntake intake;

        Listener(int port, BareIntake intake) {
            this.port = port;
            this.intake = intake;
        }

        @Override
        public void start() {
            var _ = vertx.createHttpServer().requestHandler(this::take).listen(port, HOST);
        }

        private void take(HttpServerRequest request) {
            request.body()
                    .compose(body -> intake.take(body.getBytes()))
                    .onSuccess(answer -> request.response()
                            .setStatusCode(202)
                            .putHeader("Content-Type", "application/json")
                            .end(answer))
                    .onFailure(failure -> request.response().setStatusCode(500).end(String.valueOf(failure)));
        }
    }
}
