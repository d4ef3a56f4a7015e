package io.baytap.wallet.storage;

import static java.util.stream.Collectors.toSet;

import io.baytap.wallet.domain.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Counts riders' debts: the first denies, the last one that goes restores. */
final class StandingTable {

    private static final String ADD = """
            insert into denied_rider (rider_id, debts)
            select rider, count(*) from unnest(cast(:rider as text[])) as n(rider) group by rider order by rider
            on conflict (rider_id) do update set debts = denied_rider.debts + excluded.debts""";

    /** Locked in order of id, as everywhere; held until the outcomes have their places in the outbox. */
    private static final String LOCK =
            "select rider_id from denied_rider where rider_id = any(cast(:rider as text[])) order by rider_id for update";

    private static final String TAKE = """
            update denied_rider d set debts = d.debts - n.count
            from (select rider, cast(count(*) as int) as count from unnest(cast(:rider as text[])) as n(rider) group by rider) n
            where d.rider_id = n.rider returning d.rider_id, d.debts""";

    private StandingTable() {}

    /** Counts, and leaves out restorations of riders who have other debts. */
    static List<Outcome> follow(Transaction transaction, List<Outcome> outcomes) {
        List<String> denied = riders(outcomes, Outcome.RiderDenied.class);
        List<String> paid = riders(outcomes, Outcome.RiderRestored.class);
        if (denied.isEmpty() && paid.isEmpty()) {
            return outcomes;
        }
        List<String> all = new ArrayList<>(denied);
        all.addAll(paid);
        transaction.rows(LOCK, Columns.of(all).text("rider", rider -> rider).arrays());
        if (!denied.isEmpty()) {
            transaction.run(
                    ADD, Columns.of(denied).text("rider", rider -> rider).arrays());
        }
        Set<String> free = paid.isEmpty() ? Set.of() : take(transaction, paid);
        return outcomes.stream()
                .filter(outcome ->
                        !(outcome instanceof Outcome.RiderRestored restored) || free.contains(restored.riderId()))
                .toList();
    }

    private static Set<String> take(Transaction transaction, List<String> paid) {
        return transaction
                .rows(TAKE, Columns.of(paid).text("rider", rider -> rider).arrays())
                .stream()
                .filter(row -> ((Number) row[1]).intValue() == 0)
                .map(row -> (String) row[0])
                .collect(toSet());
    }

    private static List<String> riders(List<Outcome> outcomes, Class<? extends Outcome> kind) {
        return outcomes.stream()
                .filter(kind::isInstance)
                .map(StandingTable::rider)
                .map(String::valueOf)
                .toList();
    }

    private static @Nullable String rider(Outcome outcome) {
        return switch (outcome) {
            case Outcome.RiderDenied denied -> denied.riderId();
            case Outcome.RiderRestored restored -> restored.riderId();
            case Outcome.OfCharge _,
                    Outcome.Corrected _,
                    Outcome.BatchClosed _,
                    Outcome.BreakTold _,
                    Outcome.WrittenOff _ -> null;
        };
    }
}
