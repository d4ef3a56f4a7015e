package io.baytap.sandbox.provider;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.util.List;

/**
 * All wallet providers on one loopback port. Speaks WeChat Pay v3 (global): verifies our signatures, signs its own answers
 * and callbacks; keeps its books in memory.
 *
 * <p>Safe for concurrent use. {@link #close} drops open connections and pending callbacks at once.
 */
public final class ProviderSandbox implements AutoCloseable {

    private final ProviderServer server;
    private final Callbacks callbacks;
    private final ControlDesk control;
    private final Providers providers;
    private final Clock clock;

    private ProviderSandbox(ProviderConfig config) throws IOException {
        clock = config.clock();
        providers = Providers.open(config);
        callbacks = new Callbacks(clock);
        control = new ControlDesk(providers, callbacks, clock);
        var desks = new ProviderRoutes.Desks(
                new DebitDesk(clock),
                new RideDesk(clock),
                new Notices(callbacks, config.alwaysCallBack(), config.lateAfter(), clock),
                new RefundDesk(clock),
                new ContractDesk(clock),
                new CertificateDesk(),
                control);
        server = new ProviderServer(
                new ProviderRoutes(new Gatekeeper(providers, clock), desks), config.port(), config.hang());
    }

    /**
     * Starts; the key material is in place and the port open when this returns.
     *
     * @throws UncheckedIOException if the port is taken or the key folder cannot be used
     */
    public static ProviderSandbox start(ProviderConfig config) {
        try {
            return new ProviderSandbox(config);
        } catch (IOException e) {
            throw new UncheckedIOException("provider sandbox on port " + config.port(), e);
        }
    }

    /** Where it listens, without a path: {@code http://127.0.0.1:<port>}. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    /** How many connections it has accepted so far. */
    public long connections() {
        return server.connections();
    }

    /** Signs a contract for the account, or finds the one that stands. */
    public Contract sign(Scheme scheme, String account) {
        return providers.of(scheme).ledger().sign(account, clock.instant());
    }

    /** From now on the first attempt of each debit of the contract is treated so. */
    public void behave(String contractId, Behaviour behaviour) {
        control.behave(contractId, behaviour);
    }

    /** From now on a foreign card pays so much for one of the currency, times 10^8. */
    public void rate(String currency, long rate) {
        providers.of(Scheme.FOREIGN_CARD).ledger().rates().set(currency, rate);
    }

    /** From now on a new certificate signs the scheme's answers and callbacks; returns its serial number. */
    public String rotate(Scheme scheme) {
        return providers.of(scheme).hands().rotate().keys().platformSerial();
    }

    /** What was debited, refunded and declined, per contract. */
    public List<ContractBook> books() {
        return control.books();
    }

    @Override
    public void close() {
        callbacks.close();
        server.close();
    }
}
