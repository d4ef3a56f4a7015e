package io.baytap.local;

import io.baytap.local.events.Posting;
import io.baytap.local.privacy.AccountSearch;
import io.baytap.local.privacy.FileSearch;
import io.baytap.local.privacy.Findings;
import io.baytap.local.privacy.Sought;
import io.baytap.local.privacy.TableSearch;
import io.baytap.local.privacy.TopicSearch;
import io.baytap.sandbox.day.ExpectedRider;
import io.baytap.schemas.Topics;
import io.baytap.stack.EmbeddedStack;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * Searches all that the line wrote for the accounts of the day's riders: topics, tables, files and reports. They may stand nowhere. The
 * providers' contract ids may stand where contracts are registered and in wallet-settlement's tables, riders' pseudonyms in no log.
 * Left out are the data directories of Kafka and PostgreSQL, which are read as topics and tables.
 */
final class PrivacyCheck {

    private static final Set<Path> READ_OTHERWISE = Set.of(Path.of("kafka", "data"), Path.of("postgres", "data"));

    private final Line line;
    private final DayRun run;
    private final Path output;

    /**
     * Of a line that is dry.
     *
     * @param output where results and logs are written
     */
    PrivacyCheck(Line line, DayRun run, Path output) {
        this.line = line;
        this.run = run;
        this.output = output;
    }

    /**
     * What came of it.
     *
     * @param said what was looked into
     * @param differences a sentence per place that names one
     */
    record Result(String said, List<String> differences) {}

    /** Looks into everything once. */
    Result run() {
        long from = System.nanoTime();
        List<ExpectedRider> riders = run.plan().expected().riders();
        var findings = new Findings(sought(riders));
        var topics = new TopicSearch(line.stack().bootstrapServers(), findings);
        int topicCount = topics.run().size();
        EmbeddedStack stack = line.stack();
        int tables = new TableSearch(stack::jdbcUrl, stack.username(), stack.password(), findings)
                .run()
                .size();
        int reports = reports(findings);
        var files = new FileSearch(findings);
        files.run(stack.warden().directory(), READ_OTHERWISE);
        files.run(output, Set.of());
        return new Result(
                "%s of %,d riders named in %,d topics (%,d records), %,d tables, %,d files, %,d reports: %,d MiB in %.1f s"
                        .formatted(
                                findings.found().isEmpty() ? "none" : "SOME",
                                riders.size(),
                                topicCount,
                                topics.records(),
                                tables,
                                files.files(),
                                reports,
                                findings.bytes() >> 20,
                                StartTimes.secondsSince(from)),
                findings.found());
    }

    private static List<Sought> sought(List<ExpectedRider> riders) {
        return List.of(
                new Sought(
                        "an account",
                        AccountSearch.of(
                                riders.stream().map(ExpectedRider::account).toList()),
                        _ -> false),
                new Sought(
                        "a provider's contract",
                        AccountSearch.of(
                                riders.stream().map(ExpectedRider::contractId).toList()),
                        place -> place.startsWith("topic " + Topics.WALLETS_CONTRACTS.name() + ",")
                                || place.endsWith(" of database wallet")
                                || isNoLog(place)),
                new Sought(
                        "a rider's pseudonym",
                        AccountSearch.of(riders.stream()
                                .map(rider ->
                                        rider.riderId().substring(rider.scheme().length() + 1))
                                .toList()),
                        place -> !place.startsWith("file ") || isNoLog(place)));
    }

    private static boolean isNoLog(String place) {
        return place.startsWith("file ") && !place.endsWith(".log");
    }

    private int reports(Findings findings) {
        List<LocalDate> days =
                run.events().postings.all().stream().map(Posting::day).sorted().toList();
        var reports =
                new ReportSearch(line.http(), line.url(LineService.CROSS_BORDER_REPORTING), line::auditor, findings);
        return days.isEmpty() ? 0 : reports.run(days.getFirst(), days.getLast());
    }
}
