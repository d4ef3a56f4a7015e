package io.baytap.wallet.storage;

import static java.util.stream.Collectors.toMap;

import io.baytap.schemas.Money;
import io.baytap.wallet.domain.AuditEntry;
import io.baytap.wallet.domain.BusinessClock;
import io.baytap.wallet.domain.Charge;
import io.baytap.wallet.domain.ChargeRules;
import io.baytap.wallet.domain.ChargeStatus;
import io.baytap.wallet.domain.Charges;
import io.baytap.wallet.domain.Journal;
import io.baytap.wallet.domain.Outcome;
import io.baytap.wallet.domain.Person;
import io.baytap.wallet.domain.ProviderAnswer;
import io.baytap.wallet.domain.ProviderTask;
import io.baytap.wallet.domain.RefundRules;
import io.baytap.wallet.domain.RefundState;
import io.baytap.wallet.domain.RetryTimes;
import io.baytap.wallet.domain.WalletScheme;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Charges and refunds in PostgreSQL. */
@ApplicationScoped
class ChargeStore implements Charges {

    /** Refunds get this part of a claim first, so that neither kind of task starves the other. */
    private static final int REFUND_SHARE = 4;

    private static final int WAKE_MAX = 1000;

    private static final String CLAIM = """
            select %s, k.contract_id
            from charge c join contract k on k.rider_id = c.rider_id
            %swhere c.wallet_scheme = :scheme and c.status in (%s) and c.retry_at <= now()%s
            order by c.retry_at limit :max for update of c skip locked""";

    private static final String CLAIM_ANY =
            CLAIM.formatted(ChargeTable.FIELDS, "", "'DUE', 'SUBMITTED', 'UNKNOWN', 'CONFIRMING'", "");

    /** Under a cap what is under way comes first, so that it does not queue behind debits that have no room. */
    private static final String CLAIM_UNDER_WAY =
            CLAIM.formatted(ChargeTable.FIELDS, "", "'SUBMITTED', 'UNKNOWN', 'CONFIRMING'", "");

    private static final String CLAIM_DUE =
            CLAIM.formatted(ChargeTable.FIELDS, """
            left join unnest(cast(:currency as text[]), cast(:room as bigint[])) as cap(currency, room)
              on cap.currency = c.currency
            """, "'DUE'", " and (cap.room is null or c.amount_minor <= cap.room)");

    private static final String BY_NUMBER =
            "select %s from charge c where c.out_trade_no = :number".formatted(ChargeTable.FIELDS);

    private static final String BY_ID = "select %s from charge c where c.id = :id".formatted(ChargeTable.FIELDS);

    private static final String OF_JOURNEY =
            "select %s from charge c where c.journey_id = :journey order by c.sequence".formatted(ChargeTable.FIELDS);

    private static final String WAKE_SIGNED = """
            update charge set status = 'DUE', retry_at = now() where id in (
              select c.id from charge c join contract k on k.rider_id = c.rider_id
              where c.status = 'WAITING' limit :max for update of c skip locked)""";

    private static final String WAKE_DECLINED = """
            update charge set status = 'CONFIRMING', retry_at = now() where id in (
              select id from charge where status = 'DECLINED' and due_at <= :now
              order by due_at limit :max for update skip locked)""";

    /** A debt of which corrections left nothing: it is cancelled, and its rider let in again. */
    private static final String WAKE_CORRECTED = """
            update charge set status = 'CONFIRMING', retry_at = now() where id in (
              select id from charge where status = 'DEBT' and corrected_minor = amount_minor
              limit :max for update skip locked)""";

    /** Not before the provider would refuse, as too old, any copy of the last attempt that may be under way. */
    private static final String RECOVER = """
            update charge set status = 'CONFIRMING', retry_at = greatest(now(), retry_at + interval '5 minutes')
            where id = :id and status = 'DEBT'""";

    /** Of a charge and its refunds, for the audit trail. */
    private static final String STATES = """
            select status || coalesce((select ', refunds ' || string_agg(status, ' ' order by id) from refund where charge_id = c.id), '')
            from charge c where id = :id for update""";

    private final Database database;
    private final OutboxTable outbox;
    private final BusinessClock clock;
    private final PositionTable positions;
    private final Waits lease;
    private final Waits backOff;
    private final Waits refusal;

    ChargeStore(Database database, OutboxTable outbox, PositionTable positions, BusinessClock clock, RetryTimes times) {
        this.database = database;
        this.outbox = outbox;
        this.clock = clock;
        this.positions = positions;
        this.lease = new Waits(times.lease(), times.lease());
        this.backOff = new Waits(times.first(), times.max());
        this.refusal = new Waits(times.max(), RefundRules.REFUSED_WAIT_MAX);
    }

    @Override
    public List<ProviderTask> claim(WalletScheme scheme, int max) {
        return database.transaction(transaction -> {
            List<ProviderTask> tasks =
                    new ArrayList<>(RefundTable.claim(transaction, scheme, Math.max(1, max / REFUND_SHARE), lease));
            if (tasks.size() < max) {
                tasks.addAll(claimCharges(transaction, scheme, max - tasks.size()));
            }
            return tasks;
        });
    }

