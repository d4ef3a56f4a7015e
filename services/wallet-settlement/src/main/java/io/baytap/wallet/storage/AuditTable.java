package io.baytap.wallet.storage;

import static java.util.stream.Collectors.toUnmodifiableSet;

import io.baytap.wallet.domain.AuditEntry;
import io.baytap.wallet.domain.AuditTrail;
import io.baytap.wallet.domain.Person;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The audit trail in PostgreSQL, which numbers, dates and hashes the entries by trigger. */
@ApplicationScoped
class AuditTable implements AuditTrail {

    private static final String INSERT = """
            insert into audit (person, subject, roles, action, target, before, after, refusal)
            select * from unnest(cast(:person as text[]), cast(:subject as text[]), cast(:roles as text[]), cast(:action as text[]), cast(:target as text[]), cast(:before as text[]), cast(:after as text[]), cast(:refusal as text[]))""";

    private static final String FIND = """
            select number, at, person, subject, roles, action, target, before, after, refusal, encode(hash, 'hex') from audit
            where number > :after and at >= cast(cast(:from as text) as timestamptz) and at < cast(cast(:to as text) as timestamptz)
              and (:person = '' or person = :person) and (:subject = '' or subject = :subject) and (:target = '' or target = :target)
            order by number limit :max""";

    private final Database database;

    AuditTable(Database database) {
        this.database = database;
    }

    /** Best last in a transaction: until it ends, other entries wait. */
    static void add(Transaction transaction, AuditEntry entry) {
        transaction.run(
                INSERT,
                Columns.of(List.of(entry))
                        .text("person", each -> each.by().name())
                        .text("subject", each -> each.by().subject())
                        .text(
                                "roles",
                                each -> each.by().roles().stream().sorted().collect(Collectors.joining(" ")))
                        .text("action", each -> each.action().name())
                        .text("target", AuditEntry::target)
                        .text("before", AuditEntry::before)
                        .text("after", AuditEntry::after)
                        .text("refusal", AuditEntry::refusal)
                        .arrays());
    }

    @Override
    public void add(AuditEntry entry) {
        database.change(transaction -> add(transaction, entry));
    }

    @Override
    public List<Kept> find(Query query) {
        Map<String, Object> parameters = Map.of(
                "after", query.after(),
                "from", query.from().toString(),
                "to", query.to().toString(),
                "person", query.person(),
                "subject", query.subject(),
                "target", query.target(),
                "max", query.max());
        return database.transaction(transaction -> transaction.rows(FIND, parameters).stream()
                .map(AuditTable::kept)
                .toList());
    }

    private static Kept kept(Object[] row) {
        Set<String> roles = Stream.of(((String) row[4]).split(" ", -1))
                .filter(role -> !role.isEmpty())
                .collect(toUnmodifiableSet());
        return new Kept(
                ((Number) row[0]).longValue(),
                Columns.instant(row[1]),
                new AuditEntry(
                        new Person((String) row[2], (String) row[3], roles),
                        AuditEntry.Action.valueOf((String) row[5]),
                        (String) row[6],
                        (String) row[7],
                        (String) row[8],
                        (String) row[9]),
                (String) row[10]);
    }
}
