package io.baytap.wallet.domain;

/** Locks that at most one replica holds. They fall open when their holder dies. */
public interface ExclusiveLock {

    /**
     * Does the work while holding the lock called {@code name}, unless another replica holds it.
     *
     * @return whether the work was done
     */
    boolean tryRun(String name, Runnable work);
}
