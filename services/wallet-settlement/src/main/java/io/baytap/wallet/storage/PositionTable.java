package io.baytap.wallet.storage;

import io.baytap.schemas.Money;
import io.baytap.wallet.domain.NetDebitCaps;
import io.baytap.wallet.domain.ProviderPosition;
import io.baytap.wallet.domain.ProviderPositions;
import io.baytap.wallet.domain.WalletScheme;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What providers owe us in each currency, from balances and charges under way. */
@ApplicationScoped
class PositionTable implements ProviderPositions {

    /** Until the transaction ends: two replicas must not use the same room. */
    private static final String LOCK = "select 1 from pg_advisory_xact_lock(hashtext(:name))";

    private static final String POSITION = """
            select currency, cast(sum(balance) as bigint), cast(sum(under_way) as bigint) from (
              select currency, amount_minor as balance, 0 as under_way from account_balance where account = :account
              union all
              select currency, 0, attempted_minor from charge
                where wallet_scheme = :scheme and status in ('SUBMITTED', 'UNKNOWN', 'CONFIRMING')) as owed
            group by currency""";

    private static final String WAITING = """
            select currency, count(*), min(amount_minor) from charge
            where wallet_scheme = :scheme and status = 'DUE' group by currency""";

    private final Database database;
    private final NetDebitCaps caps;

    PositionTable(Database database, NetDebitCaps caps) {
        this.database = database;
        this.caps = caps;
    }

    /** What may be debited in this transaction, whole minor units by currency; a currency that is not in it is not capped. */
    Map<String, Long> takeRoom(Transaction transaction, WalletScheme scheme) {
        if (caps.currencies(scheme).isEmpty()) {
            return Map.of();
        }
        transaction.rows(LOCK, Map.of("name", "net-debit-cap:" + scheme));
        Map<String, Owed> owed = owed(transaction, scheme);
        Map<String, Long> room = new HashMap<>();
        caps.currencies(scheme).forEach(currency -> {
            Owed its = owed.getOrDefault(currency, Owed.nothing(currency));
            caps.room(scheme, its.balance(), its.underWay()).ifPresent(left -> room.put(currency, left.minor()));
        });
        return room;
    }

    @Override
    public List<ProviderPosition> all() {
        return database.transaction(transaction -> Arrays.stream(WalletScheme.values())
                .flatMap(scheme -> read(transaction, scheme).stream())
                .toList());
    }

    private record Owed(Money balance, Money underWay) {
        static Owed nothing(String currency) {
            return new Owed(Money.of(0, currency), Money.of(0, currency));
        }
    }

    /** In the currencies that are capped, or that there is something in; in the scheme's own if there is none. */
    private List<ProviderPosition> read(Transaction transaction, WalletScheme scheme) {
        Map<String, Owed> owed = new TreeMap<>(owed(transaction, scheme));
        Map<String, Object[]> waiting = new HashMap<>();
        transaction.rows(WAITING, Map.of("scheme", scheme.name())).forEach(row -> waiting.put((String) row[0], row));
        waiting.keySet().forEach(currency -> owed.putIfAbsent(currency, Owed.nothing(currency)));
        caps.currencies(scheme).forEach(currency -> owed.putIfAbsent(currency, Owed.nothing(currency)));
        if (owed.isEmpty()) {
            String own = scheme.currency().getCurrencyCode();
            owed.put(own, Owed.nothing(own));
        }
        return owed.entrySet().stream()
                .map(its -> {
                    Object[] due = waiting.get(its.getKey());
                    Owed sums = its.getValue();
                    return new ProviderPosition(
                            scheme,
                            sums.balance(),
                            sums.underWay(),
                            caps.room(scheme, sums.balance(), sums.underWay()).orElse(null),
                            due == null ? 0 : number(due[1]),
                            due == null ? null : Money.of(number(due[2]), its.getKey()));
                })
                .toList();
    }

    private static Map<String, Owed> owed(Transaction transaction, WalletScheme scheme) {
        Map<String, Owed> owed = new HashMap<>();
        for (Object[] row :
                transaction.rows(POSITION, Map.of("account", "provider-clearing:" + scheme, "scheme", scheme.name()))) {
            String currency = (String) row[0];
            owed.put(currency, new Owed(Money.of(number(row[1]), currency), Money.of(number(row[2]), currency)));
        }
        return owed;
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }
}
