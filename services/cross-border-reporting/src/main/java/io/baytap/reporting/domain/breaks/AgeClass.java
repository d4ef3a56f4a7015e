package io.baytap.reporting.domain.breaks;

import java.util.Arrays;

/** How old a break is, in days, both ends included. */
public enum AgeClass {
    DAYS_0_TO_1(0, 1),
    DAYS_2_TO_3(2, 3),
    DAYS_4_TO_7(4, 7),
    DAYS_8_AND_MORE(8, Integer.MAX_VALUE);

    private final int min;
    private final int max;

    AgeClass(int min, int max) {
        this.min = min;
        this.max = max;
    }

    public int min() {
        return min;
    }

    public int max() {
        return max;
    }

    /** As people write it: 2–3, 8+. */
    public String title() {
        return max == Integer.MAX_VALUE ? min + "+" : min + "\u2013" + max;
    }

    /** @param ageDays not negative */
    static AgeClass of(int ageDays) {
        return Arrays.stream(values())
                .filter(age -> ageDays <= age.max)
                .findFirst()
                .orElseThrow();
    }
}
