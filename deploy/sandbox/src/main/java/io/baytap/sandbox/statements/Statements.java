package io.baytap.sandbox.statements;

import io.baytap.sandbox.statements.ErrorPlanter.Told;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What is told of a day: what happened, and the errors planted into that. */
final class Statements {

    private final Clock clock;
    private final Map<LocalDate, Long> seeds = new ConcurrentHashMap<>();

    Statements(Clock clock) {
        this.clock = clock;
    }

    /** Plants errors into a day, by a seed; false, and nothing changes, if the day is over: somebody may have been told the truth. */
    boolean plant(LocalDate day, long seed) {
        boolean open = !isOver(day);
        if (open) {
            seeds.put(day, seed);
        }
        return open;
    }

    boolean isOver(LocalDate day) {
        return Days.of(clock.instant()).isAfter(day);
    }

    /** The lines of a day's statement, in the order of their times. */
    List<StatementLine> of(ProviderBook book, LocalDate day) {
        var lines = new ArrayList<>(told(book, day).today());
        lines.addAll(told(book, day.minusDays(1)).tomorrow());
        lines.sort(StatementLine.BY_TIME);
        return lines;
    }

    /** What was planted into statements of days that are over. */
    List<PlantedError> planted(ProviderBook book) {
        return seeds.keySet().stream()
                .sorted()
                .filter(this::isOver)
                .flatMap(day -> told(book, day).errors().stream())
                .toList();
    }

    /** The payout that is short, among batches of one trade day. */
    Optional<PlantedError> shortPayout(Institution institution, LocalDate day, List<Settlement> batches) {
        Long seed = seeds.get(day);
        return seed == null ? Optional.empty() : new ErrorPlanter(seed, institution, day).shortPayout(batches);
    }

    /** By which errors are planted into a day; empty: none are. */
    Optional<Long> seed(LocalDate day) {
        return Optional.ofNullable(seeds.get(day));
    }

    /** Days into which errors are planted and that are over. */
    List<LocalDate> plantedDays() {
        return seeds.keySet().stream().sorted().filter(this::isOver).toList();
    }

    private Told told(ProviderBook book, LocalDate day) {
        List<StatementLine> right = book.movements().stream()
                .filter(movement -> Days.of(movement.at()).equals(day))
                .sorted(Movement.BY_TIME)
                .map(StatementLine::of)
                .toList();
        Long seed = seeds.get(day);
        return seed == null ? Told.right(right) : new ErrorPlanter(seed, book.institution(), day).plant(right);
    }
}
