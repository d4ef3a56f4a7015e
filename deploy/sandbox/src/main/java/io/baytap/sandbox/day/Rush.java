package io.baytap.sandbox.day;

import java.time.Duration;
import java.util.SplittableRandom;

/** When people set out: two peaks on a working day, one long hump otherwise. The shape is ours: operators publish none. */
final class Rush {

    private static final int FIRST_HOUR = 5;
    private static final int[] WORKING_DAY = {4, 28, 82, 112, 68, 44, 44, 54, 50, 44, 50, 62, 88, 104, 64, 40, 30, 16};
    private static final int[] FREE_DAY = {2, 12, 26, 44, 60, 72, 78, 80, 78, 76, 76, 76, 74, 70, 60, 48, 36, 20};

    private final int[] weights;
    private final int total;

    Rush(boolean workingDay) {
        weights = workingDay ? WORKING_DAY : FREE_DAY;
        int sum = 0;
        for (int weight : weights) {
            sum += weight;
        }
        total = sum;
    }

    /** A time of day between 05:30 and 22:59:59, in microseconds steps. */
    Duration draw(SplittableRandom random) {
        int point = random.nextInt(total);
        int hour = 0;
        while (point >= weights[hour]) {
            point -= weights[hour];
            hour++;
        }
        int firstMinute = hour == 0 ? 30 : 0;
        return Duration.ofHours(FIRST_HOUR + hour)
                .plusMinutes(firstMinute + random.nextInt(60 - firstMinute))
                .plusNanos(1000L * random.nextInt(60_000_000));
    }
}
