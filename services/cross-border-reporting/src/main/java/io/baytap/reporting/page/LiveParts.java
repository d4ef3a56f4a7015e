package io.baytap.reporting.page;

import io.baytap.reporting.domain.live.Pulse;
import io.baytap.reporting.domain.live.SilentGates;
import io.baytap.reporting.domain.live.StagePulse;
import io.baytap.reporting.domain.live.UnsettledFare;
import io.baytap.reporting.rest.LineNow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the line is doing, as its screen shows it.
 *
 * @param stages null for somebody who sees one operator alone
 * @param asOf when Kafka was asked about the stages, in a sentence; null if they are not shown
 */
public record LiveParts(
        List<Tile> tiles, @Nullable Part stages, @Nullable String asOf, Table silent) {

    static LiveParts of(Shell shell, LineNow now, Instant time) {
        LineMessages text = shell.messages(LineMessages.class);
        Pulse pulse = now.pulse().orElse(null);
        return new LiveParts(
                List.of(oldest(text, now, time), silentGates(text, now.silent())),
                pulse == null ? null : stages(text, pulse),
                pulse instanceof Pulse.Known known ? text.stagesNote(Moments.second(known.at())) : null,
                silent(shell, text, now.silent()));
    }

    private static Tile oldest(LineMessages text, LineNow now, Instant time) {
        return now.oldestUnsettled()
                .map(fare -> new Tile(text.oldestUnsettled(), moment(fare), List.of(waits(text, fare, time))))
                .orElseGet(() -> new Tile(
                        text.oldestUnsettled(),
                        new Figure("unsettled-fares", "data-count", 0, text.allSettled()),
                        List.of()));
    }

    private static Figure moment(UnsettledFare fare) {
        return Figure.moment("oldest-unsettled", fare.occurredAt());
    }

    private static Tile.Note waits(LineMessages text, UnsettledFare fare, Instant time) {
        return new Tile.Note(
                text.waitsFor(fare.waitsFor()),
                Figure.age("oldest-unsettled-age", Duration.between(fare.occurredAt(), time)));
    }

    private static Tile silentGates(LineMessages text, SilentGates silent) {
        return new Tile(text.silentGates(), Figure.count("silent-gates", silent.count()), List.of());
    }

    private static Part stages(LineMessages text, Pulse pulse) {
        Table frame = new Table(
                "stages",
                text.stages(),
                List.of(text.stage()),
                List.of(text.perSecond(), text.unread(), text.waiting()),
                List.of(),
                List.of());
        return switch (pulse) {
            case Pulse.Known known ->
                new Part(frame.with(known.stages().stream().map(LiveParts::row).toList()), null);
            case Pulse.Unknown unknown -> new Part(frame, text.stagesUnknown(Moments.second(unknown.since())));
        };
    }

    private static Row row(StagePulse stage) {
        String testId = "stage-" + stage.service();
        return new Row(
                List.of(stage.service()),
                List.of(
                        Figure.perSecond(testId + "-rate", stage.thousandthsPerSecond()),
                        Figure.count(testId + "-unread", stage.unread()),
                        Figure.age(testId + "-waiting", stage.waiting())));
    }

    private static Table silent(Shell shell, LineMessages text, SilentGates silent) {
        int more = Math.toIntExact(silent.count()) - silent.longest().size();
        return new Table(
                "silent",
                more > 0 ? text.silentGates() + " \u00b7 " + text.moreGates(more) : text.silentGates(),
                List.of(text.gate(), shell.messages(ConsoleMessages.class).operator()),
                List.of(text.lastTap(), text.silentFor()),
                silent.longest().stream().map(LiveParts::row).toList(),
                List.of());
    }

    private static Row row(SilentGates.Gate gate) {
        return new Row(
                List.of(gate.gateId(), gate.operatorId()),
                List.of(
                        Figure.moment("silent-" + gate.gateId() + "-last", gate.lastTap()),
                        Figure.age("silent-" + gate.gateId(), gate.silentFor())));
    }
}
