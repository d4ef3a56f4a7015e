package io.baytap.wallet.leader;

import io.baytap.wallet.domain.reconciliation.BreakReason;
import io.baytap.wallet.domain.reconciliation.MissingStatement;
import io.baytap.wallet.domain.reconciliation.Reconciliations;
import io.baytap.wallet.domain.reconciliation.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Remembers statements by source and day, and runs. */
final class PaperReconciliations implements Reconciliations {

    final Map<String, String> digests = new HashMap<>();
    final List<Run> runs = new ArrayList<>();
    final List<List<MissingStatement>> missing = new ArrayList<>();
    final List<BreakView> open = new ArrayList<>();
    final Set<LocalDate> traded = new HashSet<>();

    @Override
    public Taken take(Statement statement, LocalDate asOf, Instant at) {
        String before = digests.putIfAbsent(statement.source() + statement.day(), statement.digest());
        return before == null ? Taken.NEW : before.equals(statement.digest()) ? Taken.KNOWN : Taken.REISSUED;
    }

    @Override
    public boolean holds(String source, LocalDate day) {
        return digests.containsKey(source + day);
    }

    @Override
    public boolean traded(String scheme, LocalDate day) {
        return traded.contains(day);
    }

    @Override
    public Run run(LocalDate day, LocalDate asOf, Instant at, List<String> problems, List<MissingStatement> missing) {
        this.missing.add(List.copyOf(missing));
        var run = new Run(day, runs.size() + 1, at, 0, 0, 0, 0, List.copyOf(problems));
        runs.add(run);
        return run;
    }

    @Override
    public Optional<Run> latest(LocalDate day) {
        return runs.reversed().stream().filter(run -> run.day().equals(day)).findFirst();
    }

    @Override
    public Optional<LocalDate> lastDay() {
        return runs.stream().map(Run::day).max(LocalDate::compareTo);
    }

    @Override
    public Optional<LocalDate> firstDay() {
        return traded.stream().min(LocalDate::compareTo);
    }

    @Override
    public List<HeldStatement> statements(LocalDate day) {
        return List.of();
    }

    @Override
    public List<BreakView> breaksSince(LocalDate day) {
        return List.of();
    }

    @Override
    public List<BreakView> open() {
        return List.copyOf(open);
    }

    @Override
    public Map<BreakReason, Long> openByReason() {
        return Map.of();
    }

    @Override
    public Map<String, Long> unreconciledMinor() {
        return Map.of();
    }
}
