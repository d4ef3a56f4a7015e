package io.baytap.reporting.domain.report;

import io.baytap.reporting.domain.report.DueReport.Ended;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What has to be handed in, and what has been. */
public final class DueReports {

    private final List<DueReport> due;
    private final HandedInReports handedIn;

    public DueReports(List<DueReport> due, HandedInReports handedIn) {
        this.due = List.copyOf(due);
        this.handedIn = handedIn;
    }

    /** A report and a period, which is handed in once. */
    private record Key(String report, String period) {}

    /** Whether anything ever has to be handed in. */
    public boolean isAny() {
        return !due.isEmpty();
    }

    /** What has ended and has not been handed in; what is due first is first. */
    public List<Ended> open(LocalDate today) {
        Set<Key> done = handedIn.all().stream()
                .map(one -> new Key(one.report(), one.period()))
                .collect(Collectors.toSet());
        return due.stream()
                .flatMap(report -> report.ended(today).stream())
                .filter(ended -> !done.contains(new Key(ended.kind().title(), ended.title())))
                .sorted(Comparator.comparing(Ended::due)
                        .thenComparing(ended -> ended.kind().title())
                        .thenComparing(Ended::title))
                .toList();
    }

    /** A period that has ended and is due once, or was; nothing if there is no such. */
    public Optional<Ended> find(String report, String period, LocalDate today) {
        return due.stream()
                .filter(one -> one.kind().title().equals(report))
                .flatMap(one -> one.ended(today).stream())
                .filter(ended -> ended.title().equals(period))
                .findFirst();
    }
}
