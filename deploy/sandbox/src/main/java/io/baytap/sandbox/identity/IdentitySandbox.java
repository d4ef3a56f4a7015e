package io.baytap.sandbox.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The identity provider, listening on loopback until it is closed. Safe for concurrent use. */
public final class IdentitySandbox implements AutoCloseable {

    private static final int BODY_MAX = 16 * 1024;

    private final ObjectMapper json = new ObjectMapper();
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final LoginDesk logins;
    private final TokenDesk tokens;

    private IdentitySandbox(IdentityConfig config) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), config.port()), 0);
        var grants = new Grants();
        var signer = new TokenSigner();
        logins = new LoginDesk(config, grants);
        tokens = new TokenDesk(config, grants, signer, url());
        serve("/.well-known/openid-configuration", "GET", _ -> answer(200, metadata()));
        serve("/jwks", "GET", _ -> answer(200, signer.keys()));
        serve(
                "/authorize",
                "GET",
                call -> logins.page(Form.read(call.getRequestURI().getRawQuery())));
        serve("/choose", "POST", call -> logins.choose(Form.read(body(call))));
        serve("/token", "POST", call -> {
            TokenDesk.Answer said = tokens.answer(
                    Form.read(body(call)), call.getRequestHeaders().getFirst("Authorization"));
            return answer(said.status(), said.members());
        });
        serve(
                "/logout",
                "GET",
                call -> logins.logout(Form.read(call.getRequestURI().getRawQuery())));
        server.setExecutor(threads);
        server.start();
    }

    /**
     * Starts; the port is open when this returns.
     *
     * @throws UncheckedIOException if the port is taken
     */
    public static IdentitySandbox start(IdentityConfig config) {
        try {
            return new IdentitySandbox(config);
        } catch (IOException e) {
            throw new UncheckedIOException("identity sandbox on port " + config.port(), e);
        }
    }

    /** The issuer: {@code http://127.0.0.1:<port>}. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** From now on people logged in that long before they did. */
    public void dateLoginsBack(Duration by) {
        logins.dateBack(by);
    }

    /** Nobody's login can be refreshed any more. */
    public void endAllLogins() {
        logins.endAll();
    }

    /** A bearer token of a person, as if they had logged in. */
    public String token(Person person) {
        return tokens.token(person);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private Map<String, Object> metadata() {
        return Metadata.of(url());
    }

    private interface Desk {
        Reply reply(HttpExchange call) throws IOException;
    }

    private Reply answer(int status, Map<String, Object> members) {
        try {
            return new Reply(status, "application/json", json.writeValueAsString(members), null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve(String path, String method, Desk desk) {
        server.createContext(path, call -> {
            try (call) {
                boolean known = call.getRequestMethod().equals(method)
                        && call.getRequestURI().getPath().equals(path);
                Reply reply = known ? desk.reply(call) : new Reply(404, "text/plain", "no such page", null);
                byte[] bytes = reply.body().getBytes(UTF_8);
                call.getResponseHeaders().set("Content-Type", reply.type() + "; charset=utf-8");
                call.getResponseHeaders().set("Cache-Control", "no-store");
                call.getResponseHeaders().set("Referrer-Policy", "no-referrer");
                if (reply.location() != null) {
                    call.getResponseHeaders().set("Location", reply.location());
                }
                call.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
                call.getResponseBody().write(bytes);
            }
        });
    }

    private static String body(HttpExchange call) throws IOException {
        return new String(call.getRequestBody().readNBytes(BODY_MAX), UTF_8);
    }
}
