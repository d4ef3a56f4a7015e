package io.baytap.local;

import io.baytap.local.events.Batch;
import io.baytap.local.events.Conversion;
import io.baytap.local.events.LineEvents;
import io.baytap.local.events.Outcome;
import io.baytap.local.events.Posting;
import io.baytap.sandbox.day.ExpectedRider;
import io.baytap.sandbox.day.ReplayResult;
import io.baytap.schemas.fares.v1.FareKind;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Counts what a day came to. */
final class SummaryMaker {

    private final DayRun run;
    private final Summary.Books books;
    private final Summary.Statements statements;
    private final String contract;
    private final String privacy;
    private final LineEvents events;

    /**
     * Of a day that was compared.
     *
     * @param contract what the contract tests said last
     * @param privacy what the search for accounts said
     */
    SummaryMaker(DayRun run, Summary.Books books, Summary.Statements statements, String contract, String privacy) {
        this.run = run;
        this.books = books;
        this.statements = statements;
        this.contract = contract;
        this.privacy = privacy;
        this.events = run.events();
    }

    Summary make(
            DaySettings settings,
            ReplayResult sent,
            List<String> differences,
            List<Summary.Pause> pauses,
            Summary.Pace pace,
            Summary.Memory memory,
            String page) {
        return new Summary(
                settings.day(),
                settings.seed(),
                settings.trips(),
                differences.isEmpty(),
                differences,
                taps(sent),
                new TapGroups(events).byOperator(),
                new TapGroups(events).byHour(),
                events.journeys(),
                events.fares.count(),
                corrections(),
                events.postings.count(),
                sum("HKD"),
                sum("CNY"),
                charges(),
                new RuleCounts(run.plan().expected(), events.lastFares()).all(),
                operators(),
                corridors(),
                batches(),
                PlannedRides.of(run.plan().expected()),
                books,
                statements,
                contract,
                privacy,
                run.books().sums(),
                riders(),
                latency(),
                pauses,
                pace,
                memory,
                page);
    }

    private static Summary.Taps taps(ReplayResult sent) {
        return new Summary.Taps(
                sent.sent(),
                sent.accepted(),
                sent.late(),
                sent.resent(),
                sent.rejected().values().stream().mapToLong(Long::longValue).sum(),
                sent.rejected(),
                sent.refused(),
                sent.retries());
    }

    private long corrections() {
        return events.fares.all().stream()
                .filter(fare -> fare.kind() == FareKind.CORRECTION)
                .count();
    }

    private long sum(String currency) {
        return events.postings.all().stream()
                .mapToLong(posting -> posting.in(currency))
                .sum();
    }

    private Summary.Charges charges() {
        return new Summary.Charges(
                events.settled.count(),
                events.declined.count(),
                events.refunded.count(),
                Totals.by(events.settled.all(), Outcome::currency, Outcome::amountMinor),
                Totals.by(events.declined.all(), Outcome::currency, Outcome::amountMinor),
                Totals.by(events.refunded.all(), Outcome::currency, Outcome::amountMinor));
    }

    private List<Summary.OperatorWallet> operators() {
        return groups(posting -> posting.operatorId() + "/" + posting.walletScheme()).entrySet().stream()
                .map(group -> {
                    String[] key = group.getKey().split("/", 2);
                    return new Summary.OperatorWallet(
                            key[0],
                            key[1],
                            journeys(group.getValue()),
                            group.getValue().size(),
                            in("HKD", group.getValue()),
                            in("CNY", group.getValue()));
                })
                .toList();
    }

    private List<Summary.CorridorTotal> corridors() {
        return groups(Posting::corridor).entrySet().stream()
                .map(group -> new Summary.CorridorTotal(
                        group.getKey(),
                        journeys(group.getValue()),
                        group.getValue().size(),
                        in("HKD", group.getValue()),
                        in("CNY", group.getValue())))
                .toList();
    }

    private List<Summary.BatchTotal> batches() {
        return events.batches.all().stream()
                .sorted(Comparator.comparing(Batch::day)
                        .thenComparing(Batch::operatorId)
                        .thenComparing(Batch::currency))
                .map(batch -> new Summary.BatchTotal(
                        batch.operatorId(), batch.currency(), batch.day(), batch.fareCount(), batch.amountMinor()))
                .toList();
    }

    private Summary.Riders riders() {
        List<ExpectedRider> expected = run.plan().expected().riders();
        Map<String, Long> charged = Totals.by(events.settled.all(), Outcome::currency, Outcome::amountMinor);
        events.refunded
                .all()
                .forEach(refund -> charged.merge(refund.currency(), -refund.amountMinor(), Math::addExact));
        Map<String, Long> owed = new TreeMap<>();
        run.books()
                .owed()
                .forEach((riderAndCurrency, amount) -> owed.merge(
                        riderAndCurrency.substring(riderAndCurrency.lastIndexOf(' ') + 1), amount, Math::addExact));
        Map<String, Long> asked = new TreeMap<>();
        expected.forEach(rider ->
                rider.askedMinor().forEach((currency, amount) -> asked.merge(currency, amount, Math::addExact)));
        return new Summary.Riders(expected.size(), asked, charged, owed);
    }

    private Summary.Latency latency() {
        long[] millis = events.conversions.byId().entrySet().stream()
                .filter(conversion -> conversion.getValue().kind() == FareKind.FARE)
                .mapToLong(conversion -> latency(conversion.getKey(), conversion.getValue()))
                .filter(latency -> latency >= 0)
                .sorted()
                .toArray();
        return new Summary.Latency(millis.length, percentile(millis, 50), percentile(millis, 99));
    }

    /** -1 if it is not settled. */
    private long latency(String conversionId, Conversion conversion) {
        Long settledAt = events.settledAppendedAt.get("charge:" + conversionId);
        Long tappedAt = events.tapAppendedAt.get(conversion.lastTapId());
        return settledAt == null || tappedAt == null ? -1 : settledAt - tappedAt;
    }

    private static long percentile(long[] sorted, int percent) {
        return sorted.length == 0 ? 0 : sorted[(int) ((sorted.length - 1L) * percent / 100)];
    }

    private Map<String, List<Posting>> groups(Function<Posting, String> key) {
        return events.postings.all().stream().collect(Collectors.groupingBy(key, TreeMap::new, Collectors.toList()));
    }

    private static long journeys(List<Posting> postings) {
        return postings.stream()
                .filter(posting -> posting.kind() != FareKind.CORRECTION)
                .count();
    }

    private static long in(String currency, List<Posting> postings) {
        return postings.stream().mapToLong(posting -> posting.in(currency)).sum();
    }
}
