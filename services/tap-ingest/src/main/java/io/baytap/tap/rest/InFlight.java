package io.baytap.tap.rest;

import java.util.concurrent.Semaphore;

/** How much of something is under way, and how much may be. */
public final class InFlight {

    private final int max;
    private final Semaphore room;

    public InFlight(int max) {
        this.max = max;
        this.room = new Semaphore(max);
    }

    /** False if there is no room; then nothing was entered. Otherwise the same amount must leave. */
    boolean tryEnter(int amount) {
        return room.tryAcquire(amount);
    }

    void leave(int amount) {
        room.release(amount);
    }

    /** What is under way now. */
    public int amount() {
        return max - room.availablePermits();
    }
}
