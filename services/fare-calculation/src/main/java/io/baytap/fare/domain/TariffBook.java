package io.baytap.fare.domain;

import java.util.List;

/** Where the tariffs come from. */
public interface TariffBook {

    /** Those in force now. */
    Tariffs tariffs();

    /** Files that were refused and have not changed since. */
    List<TariffRefusal> refusals();
}
