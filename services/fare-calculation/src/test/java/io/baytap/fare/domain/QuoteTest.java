package io.baytap.fare.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.baytap.fare.domain.Quote.PlannedRide;
import io.baytap.fare.tariff.RuleFeeds;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A quote is what the same taps would cost; an explanation says why they do. */
class QuoteTest {

    private static final Rulebook RULES = RuleFeeds.rules("""
            scheme: bay
            currency: HKD
            zone: Asia/Hong_Kong
            effectiveFrom: 2026-01-01
            interchanges:
              - {id: bus-rail, from: ["KMB:*"], to: ["MTR:*"], within: PT30M, amount: "2.00"}
            caps:
              - {id: day, routes: ["MTR:*", "SZM:*"], period: DAY, amount: "60.00"}
            """);

    @Test
    void severalRidesInTwoCurrenciesWithTheirTransfers() {
        Quote quote = quoted(
                RiderHistory.none(),
                ride("KMB", "KMB:52X:2", "KMB:52X:2#1", "KMB:52X:2#2", "08:00", "08:20"),
                ride("MTR", "MTR:heavy-rail", "MTR:1", "MTR:2", "08:40", "08:50"),
                ride("SZM", "SZM:metro", "SZM:a", "SZM:c", "10:00", "10:30"));

        assertThat(quote.totals()).extracting(String::valueOf).containsExactly("5.00 CNY", "8.00 HKD");
    }

    @Test
    void theRidersOwnCapCounts() {
        RiderHistory spent =
                new RiderDay(RULES).taps("07:00 E 1; 07:40 X 76", "07:40").history();

        assertThat(quoted(spent, ride("MTR", "MTR:heavy-rail", "MTR:1", "MTR:3", "08:40", "08:50"))
                        .totals())
                .extracting(String::valueOf)
                .containsExactly("7.80 HKD");
    }

    @ParameterizedTest(name = "{5}")
    @CsvSource({
        "XXX, MTR:heavy-rail, MTR:1, MTR:2, operator, 'has no tariff then'",
        "MTR, MTR:tram, MTR:1, MTR:2, route, 'is in no tariff of MTR'",
        "MTR, MTR:heavy-rail, MTR:1, , to, 'is missing: the fare depends on it'",
        "MTR, MTR:heavy-rail, , MTR:2, from, 'is missing: the fare depends on it'",
        "MTR, MTR:heavy-rail, MTR:1, MTR:99, to, 'UNKNOWN_STOP MTR:99'",
        "HKT, HKT:1:1, , , to, 'is missing: the fare depends on it'"
    })
    void whatCannotBeQuotedIsNamed(
            String operator, String route, @Nullable String from, @Nullable String to, String field, String reason) {
        PlannedRide ride = ride(operator, route, from, to, "08:00", "08:10");

        assertThat(Quote.of(RiderHistory.none(), List.of(ride), RULES))
                .isEqualTo(new Quote.Result.Refused(0, field, reason));
    }

    @Test
    void anExplanationNamesTapsRulesAndWhatDidNotApply() {
        RiderHistory history = new RiderDay(RULES)
                .taps("08:00 E R1; 08:45 E 1; 08:50 X 2", "09:00")
                .history();

        Explanation bus = explain("journey:tap:R1E:08:00", history);
        Explanation rail = explain("journey:tap:1E:08:45", history);

        assertThat(bus.notCheaper())
                .extracting(Explanation.Note::rule, Explanation.Note::reason)
                .containsExactly(org.assertj.core.api.Assertions.tuple(
                        "policy:pairing",
                        "no tap on leaving: within PT3H it would bring back what the section costs less"));
        assertThat(rail.net()).hasToString("4.90 HKD");
        assertThat(rail.journey().tapIds()).containsExactly("tap:1E:08:45", "tap:2X:08:50");
        assertThat(rail.notCheaper())
                .extracting(note -> note.rule() + ": " + note.reason())
                .containsExactly(
                        "scheme:bay/bus-rail: 45 minutes after the journey before, 30 allowed",
                        "scheme:bay/day: 4.90 HKD of 60.00 HKD spent");
        assertThat(Explanation.of("journey:tap:other:1", history, RULES)).isEmpty();
    }

    private static Explanation explain(String journeyId, RiderHistory history) {
        return Explanation.of(journeyId, history, RULES).orElseThrow();
    }

    private static Quote quoted(RiderHistory history, PlannedRide... rides) {
        return switch (Quote.of(history, List.of(rides), RULES)) {
            case Quote.Result.Quoted(Quote quote) -> quote;
            case Quote.Result.Refused refused -> throw new AssertionError(refused);
        };
    }

    private static PlannedRide ride(
            String operator, String route, @Nullable String from, @Nullable String to, String departs, String arrives) {
        return new PlannedRide(operator, route, null, from, to, RiderDay.at(departs), RiderDay.at(arrives));
    }
}
