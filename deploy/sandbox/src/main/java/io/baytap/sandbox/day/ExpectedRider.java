package io.baytap.sandbox.day;

import io.baytap.sandbox.provider.Behaviour;
import java.util.List;

/**
 * What one rider should pay for the day.
 *
 * @param scheme WEIXIN_PAY or WECHAT_PAY_HK
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

    /** What the provider should have debited, refunds deducted; 0 for a rider who ends owing. */
    public long debitedMinor() {
        return isDeclined() ? 0 : walletMinor();
    }

    /** Whether every debit is refused, so that the rider ends owing {@link #walletMinor()}. */
    public boolean isDeclined() {
        return behaviour == Behaviour.DECLINE;
    }
}
