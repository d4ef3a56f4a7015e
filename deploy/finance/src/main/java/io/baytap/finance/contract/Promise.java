package io.baytap.finance.contract;

import java.util.function.Consumer;

/** Something that consumers may rely on. Sees every record once, those of a topic in order of their partitions. */
interface Promise {

    void see(Seen seen, Consumer<Broken> broken);

    /** After the last record. */
    default void end(Consumer<Broken> broken) {}
}
