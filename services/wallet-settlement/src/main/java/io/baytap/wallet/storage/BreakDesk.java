package io.baytap.wallet.storage;

import io.baytap.wallet.domain.Account;
import io.baytap.wallet.domain.BreakDemand;
import io.baytap.wallet.domain.BreakRules;
import io.baytap.wallet.domain.BreakRules.Result;
import io.baytap.wallet.domain.Journal;
import io.baytap.wallet.domain.Objection;
import io.baytap.wallet.domain.Outcome;
import io.baytap.wallet.domain.Proposal;
import io.baytap.wallet.domain.reconciliation.BreakChange;
import io.baytap.wallet.domain.reconciliation.BreakChange.Known;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Breaks that people resolve, within the transaction of their decision. */
final class BreakDesk {

    private static final ZoneId HONG_KONG = ZoneId.of("Asia/Hong_Kong");

    private static final String RELEASED =
            "select 1 from journal where kind = 'RELEASE' and starts_with(id, 'release:' || :entry || '=') limit 1";

    private static final String HAS_ACCOUNT = "select 1 from account_balance where account = :account limit 1";

    private BreakDesk() {}

    /** What a demand would book now. Until the transaction ends nobody reconciles. */
    static Result rule(Transaction transaction, BreakDemand demand, String proposalId, Instant at) {
        ReconciliationStore.lock(transaction);
        Optional<Known> known = BreakTable.find(transaction, demand.breakId());
        if (known.isEmpty()) {
            return new Result.Refused(new Objection.Unknown(demand.breakId()));
        }
        Account account = demand.account();
        if (account != null && account.isOfOperator() && !isThere(transaction, account)) {
            return new Result.Refused(new Objection.AccountRefused(
                    demand.breakId(), account.name(), demand.amount().currency()));
        }
        String entry = known.get().told().cause();
        return BreakRules.resolve(demand, known.get().told(), isInSuspense(transaction, entry), proposalId, at);
    }

    private static boolean isThere(Transaction transaction, Account account) {
        return !transaction.rows(HAS_ACCOUNT, Map.of("account", account.name())).isEmpty();
    }

    private static boolean isInSuspense(Transaction transaction, String entry) {
        return JournalTable.find(transaction, Set.of("suspense:" + entry)).size() == 1
                && transaction.rows(RELEASED, Map.of("entry", entry)).isEmpty();
    }

    /** Books it, adds the last chapter to the break's story, and returns what others are told. */
    static Outcome resolve(
            Transaction transaction, Proposal approved, BreakDemand demand, Optional<Journal> journal, Instant at) {
        JournalTable.add(transaction, journal.stream().toList());
        Known known = BreakTable.find(transaction, demand.breakId()).orElseThrow();
        var change = new BreakChange(
                known.told().resolved(approved.id()), known.revision() + 1, BreakChange.Transition.RESOLVED);
        LocalDate asOf = at.atZone(HONG_KONG).toLocalDate();
        BreakTable.add(transaction, List.of(change), asOf, at);
        return Outcome.BreakTold.of(change, asOf, at).by(approved, demand);
    }
}
