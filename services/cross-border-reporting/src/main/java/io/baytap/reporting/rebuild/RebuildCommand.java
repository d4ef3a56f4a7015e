package io.baytap.reporting.rebuild;

import static java.util.stream.Collectors.toMap;

import java.io.PrintStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.Config;

/**
 * {@code java -jar quarkus-run.jar rebuild}: empties the read models and has the group read its topics from the start. The
 * service counts them when it is started again; until then there is nothing to report. Run again, it does the same.
 */
public final class RebuildCommand {

    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int REFUSED = 2;

    /** All that is counted; what was published stays, and what people did here is no read model. */
    private static final String TABLES = """
            select coalesce(string_agg(quote_ident(c.relname), ', '), '') from pg_class c
            where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
              and c.relname in ('line_event', 'fare_record', 'fare_cell', 'charge_cell', 'write_off_cell', 'subsidy_cell', 'rate',
                'break_change', 'taps_by_hour', 'batches', 'assessed_journey', 'gate_day', 'fare_in_flight')""";

    private final Config config;
    private final PrintStream out;

    private RebuildCommand(Config config, PrintStream out) {
        this.config = config;
        this.out = out;
    }

    /**
     * The exit code: 0 if done, 1 if something is away, 2 if it must not be.
     *
     * @param fromWhatIsLeft even if topics do not reach back to their first event: older days are then gone
     */
    public static int run(Config config, boolean fromWhatIsLeft, PrintStream out) {
        try {
            return new RebuildCommand(config, out).run(fromWhatIsLeft);
        } catch (ExecutionException | SQLException e) {
            out.println("rebuild failed, and can be run again: " + e.getMessage());
            return FAILED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return FAILED;
        }
    }

    private int run(boolean fromWhatIsLeft) throws ExecutionException, InterruptedException, SQLException {
        String group = value("mp.messaging.incoming.line.group.id");
        try (Admin kafka = Admin.create(broker())) {
            int members = kafka.describeConsumerGroups(List.of(group)).all().get().values().stream()
                    .mapToInt(described -> described.members().size())
                    .sum();
            if (members > 0) {
                out.println(group + " has " + members + " members: stop the service first");
                return REFUSED;
            }
            Map<TopicPartition, Long> starts = starts(kafka);
            List<String> cut = new ArrayList<>();
            starts.forEach((partition, offset) -> {
                if (offset > 0) {
                    cut.add(partition + " begins at " + offset);
                }
            });
            if (!cut.isEmpty() && !fromWhatIsLeft) {
                out.println("older events are no longer kept, and their days would be lost: " + String.join(", ", cut));
                out.println("nothing was changed; rebuild --from-what-is-left does it all the same");
                return REFUSED;
            }
            // First the offsets: what is read twice changes nothing, what is not read is missing.
            kafka.alterConsumerGroupOffsets(
                            group,
                            starts.entrySet().stream()
                                    .collect(
                                            toMap(Map.Entry::getKey, start -> new OffsetAndMetadata(start.getValue()))))
                    .all()
                    .get();
            empty();
            out.println(group + " reads " + starts.size() + " partitions from their start when it is started next");
            return DONE;
        }
    }

    /** Where the broker is and who one is there: everything that is set under {@code kafka.}, or by environment. */
    private Map<String, Object> broker() {
        Map<String, Object> settings = new HashMap<>();
        for (String name : config.getPropertyNames()) {
            String setting =
                    name.startsWith("KAFKA_") ? name.toLowerCase(Locale.ROOT).replace('_', '.') : name;
            if (setting.startsWith("kafka.")) {
                config.getOptionalValue(name, String.class)
                        .ifPresent(value -> settings.put(setting.substring("kafka.".length()), value));
            }
        }
        return settings;
    }

    private Map<TopicPartition, Long> starts(Admin kafka) throws ExecutionException, InterruptedException {
        List<String> topics = List.of(value("mp.messaging.incoming.line.topics").split(","));
        Map<TopicPartition, OffsetSpec> wanted =
                new TreeMap<>((a, b) -> a.toString().compareTo(b.toString()));
        kafka.describeTopics(topics)
                .allTopicNames()
                .get()
                .forEach((topic, description) -> description
                        .partitions()
                        .forEach(partition ->
                                wanted.put(new TopicPartition(topic, partition.partition()), OffsetSpec.earliest())));
        Map<TopicPartition, ListOffsetsResultInfo> found =
                kafka.listOffsets(wanted).all().get();
        return found.entrySet().stream()
                .collect(toMap(Map.Entry::getKey, start -> start.getValue().offset()));
    }

    private void empty() throws SQLException {
        try (Connection database = DriverManager.getConnection(
                        value("quarkus.datasource.jdbc.url"),
                        value("quarkus.datasource.username"),
                        value("quarkus.datasource.password"));
                Statement statement = database.createStatement();
                ResultSet tables = statement.executeQuery(TABLES)) {
            tables.next();
            String names = tables.getString(1);
            if (!names.isEmpty()) {
                statement.execute("truncate " + names);
            }
        }
    }

    private String value(String name) {
        return config.getValue(name, String.class);
    }
}
