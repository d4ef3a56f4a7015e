package io.baytap.wallet.storage;

import io.baytap.schemas.Money;
import io.baytap.wallet.domain.NetDebitCaps;
import io.baytap.wallet.domain.ProviderPosition;
import io.baytap.wallet.domain.ProviderPositions;
import io.baytap.wallet.domain.WalletScheme;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What providers owe us, from balances and charges under way. */
@ApplicationScoped
class PositionTable implements ProviderPositions {

    /** Until the transaction ends: two replicas must not use the same room. */
    private static final String LOCK = "select 1 from pg_advisory_xact_lock(hashtext(:name))";

    private static final String POSITION = """
            select
              (select cast(coalesce(sum(amount_minor), 0) as bigint) from account_balance where account = :account and currency = :currency),
              (select cast(coalesce(sum(attempted_minor), 0) as bigint) from charge
                where wallet_scheme = :scheme and status in ('SUBMITTED', 'UNKNOWN', 'CONFIRMING'))""";

    private static final String WAITING =
            "select count(*), min(amount_minor) from charge where wallet_scheme = :scheme and status = 'DUE'";

    private final Database database;
    private final NetDebitCaps caps;

    PositionTable(Database database, NetDebitCaps caps) {
        this.database = database;
        this.caps = caps;
    }

    /** What may be debited in this transaction; empty if there is no cap. */
    Optional<Money> takeRoom(Transaction transaction, WalletScheme scheme) {
        if (!caps.byScheme().containsKey(scheme)) {
            return Optional.empty();
        }
        transaction.rows(LOCK, Map.of("name", "net-debit-cap:" + scheme));
        Object[] row = position(transaction, scheme);
        return caps.room(scheme, money(scheme, row[0]), money(scheme, row[1]));
    }

    @Override
    public List<ProviderPosition> all() {
        return database.transaction(transaction -> Arrays.stream(WalletScheme.values())
                .map(scheme -> read(transaction, scheme))
                .toList());
    }

    private ProviderPosition read(Transaction transaction, WalletScheme scheme) {
        Object[] position = position(transaction, scheme);
        Object[] waiting =
                transaction.rows(WAITING, Map.of("scheme", scheme.name())).getFirst();
        Money balance = money(scheme, position[0]);
        Money underWay = money(scheme, position[1]);
        return new ProviderPosition(
                scheme,
                balance,
                underWay,
                caps.room(scheme, balance, underWay).orElse(null),
                ((Number) waiting[0]).longValue(),
                waiting[1] == null ? null : money(scheme, waiting[1]));
    }

    private static Object[] position(Transaction transaction, WalletScheme scheme) {
        return transaction
                .rows(
                        POSITION,
                        Map.of(
                                "account",
                                "provider-clearing:" + scheme,
                                "currency",
                                scheme.currency().getCurrencyCode(),
                                "scheme",
                                scheme.name()))
                .getFirst();
    }

    private static Money money(WalletScheme scheme, Object minor) {
        return new Money(((Number) minor).longValue(), scheme.currency());
    }
}
