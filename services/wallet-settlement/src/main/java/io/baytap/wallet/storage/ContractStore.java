package io.baytap.wallet.storage;

import static java.util.Comparator.comparing;
import static java.util.function.BinaryOperator.maxBy;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import io.baytap.wallet.domain.Contract;
import io.baytap.wallet.domain.Contracts;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Contracts in PostgreSQL. */
@ApplicationScoped
class ContractStore implements Contracts {

    private static final String KEEP = """
            insert into contract (rider_id, wallet_scheme, contract_id, signed_at)
            select * from unnest(cast(:rider as text[]), cast(:scheme as text[]), cast(:contract as text[]), cast(cast(:at as text[]) as timestamptz[])) as n(rider, scheme, contract, at) order by rider
            on conflict (rider_id) do update set wallet_scheme = excluded.wallet_scheme,
              contract_id = excluded.contract_id, signed_at = excluded.signed_at
            where contract.signed_at <= excluded.signed_at""";

    /** A charge that is opened at this moment is not seen here; the worker's round finds it. */
    private static final String WAKE = """
            update charge set status = 'DUE', retry_at = now() where id in (
              select id from charge where status = 'WAITING' and rider_id = any(cast(:rider as text[])) for update skip locked)""";

    private final Database database;

    ContractStore(Database database) {
        this.database = database;
    }

    @Override
    public void keep(List<Contract> contracts) {
        List<Contract> latest = List.copyOf(contracts.stream()
                .collect(toMap(Contract::riderId, identity(), maxBy(comparing(Contract::signedAt))))
                .values());
        if (latest.isEmpty()) {
            return;
        }
        database.change(transaction -> {
            transaction.run(
                    KEEP,
                    Columns.of(latest)
                            .text("rider", Contract::riderId)
                            .text("scheme", contract -> contract.scheme().name())
                            .text("contract", Contract::contractId)
                            .time("at", Contract::signedAt)
                            .arrays());
            transaction.run(
                    WAKE, Columns.of(latest).text("rider", Contract::riderId).arrays());
        });
    }
}
