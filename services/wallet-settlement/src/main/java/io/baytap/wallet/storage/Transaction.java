package io.baytap.wallet.storage;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import java.util.List;
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny;

/** A database transaction under way. Parameters are named; a list of values travels as one array. */
final class Transaction {

    private final Mutiny.Session session;
    private final Context loop;

    Transaction(Mutiny.Session session, Context loop) {
        this.session = session;
        this.loop = loop;
    }

    /** The rows that a statement returns; a row has as many values as it has columns. */
    List<Object[]> rows(String sql, Map<String, ?> parameters) {
        return Database.await(loop, () -> result(sql, parameters)).stream()
                .map(row -> row instanceof Object[] columns ? columns : new Object[] {row})
                .toList();
    }

    /** Runs an insert, update or delete. Returns how many rows it changed. */
    int run(String sql, Map<String, ?> parameters) {
        // As a query: an update would make Hibernate tidy up caches that it does not have.
        var changed = rows("with changed as (" + sql + " returning 1) select count(*) from changed", parameters);
        return ((Number) changed.getFirst()[0]).intValue();
    }

    private Uni<List<Object>> result(String sql, Map<String, ?> parameters) {
        var query = session.createNativeQuery(sql, Object.class);
        parameters.forEach(query::setParameter);
        return query.getResultList();
    }
}
