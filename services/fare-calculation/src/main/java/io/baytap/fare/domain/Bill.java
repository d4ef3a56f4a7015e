package io.baytap.fare.domain;

import io.baytap.schemas.Money;
import java.util.ArrayList;
import java.util.List;

/** What a journey costs among the rider's others: its own fare, and what transfers, interchanges and caps change about it. */
public final class Bill {

    private final Alone alone;
    private final List<Adjustment> adjustments = new ArrayList<>(0);
    private Money discounted;

    Bill(Alone alone) {
        this.alone = alone;
        this.discounted = alone.fare().discountable();
    }

    public Alone alone() {
        return alone;
    }

    void add(Adjustment adjustment) {
        adjustments.add(adjustment);
        discounted = discounted.plus(adjustment.amount());
    }

    /** What is left so far, surcharges aside. */
    Money discounted() {
        return discounted;
    }

    /** What is to be paid, surcharges included. */
    public Money net() {
        return discounted.plus(alone.fare().surcharges());
    }

    /** The journey's own and those that it owes to others. */
    public List<Adjustment> adjustments() {
        List<Adjustment> all = new ArrayList<>(alone.fare().adjustments());
        all.addAll(adjustments);
        return all;
    }

    TransferLeg transferLeg() {
        String group = alone.fare().leg().legGroupId();
        return new TransferLeg(
                group == null ? "" : group,
                alone.departs(),
                alone.arrives(),
                alone.fare().discountable());
    }
}
