package io.baytap.sandbox.provider;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * HTTP on a loopback port. Vert.x, because the JDK's server rewrites the names of headers ({@code Wechatpay-signature}) and the
 * provider's own library looks for them as the provider writes them. Signatures are made off the event loop.
 */
final class ProviderServer implements AutoCloseable {

    private static final int BODY_MAX = 1 << 20;
    private static final Duration START_MAX = Duration.ofSeconds(30);
    private static final Duration CLOSE_MAX = Duration.ofSeconds(5);

    private final Vertx vertx =
            Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setWorkerPoolSize(1));
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final ProviderRoutes routes;
    private final Duration hang;
    private final HttpServer server;

    /**
     * Starts to listen.
     *
     * @throws IOException if the port is taken
     */
    ProviderServer(ProviderRoutes routes, int port, Duration hang) throws IOException {
        this.routes = routes;
        this.hang = hang;
        var options = new HttpServerOptions().setHost("127.0.0.1").setPort(port).setTcpNoDelay(true);
        server = vertx.createHttpServer(options).requestHandler(this::receive);
        try {
            var _ = server.listen()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(START_MAX.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            close();
            throw new IOException("cannot listen on port " + port, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            close();
            throw new IOException("interrupted", e);
        }
    }

    int port() {
        return server.actualPort();
    }

    private void receive(HttpServerRequest request) {
        var body = Buffer.buffer();
        request.handler(chunk -> {
            if (body.length() + chunk.length() > BODY_MAX) {
                request.connection().close();
            } else {
                body.appendBuffer(chunk);
            }
        });
        request.endHandler(_ -> workers.execute(() -> reply(request, body.toString())));
    }

    private void reply(HttpServerRequest request, String body) {
        var call = new ProviderRoutes.Call(
                request.method().name(), request.uri(), request.getHeader("Authorization"), body);
        var reply = routes.reply(call);
        if (reply.silent()) {
            long _ = vertx.setTimer(hang.toMillis(), _ -> request.connection().close());
        } else {
            var response = request.response().setStatusCode(reply.answer().status());
            response.putHeader("Content-Type", "application/json; charset=utf-8");
            reply.headers().forEach(response::putHeader);
            response.end(reply.answer().text());
        }
        reply.after().run();
    }

    @Override
    public void close() {
        workers.shutdownNow();
        try {
            var _ = vertx.close()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(CLOSE_MAX.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("cannot close the provider sandbox", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
