package io.baytap.reporting.storage;

import io.baytap.reporting.domain.DayRange;
import io.baytap.reporting.domain.ReportsAway;
import io.baytap.reporting.domain.trace.Kept;
import io.baytap.reporting.domain.trace.KeptEvents;
import io.baytap.reporting.domain.trace.Reference;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Finds kept events in PostgreSQL. */
@ApplicationScoped
public class PostgresEvents implements KeptEvents {

    private static final String FIND = """
            select topic, frame from line_event
            where refs && $1::bigint[] and day between $2 and $3 and topic <> ''
            order by at desc, event limit $4""";

    private final Pool pool;

    PostgresEvents(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<List<Kept>> find(Collection<String> ids, DayRange days, int max) {
        if (ids.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(Reference.hashes(ids), days.from(), days.to(), max))
                .map(rows -> {
                    List<Kept> found = new ArrayList<>();
                    for (Row row : rows) {
                        found.add(new Kept(row.getString(0), row.getBuffer(1).getBytes()));
                    }
                    return found;
                })
                .onFailure()
                .transform(ReportsAway::new)
                // Who reads them may have to ask the registry for a schema, which must not hold up the event loop.
                .emitOn(Infrastructure.getDefaultWorkerPool());
    }
}
