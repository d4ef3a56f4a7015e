package io.baytap.sandbox.day;

import io.baytap.sandbox.provider.Behaviour;
import io.baytap.sandbox.provider.Scheme;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What one rider should pay for the day.
 *
 * @param riderId the pseudonym by which the line knows the rider
 * @param scheme WEIXIN_PAY, WECHAT_PAY_HK, DIGITAL_RMB or FOREIGN_CARD
 * @param account the wallet's, which nobody but the provider and the wallet's codes may name
 * @param contractId the provider's, under which the books are kept
 * @param behaviour how the provider was told to treat the rider's debits
 * @param journeys in the order of travel
 */
public record ExpectedRider(
        String riderId,
        String scheme,
        String account,
        String contractId,
        String walletCurrency,
        Behaviour behaviour,
        List<ExpectedJourney> journeys) {

    /** Minor units of {@code walletCurrency}. */
    public long walletMinor() {
        return journeys.stream().mapToLong(ExpectedJourney::walletMinor).sum();
    }

    /** What the provider should be asked for, minor units by currency: the wallet's, or the fares' where the provider converts. */
    public Map<String, Long> askedMinor() {
        boolean converts = Scheme.valueOf(scheme).converts();
        return journeys.stream()
                .collect(Collectors.groupingBy(
                        journey -> converts ? journey.fareCurrency() : journey.walletCurrency(),
                        TreeMap::new,
                        Collectors.summingLong(journey -> converts ? journey.fareMinor() : journey.walletMinor())));
    }

    /** What the provider should have debited, refunds deducted; nothing for a rider who ends owing. */
    public Map<String, Long> debitedMinor() {
        return isDeclined() ? Map.of() : askedMinor();
    }

    /** Whether every debit is refused, so that the rider ends owing {@link #askedMinor()}. */
    public boolean isDeclined() {
        return behaviour == Behaviour.DECLINE;
    }
}
