package io.baytap.wallet.domain;

import java.util.List;

/** Where providers' positions are read. */
public interface ProviderPositions {

    /** One per scheme. */
    List<ProviderPosition> all();
}
