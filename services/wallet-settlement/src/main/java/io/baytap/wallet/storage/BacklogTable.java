package io.baytap.wallet.storage;

import static java.util.stream.Collectors.toMap;

import io.baytap.wallet.domain.Backlog;
import io.baytap.wallet.domain.WalletScheme;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** What is left lying in PostgreSQL: four small questions, answered by partial indexes. */
@ApplicationScoped
class BacklogTable implements Backlog {

    private static final String UNKNOWN =
            "select wallet_scheme, count(*) from charge where status = 'UNKNOWN' and asked >= 10 group by 1";

    private static final String PENDING = """
        select wallet_scheme, cast(extract(epoch from min(fare_at)) as bigint) from charge
        where status in ('DUE', 'SUBMITTED', 'UNKNOWN') and attempt <= 1 group by 1\
        """;

    private static final String OUTBOX = "select count(*) from (select 1 from outbox limit 100000) waiting";

    private static final String BATCHED = """
        select min(batched_through) from (select batched_through from cut_off
          union all select batched_through from operator_cut_off) days\
        """;

    private final Database database;

    BacklogTable(Database database) {
        this.database = database;
    }

    @Override
    public Seen see() {
        return database.transaction(transaction -> new Seen(
                transaction.rows(UNKNOWN, Map.of()).stream()
                        .collect(toMap(
                                row -> WalletScheme.valueOf((String) row[0]), row -> ((Number) row[1]).longValue())),
                transaction.rows(PENDING, Map.of()).stream()
                        .collect(toMap(
                                row -> WalletScheme.valueOf((String) row[0]),
                                row -> Instant.ofEpochSecond(((Number) row[1]).longValue()))),
                ((Number) transaction.rows(OUTBOX, Map.of()).getFirst()[0]).longValue(),
                transaction.rows(BATCHED, Map.of()).stream()
                        .map(row -> Optional.ofNullable((LocalDate) row[0]))
                        .flatMap(Optional::stream)
                        .findFirst()));
    }
}
