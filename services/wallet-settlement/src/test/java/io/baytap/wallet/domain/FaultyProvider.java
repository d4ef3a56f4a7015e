package io.baytap.wallet.domain;

import io.baytap.schemas.Money;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * A wallet provider as its contract says: what it decided about a number stands; some refusals take no number; a request
 * signed more than five minutes ago is not believed; some payments are decided later.
 */
final class FaultyProvider {

    private static final Duration SKEW_MAX = Duration.ofMinutes(5);

    private enum Decision {
        DEBITED,
        REFUSED,
        USERPAYING
    }

    private record Trade(String chargeId, Money amount, Decision decision) {}

    private final SplittableRandom random;
    private final Map<String, Trade> trades = new HashMap<>();
    private boolean generous;

    FaultyProvider(SplittableRandom random) {
        this.random = random;
    }

    /** From now on every wallet has money. */
    void becomeGenerous() {
        generous = true;
    }

    ProviderAnswer debit(Charge charge, Duration age) {
        if (age.compareTo(SKEW_MAX) > 0) {
            return new ProviderAnswer.Undecided("SIGN_ERROR");
        }
        String number = number(charge);
        if (!trades.containsKey(number)) {
            int luck = generous ? 0 : random.nextInt(10);
            if (luck == 9) {
                return new ProviderAnswer.Declined("CONTRACT_NOT_EXIST");
            }
            Decision decision = luck < 4 ? Decision.DEBITED : luck < 7 ? Decision.REFUSED : Decision.USERPAYING;
            trades.put(number, new Trade(charge.id(), charge.state().attempted(), decision));
        }
        return answer(number);
    }

    ProviderAnswer query(Charge charge) {
        return trades.containsKey(number(charge)) ? answer(number(charge)) : new ProviderAnswer.NotFound();
    }

    /** Payments that were under way are done, or refused. */
    void decide() {
        trades.replaceAll((_, trade) -> trade.decision != Decision.USERPAYING
                ? trade
                : new Trade(
                        trade.chargeId,
                        trade.amount,
                        generous || random.nextBoolean() ? Decision.DEBITED : Decision.REFUSED));
    }

    /** Numbers that were debited: each may be notified, at any time, any number of times. */
    Set<String> debited() {
        Set<String> numbers = new HashSet<>();
        trades.forEach((number, trade) -> {
            if (trade.decision == Decision.DEBITED) {
                numbers.add(number);
            }
        });
        return numbers;
    }

    ProviderAnswer answer(String number) {
        Trade trade = trades.get(number);
        if (trade == null) {
            return new ProviderAnswer.NotFound();
        }
        return switch (trade.decision) {
            case DEBITED -> new ProviderAnswer.Debited("42" + number, trade.amount);
            case REFUSED -> new ProviderAnswer.Declined("NOT_ENOUGH");
            case USERPAYING -> new ProviderAnswer.Undecided("USERPAYING");
        };
    }

    /** How often a charge was debited. */
    long debits(String chargeId) {
        return trades.values().stream()
                .filter(trade -> trade.decision == Decision.DEBITED && trade.chargeId.equals(chargeId))
                .count();
    }

    private static String number(Charge charge) {
        return String.valueOf(charge.state().outTradeNo());
    }
}
