package io.baytap.reporting.storage;

import static io.baytap.reporting.storage.CountStatement.column;
import static io.baytap.reporting.storage.CountStatement.days;
import static io.baytap.reporting.storage.CountStatement.texts;
import static java.util.stream.Collectors.joining;

import io.baytap.reporting.domain.EventKey;
import io.baytap.reporting.domain.LineEvent;
import io.baytap.reporting.domain.trace.Reference;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Events as they came, each once: whoever wants to count one must first be the one who files it here. */
final class LineEventTable {

    /** Arrays do not nest: references travel as the text of one. Rows go in key order, so that two batches never wait for each other in a ring. */
    private static final String FILE = """
            insert into line_event (day, event, at, topic, refs, frame)
            select day, event, at, topic, refs::bigint[], frame
            from unnest($1::date[], $2::uuid[], $3::timestamptz[], $4::text[], $5::text[], $6::bytea[]) as g(day, event, at, topic, refs, frame)
            order by day, event
            on conflict do nothing returning day, event""";

    private LineEventTable() {}

    /** Answers the keys of those that were new. */
    static Uni<Set<EventKey>> file(SqlConnection connection, List<LineEvent> events) {
        Tuple columns = Tuple.tuple()
                .addValue(days(events, event -> event.key().day()))
                .addValue(column(events, event -> event.key().hash(), UUID[]::new))
                .addValue(column(events, event -> event.at().atOffset(ZoneOffset.UTC), OffsetDateTime[]::new))
                .addValue(texts(events, LineEvent::topic))
                .addValue(texts(events, LineEventTable::references))
                .addValue(column(events, event -> Buffer.buffer(event.frame()), Buffer[]::new));
        return connection.preparedQuery(FILE).execute(columns).map(rows -> {
            Set<EventKey> fresh = new HashSet<>();
            for (Row row : rows) {
                fresh.add(new EventKey(row.getLocalDate(0), row.getUUID(1)));
            }
            return fresh;
        });
    }

    private static String references(LineEvent event) {
        return event.references().stream()
                .map(reference -> Long.toString(Reference.hash(reference)))
                .collect(joining(",", "{", "}"));
    }
}
