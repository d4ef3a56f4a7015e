package io.baytap.sandbox.provider;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Both wallet providers on one loopback port. Speaks WeChat Pay v3 (global): verifies our signatures, signs its own answers
 * and callbacks; keeps its books in memory.
 *
 * <p>Safe for concurrent use. {@link #close} drops open connections and pending callbacks at once.
 */
public final class ProviderSandbox implements AutoCloseable {

    static {
        // Head and body of an answer are two writes; without this each answer waits for a delayed acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        System.setProperty("sun.net.httpserver.maxIdleConnections", "1000");
    }

    private final HttpServer server;
    private final ExecutorService workers;
    private final ProviderHandler handler;
    private final Callbacks callbacks;
    private final ControlDesk control;
    private final Providers providers;
    private final Clock clock;

    private ProviderSandbox(ProviderConfig config) throws IOException {
        clock = config.clock();
        providers = Providers.open(config);
        callbacks = new Callbacks(clock);
        control = new ControlDesk(providers, callbacks, clock);
        var desks = new ProviderHandler.Desks(
                new DebitDesk(clock),
                new Notices(callbacks, config.alwaysCallBack(), config.lateAfter(), clock),
                new RefundDesk(clock),
                new ContractDesk(clock),
                new CertificateDesk(),
                control);
        handler = new ProviderHandler(new Gatekeeper(providers, clock), desks, config.hang());
        workers = Executors.newVirtualThreadPerTaskExecutor();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), config.port()), 1024);
        server.setExecutor(workers);
        server.createContext("/", handler);
    }

    /**
     * Starts; the key material is in place and the port open when this returns.
     *
     * @throws UncheckedIOException if the port is taken or the key folder cannot be used
     */
    public static ProviderSandbox start(ProviderConfig config) {
        try {
            var sandbox = new ProviderSandbox(config);
            sandbox.server.start();
            return sandbox;
        } catch (IOException e) {
            throw new UncheckedIOException("provider sandbox on port " + config.port(), e);
        }
    }

    /** Where it listens, without a path: {@code http://127.0.0.1:<port>}. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Signs a contract for the account, or finds the one that stands. */
    public Contract sign(Scheme scheme, String account) {
        return providers.of(scheme).ledger().sign(account, clock.instant());
    }

    /** From now on the first attempt of each debit of the contract is treated so. */
    public void behave(String contractId, Behaviour behaviour) {
        control.behave(contractId, behaviour);
    }

    /** What was debited, refunded and declined, per contract. */
    public List<ContractBook> books() {
        return control.books();
    }

    @Override
    public void close() {
        handler.close();
        callbacks.close();
        server.stop(0);
        workers.shutdownNow();
    }
}