    private List<ProviderTask> claimCharges(Transaction transaction, WalletScheme scheme, int max) {
        List<Object[]> rows = claimRows(transaction, scheme, max);
        Map<Charge, String> contracts =
                rows.stream().collect(toMap(ChargeTable::charge, row -> (String) ChargeTable.more(row, 0)));
        List<Charge> due = contracts.keySet().stream()
                .filter(charge -> charge.status() == ChargeStatus.DUE)
                .toList();
        Map<Object, Long> corrections = RefundTable.net(transaction, due);
        List<Charge> submitted = new ArrayList<>();
        List<Outcome> outcomes = new ArrayList<>();
        List<ProviderTask> tasks = new ArrayList<>();
        contracts.forEach((charge, contract) -> {
            Money corrected = new Money(
                    corrections.getOrDefault(charge.id(), 0L), charge.amount().currency());
            Charge next = ChargeRules.submit(charge, corrected);
            submitted.add(next);
            outcomes.addAll(
                    ChargeRules.cancelled(next, clock.now().orElse(next.facts().fareAt())));
            switch (next.status()) {
                case SUBMITTED -> tasks.add(new ProviderTask.Debit(next, contract));
                case UNKNOWN -> tasks.add(new ProviderTask.Query(next, contract));
                case CONFIRMING -> tasks.add(new ProviderTask.Confirm(next));
                case CANCELLED, WAITING, DUE, SETTLED, DECLINED, DEBT -> {}
            }
        });
        Instant at = clock.now().orElseGet(() -> BadDebtTable.latest(submitted));
        List<Journal> recovered = BadDebtTable.follow(transaction, submitted, at);
        JournalTable.add(transaction, recovered);
        outcomes.addAll(BadDebtNews.of(transaction, recovered, at));
        ChargeTable.update(transaction, submitted, lease);
        outbox.add(transaction, StandingTable.follow(transaction, outcomes));
        return tasks;
    }

    private List<Object[]> claimRows(Transaction transaction, WalletScheme scheme, int max) {
        Map<String, Long> room = new HashMap<>(positions.takeRoom(transaction, scheme));
        if (room.isEmpty()) {
            return transaction.rows(CLAIM_ANY, Map.of("scheme", scheme.name(), "max", max));
        }
        List<Object[]> rows =
                new ArrayList<>(transaction.rows(CLAIM_UNDER_WAY, Map.of("scheme", scheme.name(), "max", max)));
        if (rows.size() < max) {
            Map<String, Object> due = new HashMap<>(Columns.of(List.copyOf(room.entrySet()))
                    .text("currency", Map.Entry::getKey)
                    .number("room", Map.Entry::getValue)
                    .arrays());
            due.put("scheme", scheme.name());
            due.put("max", max - rows.size());
            transaction.rows(CLAIM_DUE, due).stream()
                    .filter(row -> takes(room, ChargeTable.charge(row).amount()))
                    .forEach(rows::add);
        }
        return rows;
    }

    /** Whether there is room for it; then it is taken. */
    private static boolean takes(Map<String, Long> room, Money amount) {
        Long left = room.get(amount.currency().getCurrencyCode());
        if (left == null || amount.minor() > left) {
            return left == null;
        }
        room.put(amount.currency().getCurrencyCode(), left - amount.minor());
        return true;
    }

    @Override
    public void book(List<Answered> answers) {
        if (!answers.isEmpty()) {
            Optional<Instant> now = clock.now();
            database.change(transaction -> {
                List<Journal> journals = new ArrayList<>();
                List<Outcome> outcomes = new ArrayList<>();
                new ChargeBooking(transaction, now).book(answers, backOff, journals, outcomes);
                new RefundBooking(transaction, now).book(answers, backOff, refusal, journals, outcomes);
                JournalTable.add(transaction, journals);
                outbox.add(transaction, StandingTable.follow(transaction, outcomes));
            });
        }
    }

    @Override
    public boolean bookNotified(String outTradeNo, ProviderAnswer answer) {
        Optional<Charge> charge = one(BY_NUMBER, Map.of("number", outTradeNo));
        charge.ifPresent(found -> book(List.of(new Answered(new ProviderTask.Query(found, ""), answer))));
        return charge.isPresent();
    }

    @Override
    public void wake(Optional<Instant> now) {
        database.change(transaction -> {
            transaction.run(WAKE_SIGNED, Map.of("max", WAKE_MAX));
            transaction.run(WAKE_CORRECTED, Map.of("max", WAKE_MAX));
            now.ifPresent(time ->
                    transaction.run(WAKE_DECLINED, Map.of("now", time.atOffset(ZoneOffset.UTC), "max", WAKE_MAX)));
        });
    }

    @Override
    public boolean recover(String chargeId, Person by) {
        return database.transaction(transaction -> {
            String before = transaction.rows(STATES, Map.of("id", chargeId)).stream()
                    .map(row -> (String) row[0])
                    .findFirst()
                    .orElse(null);
            int again = transaction.run(RECOVER, Map.of("id", chargeId)) + RefundTable.recover(transaction, chargeId);
            AuditTable.add(
                    transaction,
                    again > 0
                            ? AuditEntry.done(by, AuditEntry.Action.RECOVER, chargeId, before, "to be tried again")
                            : AuditEntry.refused(by, AuditEntry.Action.RECOVER, chargeId, before, "NOTHING_GIVEN_UP"));
            return again > 0;
        });
    }

    @Override
    public Optional<Charge> find(String chargeId) {
        return one(BY_ID, Map.of("id", chargeId));
    }

    @Override
    public List<Charge> ofJourney(String journeyId) {
        return database.transaction(transaction -> transaction.rows(OF_JOURNEY, Map.of("journey", journeyId)).stream()
                .map(ChargeTable::charge)
                .toList());
    }

    @Override
    public List<RefundState> refunds(String chargeId) {
        return database.transaction(transaction -> RefundTable.of(transaction, chargeId));
    }

    private Optional<Charge> one(String sql, Map<String, ?> parameters) {
        return database.transaction(transaction -> transaction.rows(sql, parameters).stream()
                .map(ChargeTable::charge)
                .findFirst());
    }
}
