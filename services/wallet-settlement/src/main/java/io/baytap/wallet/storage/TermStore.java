package io.baytap.wallet.storage;

import io.baytap.wallet.domain.Term;
import io.baytap.wallet.domain.TermOver;
import io.baytap.wallet.domain.Terms;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The leader's term in PostgreSQL. */
@ApplicationScoped
class TermStore implements Terms {

    private static final double MILLIS_PER_SECOND = 1000.0;

    private static final String BEGIN = """
            with begun as (update leader_term set term = term + 1, holder = :holder, leased_until = now() returning term)
            select term from begun""";

    /** Its own lease from before a restart need not be waited for. */
    private static final String CLAIM = """
            with claimed as (
              update leader_term set term = term + 1, holder = :holder, leased_until = now() + make_interval(secs => :lease)
              where leased_until < now() or holder = :holder returning term)
            select term from claimed""";

    private static final String RENEW =
            "update leader_term set leased_until = now() + make_interval(secs => :lease) where term = :term";

    private static final String RELEASE = "update leader_term set leased_until = now() where term = :term";

    /** By its key, so that a lease is renewed meanwhile, and the next term waits for the end of the transaction. */
    private static final String HOLD = "select term from leader_term where term = :term for key share";

    /** Who is paused in the middle of a transaction loses it, and with it all locks, before the next leader misses them. */
    private static final String PAUSE_MAX = "select set_config('idle_in_transaction_session_timeout', '10s', true)";

    private final Database database;

    TermStore(Database database) {
        this.database = database;
    }

    /** Lets the transaction go on only in this term, which lasts until its end. */
    static void hold(Transaction transaction, Term term) {
        transaction.rows(PAUSE_MAX, Map.of());
        if (transaction.rows(HOLD, Map.of("term", term.number())).isEmpty()) {
            throw new TermOver(term);
        }
    }

    @Override
    public Term begin(String holder) {
        return database.transaction(transaction ->
                term(transaction.rows(BEGIN, Map.of("holder", holder))).orElseThrow());
    }

    @Override
    public Optional<Term> claim(String holder, Duration lease) {
        return database.transaction(
                transaction -> term(transaction.rows(CLAIM, Map.of("holder", holder, "lease", seconds(lease)))));
    }

    @Override
    public boolean renew(Term term, Duration lease) {
        return database.transaction(
                transaction -> transaction.run(RENEW, Map.of("term", term.number(), "lease", seconds(lease))) > 0);
    }

    @Override
    public void release(Term term) {
        database.change(transaction -> transaction.run(RELEASE, Map.of("term", term.number())));
    }

    private static Optional<Term> term(List<Object[]> rows) {
        return rows.stream().map(row -> new Term(((Number) row[0]).longValue())).findFirst();
    }

    private static double seconds(Duration time) {
        return time.toMillis() / MILLIS_PER_SECOND;
    }
}
