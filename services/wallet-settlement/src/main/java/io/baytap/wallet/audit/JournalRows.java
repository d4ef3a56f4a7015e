package io.baytap.wallet.audit;

import io.baytap.wallet.domain.Leaf;
import io.baytap.wallet.domain.Leaf.Line;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sealed journals with their postings, in the order of the chain. */
final class JournalRows implements AutoCloseable {

    private static final String ORDERED = """
            select j.book, j.seal, j.place, j.id, j.kind, j.occurred_at, j.posting_count,
              p.line, p.account, p.currency, p.amount_minor
            from journal j left join posting p on (p.book, p.seal, p.place) = (j.book, j.seal, j.place)
            where j.book >= 0 order by j.book, j.seal, j.place, p.line""";

    /** A row of both tables; no line if the journal has no postings. */
    private record Row(
            short book,
            long seal,
            int place,
            String id,
            String kind,
            Instant at,
            int count,
            @Nullable Line line) {}

    private final Rows<Row> rows;

    JournalRows(Connection connection) throws SQLException {
        this.rows = Rows.of(connection, ORDERED, JournalRows::row);
    }

    /** Whether the next journal lies in that seal. */
    boolean isIn(SealRow seal) {
        Row row = rows.peek();
        return row != null && row.book == seal.book() && row.seal == seal.number();
    }

    /** Whether the next journal lies before that seal, in a seal that is not there. */
    boolean isBefore(SealRow seal) {
        Row row = rows.peek();
        return row != null && (row.book < seal.book() || (row.book == seal.book() && row.seal < seal.number()));
    }

    /** The next journal; null after the last. */
    @Nullable
    SealedJournal take() throws SQLException {
        Row first = rows.take();
        if (first == null) {
            return null;
        }
        List<Line> lines = new ArrayList<>();
        add(lines, first);
        Row next = rows.peek();
        while (next != null && next.id.equals(first.id)) {
            add(lines, next);
            rows.take();
            next = rows.peek();
        }
        return new SealedJournal(
                first.book, first.seal, first.place, first.count, new Leaf(first.id, first.kind, first.at, lines));
    }

    private static void add(List<Line> lines, Row row) {
        Line line = row.line;
        if (line != null) {
            lines.add(line);
        }
    }

    private static Row row(ResultSet row) throws SQLException {
        String account = row.getString(9);
        return new Row(
                row.getShort(1),
                row.getLong(2),
                row.getInt(3),
                row.getString(4),
                row.getString(5),
                row.getObject(6, OffsetDateTime.class).toInstant(),
                row.getInt(7),
                account == null ? null : new Line(row.getInt(8), account, row.getString(10), row.getLong(11)));
    }

    @Override
    public void close() throws SQLException {
        rows.close();
    }
}
