package io.baytap.tap.domain;

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
    public boolean tryEnter(int amount) {
        return room.tryAcquire(amount);
    }

    /** Gives back what was entered. */
    public void leave(int amount) {
        room.release(amount);
    }

    /** What is under way now. */
    public int amount() {
        return max - room.availablePermits();
    }
}
