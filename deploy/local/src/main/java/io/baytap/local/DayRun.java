package io.baytap.local;

import io.baytap.local.events.LineEvents;
import io.baytap.sandbox.day.ExpectedJourney;
import io.baytap.sandbox.day.Plan;
import io.baytap.sandbox.day.Progress;
import io.baytap.sandbox.day.ReplayResult;
import io.baytap.sandbox.day.Simulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/** Replays a day through a running line and reconciles it. */
public final class DayRun implements AutoCloseable {

    private static final ZoneId LOCAL = ZoneId.of("Asia/Hong_Kong");

    /** Journeys without an exit are over by now; the day is not closed yet. */
    private static final LocalTime JOURNEYS_EXPIRED = LocalTime.of(3, 30);

    /** The cut-off is at four. */
    private static final LocalTime DAY_CLOSED = LocalTime.of(5, 0);

    /** A transaction that a killed process left open is ended by the broker within a minute. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Line line;
    private final Layout layout;
    private final Screen screen;
    private final DaySettings settings;
    private final Plan plan;
    private final DryLine dry;
    private final ReplayClock clock;

    DayRun(Line line, Layout layout, Screen screen, DaySettings settings) {
        this.line = line;
        this.layout = layout;
        this.screen = screen;
        this.settings = settings;
        this.plan = Simulator.prepare(settings.day(), settings.seed(), settings.trips(), layout.published());
        this.dry = new DryLine(line, screen);
        this.clock = new ReplayClock(line, dry.reader());
    }

    /** The published rates, proposed by one and approved by another: once for a line, whatever its days. */
    public void bringRates() {
        new FxDesk(line).bring(layout.rates());
    }

    /** Gates, routes, issuers and contracts, and the tariff that changes on the day. */
    public void register() {
        try {
            line.tariffs().changeOn(settings.day());
            plan.register(line.stack().bootstrapServers(), line.stack().registryUrl(), line.provider());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
        clock.begin(settings.day().atStartOfDay(LOCAL).toInstant());
        if (settings.faultyStatements()) {
            new SandboxDesk(line).plantErrors(settings.day(), settings.seed());
        }
        line.tariffs().awaitChangeOn(settings.day(), line);
    }

    /** Sends the day; returns how the taps were judged. */
    public ReplayResult replay() {
        return replay((_, _, _) -> {});
    }

    /** The same, and tells somebody else as well how far it is. */
    ReplayResult replay(Progress also) {
        try (Screen.Bar bar = screen.bar("taps", "taps", plan.taps());
                var restraint = new Restraint(line)) {
            return plan.replay(line.url(LineService.TAP_INGEST), (done, total, time) -> {
                bar.to(done, time.atZone(LOCAL).toLocalTime().withNano(0) + " in Hong Kong");
                clock.passed(time);
                also.advanced(done, total, time);
                restraint.await();
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** Waits until nothing is under way; returns false if that was given up, because nothing moved any more. */
    public boolean drain() {
        return drain("the line is dry", () -> true);
    }

    /** Lets the night come: journeys without an exit are priced, then the day's batches close. */
    public void closeDay() {
        Set<String> journeys = plan.expected().riders().stream()
                .flatMap(rider -> rider.journeys().stream())
                .map(ExpectedJourney::journeyId)
                .collect(Collectors.toSet());
        tick(JOURNEYS_EXPIRED);
        drain(
                "open journeys have their fare",
                () -> events().fares.all().stream()
                        .map(fare -> fare.journeyId())
                        .collect(Collectors.toSet())
                        .containsAll(journeys));
        tick(DAY_CLOSED);
        drain(
                "the day's batches are closed",
                () -> dry.books().unbatched().stream().noneMatch(batch -> batch.endsWith(":" + settings.day())));
    }

    /**
     * Pays the operators, closes the bank's days and has the ledger proved.
     *
     * @param output where the files stay
     */
    BooksClosing.Result closeBooks(Path output) {
        return new BooksClosing(line, output)
                .close(
                        settings.day(),
                        dry.books().batchAmounts(),
                        ProviderBooks.read(line),
                        new CardCheck(plan.expected(), events()).fees());
    }

    /** What is replayed, and what should come out. */
    public Plan plan() {
        return plan;
    }

    /** What the line had said when it was last waited for. */
    public LineEvents events() {
        return dry.events();
    }

    /** Everything compared with everything; also what is still under way, if waiting for it was given up. */
    Differences reconcile(ReplayResult sent) {
        var reconciliation = new Reconciliation(plan.expected(), events());
        ProviderBooks provider = ProviderBooks.read(line);
        reconciliation.differences().each("still under way", dry.underWay());
        reconciliation.taps(sent);
        reconciliation.chain();
        reconciliation.reasons();
        reconciliation.ledger(dry.books(), provider);
        reconciliation.riders(dry.books(), provider);
        reconciliation.batches(dry.books());
        reconciliation.differences().each("the broker", line.stack().refused());
        new ReportingCheck(events(), reconciliation.differences()).compare(line);
        new ReportFilesCheck(events(), reconciliation.differences()).compare(line);
        return reconciliation.differences();
    }

    @Override
    public void close() {
        clock.close();
        dry.close();
    }

    WalletBooks books() {
        return dry.books();
    }

    private boolean drain(String state, BooleanSupplier condition) {
        long from = System.nanoTime();
        boolean done = dry.await(condition, PATIENCE);
        screen.say(
                done
                        ? "  %-28s %5.1f s".formatted(state, StartTimes.secondsSince(from))
                        : "  given up, nothing moves: " + dry.underWay());
        return done;
    }

    private void tick(LocalTime time) {
        clock.tell(settings.day().plusDays(1).atTime(time).atZone(LOCAL).toInstant());
    }

    private static IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("interrupted", e);
    }
}
