package io.baytap.wallet.storage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.baytap.wallet.domain.Outbox;
import io.baytap.wallet.domain.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** Outcomes between the transaction that booked them and the broker. */
@ApplicationScoped
class OutboxTable implements Outbox {

    private static final String INSERT = """
            insert into outbox (kind, payload)
            select kind, payload from unnest(cast(:kind as text[]), cast(:payload as text[])) with ordinality as n(kind, payload, place) order by place""";
    private static final String OLDEST = "select sequence, kind, payload from outbox order by sequence limit :max";
    private static final String REMOVE = "delete from outbox where sequence = any(cast(:sequence as bigint[]))";

    private static final Map<String, Class<? extends Outcome>> KINDS = Map.of(
            "SETTLED", Outcome.Settled.class,
            "DECLINED", Outcome.Declined.class,
            "REFUNDED", Outcome.Refunded.class,
            "DENIED", Outcome.RiderDenied.class,
            "RESTORED", Outcome.RiderRestored.class,
            "CORRECTED", Outcome.Corrected.class,
            "BATCH", Outcome.BatchClosed.class,
            "BREAK", Outcome.BreakTold.class,
            "WRITTEN_OFF", Outcome.WrittenOff.class);

    private final Database database;
    private final ObjectMapper json;

    OutboxTable(Database database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    void add(Transaction transaction, List<Outcome> outcomes) {
        if (!outcomes.isEmpty()) {
            transaction.run(
                    INSERT,
                    Columns.of(outcomes)
                            .text("kind", OutboxTable::kind)
                            .text("payload", this::write)
                            .arrays());
        }
    }

    @Override
    public List<Entry> oldest(int max) {
        return database.transaction(transaction -> transaction.rows(OLDEST, Map.of("max", max)).stream()
                .map(row -> new Entry(((Number) row[0]).longValue(), read((String) row[1], (String) row[2])))
                .toList());
    }

    @Override
    public void remove(List<Long> sequences) {
        if (!sequences.isEmpty()) {
            database.change(transaction -> transaction.run(
                    REMOVE,
                    Columns.of(sequences)
                            .number("sequence", sequence -> sequence)
                            .arrays()));
        }
    }

    private static String kind(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Settled _ -> "SETTLED";
            case Outcome.Declined _ -> "DECLINED";
            case Outcome.Refunded _ -> "REFUNDED";
            case Outcome.RiderDenied _ -> "DENIED";
            case Outcome.RiderRestored _ -> "RESTORED";
            case Outcome.Corrected _ -> "CORRECTED";
            case Outcome.BatchClosed _ -> "BATCH";
            case Outcome.BreakTold _ -> "BREAK";
            case Outcome.WrittenOff _ -> "WRITTEN_OFF";
        };
    }

    private String write(Outcome outcome) {
        try {
            return json.writeValueAsString(outcome);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an outcome is always writable", e);
        }
    }

    private Outcome read(String kind, String payload) {
        Class<? extends Outcome> type = KINDS.get(kind);
        if (type == null) {
            throw new IllegalStateException("outbox row of an unknown kind: " + kind);
        }
        try {
            return json.readValue(payload, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("outbox row that cannot be read: " + payload, e);
        }
    }
}
