package io.baytap.local;

import io.baytap.local.events.Batch;
import io.baytap.local.events.Conversion;
import io.baytap.local.events.Fare;
import io.baytap.local.events.LineEvents;
import io.baytap.local.events.Outcome;
import io.baytap.local.events.Posting;
import io.baytap.local.events.Rejection;
import io.baytap.local.events.Seen;
import io.baytap.local.events.Tap;
import io.baytap.sandbox.day.ExpectedAdjustment;
import io.baytap.sandbox.day.ExpectedDay;
import io.baytap.sandbox.day.ExpectedJourney;
import io.baytap.sandbox.day.ExpectedRider;
import io.baytap.sandbox.day.ReplayResult;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Follows every cent from what the riders should pay to what the provider has and what the operators get, from the raw topics, the ledger's
 * tables and the provider's own books. Shares no code with the services.
 */
final class Reconciliation {

    private static final String CAP = ExpectedAdjustment.Kind.CAP.name();

    private final ExpectedDay expected;
    private final LineEvents events;
    private final Differences differences = new Differences();

    Reconciliation(ExpectedDay expected, LineEvents events) {
        this.expected = expected;
        this.events = events;
    }

    Differences differences() {
        return differences;
    }

    /** Every tap judged as it should be, and on the topic of its verdict. */
    void taps(ReplayResult sent) {
        differences.each("gates", sent.differences(expected.taps()));
        Collection<Tap> taps = events.taps.all();
        long late = taps.stream().filter(Tap::late).count();
        differences.equal("taps.accepted: late", expected.taps().late(), late);
        differences.equal("taps.accepted: on time", expected.taps().accepted(), taps.size() - late);
        differences.equal(
                "taps.rejected",
                expected.taps().rejected(),
                Totals.by(events.rejections.all(), Rejection::reason, _ -> 1));
        differences.each("taps.accepted, one id with two contents", events.taps.conflicts());
        differences.each("taps.rejected, one id with two contents", events.rejections.conflicts());
    }

    /** Every journey at the published fare, every fare converted and booked once. */
    void chain() {
        Collection<ExpectedJourney> journeys = expected.riders().stream()
                .flatMap(rider -> rider.journeys().stream())
                .toList();
        differences.equal(
                "fare of a journey, minor units",
                Totals.by(journeys, ExpectedJourney::journeyId, ExpectedJourney::fareMinor),
                Totals.by(events.fares.all(), Fare::journeyId, Fare::amountMinor));
        differences.equal(
                "wallet's price of a journey, minor units",
                Totals.by(journeys, ExpectedJourney::journeyId, ExpectedJourney::walletMinor),
                Totals.by(events.conversions.all(), Conversion::journeyId, Conversion::walletMinor));
        differences.equal(
                "fares.assessed, sum of the deltas against the net",
                Totals.by(events.lastFares().values(), Fare::journeyId, Fare::netMinor),
                Totals.by(events.fares.all(), Fare::journeyId, Fare::amountMinor));
        once("fares.assessed", events.fares);
        once("fares.converted", events.conversions);
        once("settlements.posted", events.postings);
        differences.equal(
                "a fare and its conversion",
                amounts(events.fares.byId(), Function.identity(), Fare::amountMinor),
                Totals.by(events.conversions.all(), Conversion::fareId, Conversion::fareMinor));
        differences.equal(
                "a conversion and its posting",
                amounts(events.conversions.byId(), Function.identity(), Conversion::walletMinor),
                Totals.by(events.postings.all(), Posting::conversionId, Posting::walletMinor));
        differences.each(
                "dead letters",
                events.deadLetters.entrySet().stream()
                        .map(topic -> topic.getKey() + " holds " + topic.getValue())
                        .toList());
    }

    /** Every fare is made up of what it should be made up of: the ride alone, surcharge, transfer, interchange discount, cap. */
    void reasons() {
        Map<String, Fare> fares = events.lastFares();
        Map<String, Long> alone = new TreeMap<>();
        Map<String, Long> adjusted = new TreeMap<>();
        Map<String, Long> adjustedSeen = new TreeMap<>();
        expected.riders().stream().flatMap(rider -> rider.journeys().stream()).forEach(journey -> {
            alone.put(journey.journeyId(), journey.aloneMinor());
            Map<String, Long> wanted = Totals.by(
                    journey.adjustments(), adjustment -> adjustment.kind().name(), ExpectedAdjustment::amountMinor);
            Fare fare = fares.get(journey.journeyId());
            Map<String, Long> seen = fare == null ? Map.of() : fare.adjustedMinor();
            boolean capped = wanted.containsKey(CAP) || seen.containsKey(CAP);
            wanted.forEach((kind, amount) -> adjusted.merge(reason(journey, kind, capped), amount, Math::addExact));
            seen.forEach((kind, amount) -> adjustedSeen.merge(reason(journey, kind, capped), amount, Math::addExact));
        });
        differences.equal(
                "fare of a journey alone, minor units",
                alone,
                Totals.by(fares.values(), Fare::journeyId, Fare::aloneMinor));
        differences.equal("adjustment of a journey's fare, minor units", adjusted, adjustedSeen);
    }

    /**
     * A cap swallows discounts: one that comes to be known later, because its tap was late, leaves the fare where it was, and no fare is
     * published anew. So where there is a cap, it and the discounts are compared as one amount.
     */
    private static String reason(ExpectedJourney journey, String kind, boolean capped) {
        boolean discount = !kind.equals(ExpectedAdjustment.Kind.SURCHARGE.name());
        return journey.journeyId() + " " + (capped && discount ? "discounts and " + CAP : kind);
    }

