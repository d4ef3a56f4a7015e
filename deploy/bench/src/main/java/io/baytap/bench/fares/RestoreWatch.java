package io.baytap.bench.fares;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.StateRestoreListener;

/** Prints, whenever no store is being restored any more, how many records were read since the first began, and how long it took. */
final class RestoreWatch implements StateRestoreListener {

    static final String RESTORED = "restored ";

    private final Map<String, Long> underWay = new HashMap<>();
    private long begun;
    private long records;

    @Override
    public synchronized void onRestoreStart(TopicPartition partition, String store, long from, long to) {
        if (begun == 0) {
            begun = System.nanoTime();
        }
        underWay.put(store + partition, to);
    }

    @Override
    public void onBatchRestored(TopicPartition partition, String store, long to, long count) {
        // Only the sum at the end counts.
    }

    @Override
    public synchronized void onRestoreEnd(TopicPartition partition, String store, long total) {
        underWay.remove(store + partition);
        records += total;
        if (underWay.isEmpty()) {
            System.out.println(RESTORED + records + " records in " + (System.nanoTime() - begun) / 1_000_000 + " ms");
        }
    }
}
