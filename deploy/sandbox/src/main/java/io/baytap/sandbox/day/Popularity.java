package io.baytap.sandbox.day;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Draws from a list with few crowded and many quiet members. Which are crowded is the same for every seed. An assumption of ours. */
final class Popularity<T> {

    private static final double EXPONENT = 1.0;
    private static final long ORDER = 20_260_409;

    private final List<T> members;
    private final double[] cumulated;

    Popularity(List<T> members) {
        this.members = shuffled(members, new SplittableRandom(ORDER));
        cumulated = new double[members.size()];
        double sum = 0;
        for (int i = 0; i < cumulated.length; i++) {
            sum += Math.pow(i + 1, -EXPONENT);
            cumulated[i] = sum;
        }
    }

    T draw(SplittableRandom random) {
        double point = random.nextDouble() * cumulated[cumulated.length - 1];
        int index = 0;
        while (cumulated[index] < point) {
            index++;
        }
        return members.get(index);
    }

    static <T> List<T> shuffled(List<T> list, SplittableRandom random) {
        List<T> copy = new ArrayList<>(list);
        for (int i = copy.size() - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            T swapped = copy.get(i);
            copy.set(i, copy.get(j));
            copy.set(j, swapped);
        }
        return copy;
    }
}
