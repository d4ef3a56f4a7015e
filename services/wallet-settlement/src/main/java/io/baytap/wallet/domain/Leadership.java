package io.baytap.wallet.domain;

/** One replica at a time does what must not be done side by side. */
public interface Leadership {

    /**
     * Does the work if this replica leads.
     *
     * @return whether it did
     */
    boolean lead(Runnable work);
}
