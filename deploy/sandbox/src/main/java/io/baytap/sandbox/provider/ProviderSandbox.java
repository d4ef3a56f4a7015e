package io.baytap.sandbox.provider;

import io.baytap.sandbox.bank.Bank;
import io.baytap.sandbox.bank.BankDesk;
import io.baytap.sandbox.statements.BooksDesk;
import io.baytap.sandbox.statements.ProviderBook;
import io.baytap.sandbox.statements.ProviderClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
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
    private final ProviderClock providerClock;

    private ProviderSandbox(ProviderConfig config) throws IOException {
        clock = config.clock();
        providers = Providers.open(config);
        callbacks = new Callbacks(clock);
        providerClock = new ProviderClock(clock);
        control = new ControlDesk(providers, callbacks, clock);
        List<ProviderBook> ledgers = providers.all().stream()
                .<ProviderBook>map(provider -> new LedgerBook(provider.ledger()))
                .toList();
        var books = new BooksDesk(ledgers, config.fees(), providerClock);
        var desks = new ProviderRoutes.Desks(
                new DebitDesk(providerClock),
                new RideDesk(providerClock),
                new Notices(callbacks, config.alwaysCallBack(), config.lateAfter(), providerClock),
                new RefundDesk(providerClock),
                new ContractDesk(clock),
                new CertificateDesk(),
                control,
                books,
                new BankDesk(new Bank(books::payouts, books.deals()), books::hasReached));
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

    /** It is that time by the providers' clock, which dates debits and refunds; false if it was told a later one. */
    public boolean tell(Instant now) {
        return providerClock.tell(now);
    }

    @Override
    public void close() {
        callbacks.close();
        server.close();
    }
}
