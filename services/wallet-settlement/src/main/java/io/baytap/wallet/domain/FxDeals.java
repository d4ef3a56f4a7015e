package io.baytap.wallet.domain;

import java.util.List;
import java.util.Set;

/** Where currency deals are kept. An outage is a {@link StorageOutage}. */
public interface FxDeals {

    /**
     * Keeps deals and books them, in one transaction. What is booked already changes nothing.
     *
     * @return those whose ids stand for other content, and which are not booked
     */
    Set<FxDeal> book(List<FxDeal> deals);
}
