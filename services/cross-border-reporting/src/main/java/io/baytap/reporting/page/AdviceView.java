package io.baytap.reporting.page;

import io.baytap.reporting.neighbours.FareCalculation.Fare;
import io.baytap.reporting.neighbours.FareCalculation.Quote;
import io.baytap.reporting.neighbours.FxConversion.Conversion;
import io.baytap.reporting.neighbours.Told;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A form for a ride, and what it costs. README.md lists the test ids.
 *
 * @param unavailable why there is nothing to choose or no answer, in the visitor's language
 * @param tiles fare and debit; empty while there is no answer
 * @param explanation what makes up the fare; null while there is no answer
 * @param tariffs which versions priced it
 * @param notes on the debit
 */
public record AdviceView(
        List<FormField> fields,
        List<String> unavailable,
        List<Tile> tiles,
        @Nullable Table explanation,
        String tariffs,
        List<String> notes) {

    /** What another rule than the leg's own changes. */
    public enum Adjustment {
        SURCHARGE,
        OFF_PEAK,
        TRANSFER,
        INTERCHANGE,
        CAP,
        /** One that this version does not know. */
        OTHER;

        static Adjustment of(String kind) {
            return Arrays.stream(values())
                    .filter(known -> known.name().equals(kind))
                    .findFirst()
                    .orElse(OTHER);
        }
    }

    static AdviceView of(Shell shell, Inquiry inquiry) {
        var text = shell.messages(AdviceMessages.class);
        List<String> unavailable = new ArrayList<>();
        inquiry.failures()
                .forEach(failure -> unavailable.add(Objects.requireNonNullElse(Part.why(shell, failure), "")));
        List<Tile> tiles = new ArrayList<>();
        inquiry.quote().ifPresent(quote -> tiles.addAll(fares(text, quote)));
        List<String> notes = new ArrayList<>();
        inquiry.conversion().ifPresent(told -> {
            if (told instanceof Told.Known<Conversion>(Conversion conversion)) {
                var fare = inquiry.quote().orElseThrow().totals().getFirst().currency();
                tiles.add(DebitAdvice.tile(text, conversion, fare));
                notes.addAll(DebitAdvice.notes(text, conversion, fare));
            } else if (told instanceof Told.Refused<?> refused && refused.status() == 404) {
                notes.add(text.noRate());
            } else {
                notes.add(text.debit() + ": " + Part.why(shell, told));
            }
        });
        return new AdviceView(
                AdviceFields.of(shell, text, inquiry),
                unavailable,
                tiles,
                inquiry.quote().map(quote -> explanation(text, quote)).orElse(null),
                inquiry.quote().stream()
                        .flatMap(quote -> quote.journeys().stream())
                        .map(fare -> text.tariff(fare.tariffVersion()))
                        .distinct()
                        .collect(Collectors.joining(" ")),
                notes);
    }

    private static List<Tile> fares(AdviceMessages text, Quote quote) {
        return quote.totals().stream()
                .map(total -> new Tile(text.fare(), Figure.signedMoney("fare", total.money()), List.of()))
                .toList();
    }

    private static Table explanation(AdviceMessages text, Quote quote) {
        List<Row> rows = quote.journeys().stream()
                .flatMap(fare -> Stream.concat(Stream.of(leg(text, fare)), adjustments(text, fare)))
                .toList();
        return new Table(
                "explanation",
                text.explanation(),
                List.of(text.part(), text.rule()),
                List.of(text.amount()),
                rows,
                List.of());
    }

    private static Row leg(AdviceMessages text, Fare fare) {
        String product = fare.leg().fareProductId();
        return new Row(
                List.of(text.ride(product == null ? "" : product), fare.leg().rule()),
                List.of(Figure.money("fare-leg", fare.leg().fare().money())));
    }

    private static Stream<Row> adjustments(AdviceMessages text, Fare fare) {
        return fare.adjustments().stream()
                .map(adjustment -> new Row(
                        List.of(text.adjustment(Adjustment.of(adjustment.kind())), adjustment.rule()),
                        List.of(Figure.money(
                                "fare-" + adjustment.kind(), adjustment.amount().money()))));
    }
}
