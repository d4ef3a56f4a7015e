package io.baytap.wallet.domain;

import java.util.List;

/** Where riders' contracts are kept. */
public interface Contracts {

    /** Keeps the latest contract per rider and makes the riders' waiting charges due. */
    void keep(List<Contract> contracts);
}