    /** The ledger sums to zero, and every account holds what the topics and the provider say. */
    void ledger(WalletBooks books, ProviderBooks provider) {
        differences.each("journal does not sum to zero", books.unbalanced());
        differences.each("balance differs from its postings", books.wrongBalances());
        differences.equal("ledger, sum by currency", Map.of(), books.sums());
        differences.equal(
                "a conversion and its row in the ledger",
                amounts(events.conversions.byId(), Function.identity(), Conversion::walletMinor),
                books.bookedFares());
        Map<String, Long> balances = books.balances();
        Map<String, Long> fees = new CardCheck(expected, events).fees();
        differences.equal("provider-fees", fees, account(balances, "provider-fees"));
        Map<String, Long> kept = account(balances, "provider-clearing");
        fees.forEach((scheme, fee) -> kept.merge(scheme, fee, Math::addExact));
        differences.equal("provider's books, and provider-clearing with provider-fees", provider.netByScheme(), kept);
        Map<String, Long> owed = byCurrency(
                rider -> "wallet-receivable:" + rider.scheme(),
                rider -> rider.isDeclined() ? rider.askedMinor() : Map.of());
        differences.equal("wallet-receivable", owed, startingWith(balances, "wallet-receivable"));
        Map<String, Long> earned = Totals.by(
                events.postings.all(),
                posting -> posting.operatorId() + " " + posting.fareCurrency(),
                Posting::fareMinor);
        differences.equal("operator's fares against payable and settlement", earned, operators(balances));
    }

    /** Every rider was debited what the published figures say, less refunds, or owes it. */
    void riders(WalletBooks books, ProviderBooks provider) {
        differences.equal(
                "rider's debits at the provider, minor units",
                byCurrency(ExpectedRider::contractId, ExpectedRider::debitedMinor),
                provider.netByContract());
        differences.equal(
                "rider's debt, minor units",
                byCurrency(ExpectedRider::riderId, rider -> rider.isDeclined() ? rider.askedMinor() : Map.of()),
                books.owed());
        new CardCheck(expected, events).compare(provider, differences);
        Map<String, Long> charged = Totals.by(events.settled.all(), Outcome::riderAndCurrency, Outcome::amountMinor);
        Totals.by(events.refunded.all(), Outcome::riderAndCurrency, Outcome::amountMinor)
                .forEach((rider, refunded) -> charged.merge(rider, -refunded, Math::addExact));
        differences.equal(
                "rider's charges.settled less charges.refunded, minor units",
                byCurrency(ExpectedRider::riderId, ExpectedRider::debitedMinor),
                charged);
        differences.each("charges.settled, one id with two contents", events.settled.conflicts());
        differences.each("charges.refunded, one id with two contents", events.refunded.conflicts());
    }

    /** Every batch on the topic as in the ledger, and together they pay what the fares of their days add up to. */
    void batches(WalletBooks books) {
        differences.equal(
                "batch, fares",
                books.batchCounts(),
                Totals.by(events.batches.all(), Reconciliation::batchId, Batch::fareCount));
        differences.equal(
                "batch, minor units",
                books.batchAmounts(),
                Totals.by(events.batches.all(), Reconciliation::batchId, Batch::amountMinor));
        differences.each(
                "day without a batch",
                books.unbatched().stream()
                        .filter(batch -> batch.endsWith(":" + expected.day()))
                        .toList());
        Map<String, Long> paid = startingWith(books.balances(), "operator-settlement").entrySet().stream()
                .collect(
                        Collectors.toMap(account -> account.getKey().split(":", 2)[1], account -> -account.getValue()));
        differences.equal(
                "batches and operator-settlement",
                Totals.by(
                        events.batches.all(), batch -> batch.operatorId() + " " + batch.currency(), Batch::amountMinor),
                paid);
        once("settlements.batches, as the ledger has them", events.batches);
    }

    private void once(String topic, Seen<?> seen) {
        differences.each(topic + ", one id with two contents", seen.conflicts());
        differences.equal(topic + ", records with an id that was there before", 0L, seen.repeats());
    }

    private static <E> Map<String, Long> amounts(
            Map<String, E> byId, Function<String, String> key, Function<E, Long> amount) {
        Map<String, Long> amounts = new TreeMap<>();
        byId.forEach((id, event) -> amounts.put(key.apply(id), amount.apply(event)));
        return amounts;
    }

    private static String batchId(Batch batch) {
        return batch.operatorId() + ":" + batch.currency() + ":" + batch.day();
    }

    private static Map<String, Long> startingWith(Map<String, Long> balances, String account) {
        return balances.entrySet().stream()
                .filter(balance -> balance.getKey().startsWith(account))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Map<String, Long> byCurrency(
            Function<ExpectedRider, String> key, Function<ExpectedRider, Map<String, Long>> amounts) {
        Map<String, Long> totals = new TreeMap<>();
        for (ExpectedRider rider : expected.riders()) {
            amounts.apply(rider)
                    .forEach((currency, amount) ->
                            totals.merge(key.apply(rider) + " " + currency, amount, Math::addExact));
        }
        return totals;
    }

    /** The balances of accounts of a kind, as {@code whose currency}. */
    private static Map<String, Long> account(Map<String, Long> balances, String kind) {
        Map<String, Long> accounts = new TreeMap<>();
        startingWith(balances, kind).forEach((name, amount) -> accounts.put(name.split(":", 2)[1], amount));
        return accounts;
    }

    /** What each operator is owed or was settled, as {@code operator currency}: credits positive. */
    private static Map<String, Long> operators(Map<String, Long> balances) {
        Map<String, Long> operators = new TreeMap<>();
        for (String account : List.of("operator-payable", "operator-settlement")) {
            startingWith(balances, account)
                    .forEach((name, amount) ->
                            operators.merge(Objects.requireNonNull(name.split(":", 2)[1]), -amount, Math::addExact));
        }
        return operators;
    }
}
