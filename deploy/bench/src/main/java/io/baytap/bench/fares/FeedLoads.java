package io.baytap.bench.fares;

import io.baytap.fare.tariff.TariffDirectory;
import java.lang.ref.Reference;
import java.nio.file.Path;
import java.util.Locale;

/** A process that loads a directory of tariffs several times and prints how long each took and what the last one holds of the heap. */
final class FeedLoads {

    static final String LOADED = "loaded in ";
    static final String HOLDS = "holds ";

    private static final int COLLECTIONS_MAX = 10;

    private FeedLoads() {}

    /** Arguments: the directory and how often. */
    public static void main(String[] arguments) {
        Path directory = Path.of(arguments[0]);
        long before = used();
        TariffDirectory last = null;
        for (int load = 0; load < Integer.parseInt(arguments[1]); load++) {
            long begun = System.nanoTime();
            var tariffs = new TariffDirectory(directory);
            tariffs.refresh();
            System.out.printf(Locale.ROOT, "%s%.3f%n", LOADED, (System.nanoTime() - begun) / 1e9);
            tariffs.obstacle().ifPresent(obstacle -> {
                throw new IllegalStateException(obstacle);
            });
            last = tariffs;
        }
        try {
            System.out.println(HOLDS + (used() - before));
        } finally {
            Reference.reachabilityFence(last);
        }
    }

    /** Bytes, when collecting once more finds nothing more. */
    private static long used() {
        Runtime runtime = Runtime.getRuntime();
        long used = Long.MAX_VALUE;
        for (int collection = 0; collection < COLLECTIONS_MAX; collection++) {
            System.gc();
            long now = runtime.totalMemory() - runtime.freeMemory();
            if (now >= used) {
                return now;
            }
            used = now;
        }
        return used;
    }
}
