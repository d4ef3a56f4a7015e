package io.baytap.wallet.domain;

import java.util.List;

/** Where providers' positions are read. */
public interface ProviderPositions {

    /** One or more per scheme, by currency. */
    List<ProviderPosition> all();
}
