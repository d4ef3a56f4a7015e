package io.baytap.fare.domain;

import java.util.List;

/** Where the tariffs come from. */
public interface TariffBook {

    /** All versions that are loaded. */
    Tariffs tariffs();

    /** The schemes that are loaded. */
    List<Scheme> schemes();

    /** Files that were refused and have not changed since. */
    List<TariffRefusal> refusals();
}
