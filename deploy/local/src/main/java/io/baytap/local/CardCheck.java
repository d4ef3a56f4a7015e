package io.baytap.local;

import io.baytap.local.events.LineEvents;
import io.baytap.local.events.Outcome;
import io.baytap.sandbox.day.ExpectedDay;
import io.baytap.sandbox.day.ExpectedRider;
import io.baytap.sandbox.provider.Scheme;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What foreign cards paid, by the provider's books and by the rate of the day, and what the provider keeps. */
final class CardCheck {

    private final ExpectedDay expected;
    private final LineEvents events;

    CardCheck(ExpectedDay expected, LineEvents events) {
        this.expected = expected;
        this.events = events;
    }

    /** Cards paid what the provider says, and that is what its rate makes of each debit. */
    void compare(ProviderBooks provider, Differences differences) {
        Map<String, String> contracts =
                expected.riders().stream().collect(Collectors.toMap(ExpectedRider::riderId, ExpectedRider::contractId));
        List<Outcome> converted =
                events.settled.all().stream().filter(CardCheck::isByCard).toList();
        differences.equal(
                "paid by a foreign card, minor units",
                provider.paidByContract(),
                Totals.by(
                        converted,
                        charge -> contracts.getOrDefault(charge.riderId(), charge.riderId()),
                        Outcome::payerMinor));
        differences.equal(
                "paid by a foreign card, at the rate of the day",
                Totals.by(
                        converted,
                        Outcome::chargeId,
                        charge -> expected.cardMinor(charge.amountMinor(), charge.currency())),
                Totals.by(converted, Outcome::chargeId, Outcome::payerMinor));
    }

    /** What the providers keep by contract, as {@code scheme currency}. */
    Map<String, Long> fees() {
        Map<String, Long> fees = new TreeMap<>();
        for (Outcome charge : events.settled.all()) {
            long fee = isByCard(charge) ? ServiceSettings.cardFee(charge.amountMinor()) : 0;
            fees.merge(charge.walletScheme() + " " + charge.currency(), fee, Math::addExact);
        }
        return fees;
    }

    private static boolean isByCard(Outcome charge) {
        return charge.walletScheme().equals(Scheme.FOREIGN_CARD.name());
    }
}
