package io.baytap.bench;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.kafka.tools.ProducerPerformance;

/** How fast Kafka's own tool gets records acknowledged by all, on a topic that is split as the line's. */
final class ProducerCeiling {

    private static final String TOPIC = "bench.records.v1";

    /** Fewer are over in a moment that is mostly the tool's start, and the ceiling would seem lower than it is. */
    private static final long RECORDS_MIN = 200_000;

    private static final Pattern TOTAL = Pattern.compile("(\\d+) records sent, ([\\d.]+) records/sec");

    private final String bootstrapServers;

    ProducerCeiling(String bootstrapServers) throws Exception {
        this.bootstrapServers = bootstrapServers;
        var _ = OwnTopic.create(bootstrapServers, TOPIC);
    }

    /** Measures it with as many records of the same size, or more if they are few, after a first time that is not counted. */
    Measurement measure(TopicTally.Tally like, Map<String, Long> processes) throws Exception {
        long records = Math.max(RECORDS_MIN, like.records());
        double _ = perSecond(records, like.averageBytes());
        var watch = new Stopwatch(processes);
        return watch.stop(records, records / perSecond(records, like.averageBytes()));
    }

    /** In this process, which is warm then: in one of its own most of the time would go to its start. */
    private double perSecond(long records, int bytes) throws Exception {
        String arguments = "--topic " + TOPIC + " --num-records " + records + " --record-size " + bytes
                + " --throughput -1 --producer-props acks=all batch.size=131072 bootstrap.servers=" + bootstrapServers;
        PrintStream screen = System.out;
        var said = new ByteArrayOutputStream();
        System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            ProducerPerformance.main(arguments.split(" ", -1));
        } finally {
            System.setOut(screen);
        }
        return TOTAL.matcher(said.toString(StandardCharsets.UTF_8))
                .results()
                .filter(total -> Long.parseLong(total.group(1)) == records)
                .mapToDouble(total -> Double.parseDouble(total.group(2)))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("not all was acknowledged: " + said));
    }
}
