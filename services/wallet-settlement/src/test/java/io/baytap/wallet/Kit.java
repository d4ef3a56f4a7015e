package io.baytap.wallet;

import io.baytap.schemas.Topic;
import io.baytap.stack.Records;
import io.baytap.wallet.messaging.KafkaClients;
import io.baytap.wallet.messaging.TopicReader;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What tests of the running service do: put events on the line, read what comes out, look into tables. */
@Singleton
public class Kit {

    public static final Duration SOON = Duration.ofSeconds(20);

    private final Records records;
    private final TopicReader reader;
    private final DataSource database;

    Kit(
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers,
            @ConfigProperty(name = "apicurio.registry.url") String registryUrl,
            KafkaClients clients,
            DataSource database) {
        this.reader = new TopicReader(bootstrapServers, clients);
        this.records = new Records(bootstrapServers, registryUrl);
        this.database = database;
    }

    @PreDestroy
    void close() {
        records.close();
    }

    public Records records() {
        return records;
    }

    /** Puts an event on its topic. */
    public void publish(Topic topic, SpecificRecord... events) {
        records.produce(topic, List.of(events));
    }

    /** The events of a topic that fit, once there are that many. */
    public <T extends SpecificRecord> List<T> await(Topic topic, Class<T> type, Predicate<T> fits, int count) {
        return reader.await(topic, type, fits, count, SOON);
    }

    /** The records of a topic with a key, once there are that many. */
    public List<ConsumerRecord<byte[], byte[]>> awaitRecords(String topic, String key, int count) {
        return reader.awaitRecords(topic, key, count, SOON);
    }

    /** The first column of a query's rows, as text. */
    public List<String> query(String sql, Object... parameters) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            List<String> rows = new ArrayList<>();
            try (var result = statement.executeQuery()) {
                while (result.next()) {
                    rows.add(result.getString(1));
                }
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Runs a statement. */
    public void run(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
