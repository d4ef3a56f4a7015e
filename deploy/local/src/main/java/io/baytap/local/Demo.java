package io.baytap.local;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.baytap.sandbox.day.ReplayResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BiConsumer;

/** Starts the line, replays a day, reconciles it, and writes and prints the summary. */
final class Demo {

    private final Layout layout;
    private final Screen screen;
    private final DaySettings settings;
    private final LineSettings lineSettings;
    private final Path output;
    private final long begun = System.nanoTime();

    /** @param output where {@code summary.json} and the logs are written */
    Demo(Layout layout, Screen screen, DaySettings settings, LineSettings lineSettings, Path output) {
        this.layout = layout;
        this.screen = screen;
        this.settings = settings;
        this.lineSettings = lineSettings;
        this.output = output;
    }

    /** Runs it; when the summary is there and before the line ends, calls that. */
    Summary run(BiConsumer<Line, Summary> then) {
        screen.say("starting the line");
        var times = new StartTimes(screen);
        try (Line line = Line.start(layout, logs(), times, lineSettings.shape());
                var _ = new Supervisor(line, screen);
                var memory = new MemoryWatch(line::processes)) {
            screen.say("  %-28s %5.1f s".formatted("all, overlapping", times.total()));
            Summary summary = replay(line, times, memory);
            write(summary);
            screen.say(SummaryText.of(summary));
            then.accept(line, summary);
            return summary;
        }
    }

    private Summary replay(Line line, StartTimes times, MemoryWatch memory) {
        double startSeconds = times.total();
        try (var run = new DayRun(line, layout, screen, settings);
                var ordeal = lineSettings.ordeal().apply(line, screen)) {
            screen.say("registering gates, routes, issuers, contracts and rates");
            run.register();
            run.bringRates();
            screen.say("replaying %s".formatted(settings.day()));
            long replayFrom = System.nanoTime();
            ReplayResult sent = run.replay(ordeal);
            run.drain();
            double replaySeconds = StartTimes.secondsSince(replayFrom);
            run.closeDay();
            screen.say("closing the books");
            BooksClosing.Result books = run.closeBooks(output);
            screen.say("reconciling");
            Differences differences = run.reconcile(sent);
            differences.each("books", books.differences());
            differences.each("ordeal", ordeal.differences());
            screen.say("reconciling with statements of providers and bank");
            StatementCheck.Result statements = new StatementCheck(line)
                    .reconcile(settings.day(), books.books().bankClosed());
            differences.each("statements", statements.differences());
            screen.say("testing what the settlement topics promise");
            ContractCheck.Result contract = new ContractCheck(line, layout, output).run();
            differences.each("contract", contract.differences());
            screen.say("searching everything for riders' accounts");
            PrivacyCheck.Result privacy = new PrivacyCheck(line, run, output).run();
            differences.each("privacy", privacy.differences());
            var pace = new Summary.Pace(
                    startSeconds,
                    times.seconds(),
                    replaySeconds,
                    Math.round(settings.trips() / replaySeconds),
                    StartTimes.secondsSince(begun));
            return new SummaryMaker(run, books.books(), statements.statements(), contract.said(), privacy.said())
                    .make(
                            settings,
                            sent,
                            differences.all(),
                            ordeal.pauses(),
                            pace,
                            new Summary.Memory(memory.totalPeakMebibytes(), memory.peakMebibytes()),
                            line.url(LineService.CROSS_BORDER_REPORTING) + "/");
        }
    }

    /** Empty: what earlier runs logged is of no use to this one. */
    private Path logs() {
        try {
            Path logs = Files.createDirectories(output.resolve("logs"));
            try (var old = Files.list(logs)) {
                for (Path log : old.toList()) {
                    Files.delete(log);
                }
            }
            return logs;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(Summary summary) {
        Path file = output.resolve("summary.json");
        try {
            JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .build()
                    .writeValue(file.toFile(), summary);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        screen.say("written to " + layout.root().relativize(file));
    }
}
