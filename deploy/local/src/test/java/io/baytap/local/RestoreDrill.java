package io.baytap.local;

import static io.baytap.local.LineService.CROSS_BORDER_REPORTING;
import static io.baytap.local.LineService.WALLET_SETTLEMENT;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.baytap.sandbox.day.Progress;
import io.baytap.stack.BrokerUser;
import io.baytap.stack.Child;
import io.baytap.stack.Command;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What operations does, by the runbook, while a day is replayed: one step after the other. */
final class RestoreDrill implements Progress {

    private static final List<LineService> WITH_DATABASES = List.of(WALLET_SETTLEMENT, CROSS_BORDER_REPORTING);

    /** Members that did not say that they leave are missed after 10 s. */
    private static final Duration MISSED_MAX = Duration.ofSeconds(30);

    private static final Duration RUN_MAX = Duration.ofMinutes(1);
    private static final long LOOK_AGAIN_MILLIS = 500;

    /** In their order; each when so much of the day is over. */
    enum Step {
        BACK_UP(25),
        NOTE_THE_TIME(40),
        LOSE_AND_RESTORE_ALL(55),
        LOSE_AND_RESTORE_TO_THE_TIME(75);

        private final int percent;

        Step(int percent) {
            this.percent = percent;
        }
    }

    private final Line line;
    private final Layout layout;
    private final Path output;
    private final BrokerUser operations;
    private final List<Step> done = new ArrayList<>();
    private @Nullable Path base;
    private @Nullable Instant time;
    private long restoredFares;
    private long lostFares;

    RestoreDrill(Line line, Layout layout, Path output) {
        this.line = line;
        this.layout = layout;
        this.output = output;
        this.operations = ChartUsers.read(layout.users()).add("operations", line.stack());
    }

    /** The steps that were taken. */
    List<Step> done() {
        return done;
    }

    /** How many fares the last restore took back. */
    long lostFares() {
        return lostFares;
    }

    @Override
    public synchronized void advanced(long tapsDone, long tapsTotal, Instant at) {
        Step[] steps = Step.values();
        if (done.size() < steps.length && tapsDone * 100 >= tapsTotal * steps[done.size()].percent) {
            take(steps[done.size()]);
            done.add(steps[done.size()]);
        }
    }

    private void take(Step step) {
        switch (step) {
            case BACK_UP -> {
                // Before the backup: whatever is restored from it is of a later time.
                WITH_DATABASES.forEach(
                        service -> assertThat(positions(service, "--save")).isZero());
                base = line.stack().backUpDatabases();
            }
            case NOTE_THE_TIME -> time = now();
            case LOSE_AND_RESTORE_ALL -> loseAndRestore(null);
            case LOSE_AND_RESTORE_TO_THE_TIME -> {
                long before = bookedFares();
                loseAndRestore(requireNonNull(time));
                lostFares = before - restoredFares;
            }
        }
    }

    private void loseAndRestore(@Nullable Instant until) {
        line.stack().loseDatabases();
        WITH_DATABASES.forEach(line::kill);
        line.stack().restoreDatabases(requireNonNull(base), until);
        restoredFares = bookedFares();
        WITH_DATABASES.forEach(this::putPositionsBack);
        WITH_DATABASES.forEach(line::restart);
    }

    private void putPositionsBack(LineService service) {
        long deadline = System.nanoTime() + MISSED_MAX.toNanos();
        while (positions(service, "--put-back") != 0) {
            assertThat(System.nanoTime()).as("the positions of " + service.id()).isLessThan(deadline);
            pause();
        }
    }

    /** Runs the program as its user, with a file of the service's own; its status. */
    private int positions(LineService service, String what) {
        List<String> program = new ArrayList<>(Line.jvm(64));
        program.addAll(List.of(
                "-cp",
                layout.operations().toString(),
                "io.baytap.operations.PositionsCommand",
                "--broker",
                operations.bootstrapServers(),
                "--client",
                client().toString(),
                "--service",
                service.id(),
                what,
                directory().resolve(service.id() + ".positions").toString()));
        Child run = line.stack()
                .warden()
                .start(Command.of("positions", program, Map.of(), output.resolve("positions.log")));
        return run.awaitExit(RUN_MAX);
    }

    private Path client() {
        var settings = new Properties();
        settings.putAll(operations.settings());
        Path file = directory().resolve("client.properties");
        try (var out = Files.newBufferedWriter(file)) {
            settings.store(out, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    private Path directory() {
        return line.stack().warden().directory("positions");
    }

    /** By the database's own clock, which stamps commits. */
    private Instant now() {
        return Instant.ofEpochMilli(asked("select cast(extract(epoch from clock_timestamp()) * 1000 as bigint)"));
    }

    private long bookedFares() {
        return asked("select count(*) from booked_fare");
    }

    private long asked(String sql) {
        var stack = line.stack();
        try (var connection = DriverManager.getConnection(stack.jdbcUrl("wallet"), stack.username(), stack.password());
                var rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
