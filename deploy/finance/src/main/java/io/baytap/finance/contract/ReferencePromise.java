package io.baytap.finance.contract;

import io.baytap.finance.contract.Broken.Kind;
import io.baytap.schemas.charges.v1.ChargeDeclined;
import io.baytap.schemas.charges.v1.ChargeRefunded;
import io.baytap.schemas.charges.v1.ChargeSettled;
import io.baytap.schemas.fares.v1.FareConverted;
import io.baytap.schemas.fares.v1.FareKind;
import io.baytap.schemas.settlements.v1.SettlementPosted;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A correction has something to correct, a charge a posting, a refund a settled charge; and none takes more than there is. */
final class ReferencePromise implements Promise {

    private final Set<String> known = new HashSet<>();
    private final Map<String, Long> journeys = new HashMap<>();
    private final Map<String, Owed> owed = new HashMap<>();
    private final Map<String, String> currencies = new HashMap<>();
    private final Map<String, Long> settled = new HashMap<>();
    private final Map<String, Long> refunded = new HashMap<>();
    private final Map<String, String> needed = new HashMap<>();

    /** What may be debited for a posting: the wallet's amount, or, where the wallet's provider converts, the fare itself. */
    private record Owed(String walletCurrency, long walletMinor, String fareCurrency, long fareMinor) {

        /** Nothing in any other currency. */
        long in(@Nullable String currency) {
            if (walletCurrency.equals(currency)) {
                return walletMinor;
            }
            return fareCurrency.equals(currency) ? fareMinor : 0;
        }
    }

    @Override
    public void see(Seen seen, Consumer<Broken> broken) {
        if (!known.add(seen.text("eventId"))) {
            return;
        }
        switch (seen.event()) {
            case FareConverted converted -> {
                if ((converted.getKind() == FareKind.CORRECTION) != (converted.getCorrectsFareId() != null)) {
                    broken.accept(new Broken(Kind.REFERENCES, seen.place(), "kind and correctsFareId disagree"));
                }
                if (converted.getCorrectsFareId() != null) {
                    needed.put("conversion:" + converted.getCorrectsFareId(), seen.place() + " corrects it");
                }
            }
            case SettlementPosted posted -> posted(seen, posted);
            case ChargeSettled charge -> {
                settled.merge(charge.getChargeId(), charge.getAmountMinor(), Math::addExact);
                currencies.put(charge.getChargeId(), charge.getCurrency());
                needed.put(
                        "posting:" + charge.getChargeId().replaceFirst("charge:", ""),
                        seen.place() + " was debited for it");
            }
            case ChargeDeclined charge ->
                needed.put(
                        "posting:" + charge.getChargeId().replaceFirst("charge:", ""),
                        seen.place() + " was asked for it");
            case ChargeRefunded charge -> {
                refunded.merge(charge.getChargeId(), charge.getAmountMinor(), Math::addExact);
                needed.put("charge-settled:" + charge.getChargeId(), seen.place() + " gives back of it");
            }
            default -> {}
        }
    }

    private void posted(Seen seen, SettlementPosted posted) {
        journeys.merge(posted.getJourneyId(), posted.getFareMinor(), Math::addExact);
        owed.put(
                "charge:" + posted.getConversionId(),
                new Owed(
                        posted.getWalletCurrency(),
                        posted.getWalletMinor(),
                        posted.getFareCurrency(),
                        posted.getFareMinor()));
        if (posted.getProposalId() == null) {
            needed.put(posted.getConversionId(), seen.place() + " posts it");
        }
    }

    @Override
    public void end(Consumer<Broken> broken) {
        needed.forEach((id, why) -> {
            if (!known.contains(id)) {
                broken.accept(new Broken(Kind.REFERENCES, id, "is not there, and " + why));
            }
        });
        journeys.forEach((journey, net) -> {
            if (net < 0) {
                broken.accept(new Broken(Kind.REFERENCES, journey, "its fares sum to " + net + ", less than nothing"));
            }
        });
        settled.forEach((charge, amount) -> {
            Owed most = owed.get(charge);
            // One without a posting was named above.
            if (most != null) {
                atMost(charge, "debited", amount, most.in(currencies.get(charge)), broken);
            }
        });
        refunded.forEach(
                (charge, amount) -> atMost(charge, "given back", amount, settled.getOrDefault(charge, amount), broken));
    }

    private static void atMost(String charge, String what, long amount, long most, Consumer<Broken> broken) {
        if (amount > most) {
            broken.accept(new Broken(Kind.REFERENCES, charge, amount + " was " + what + ", " + most + " is the most"));
        }
    }
}
