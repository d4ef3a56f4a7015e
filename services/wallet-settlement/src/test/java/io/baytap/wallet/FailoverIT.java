package io.baytap.wallet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.baytap.schemas.Topics;
import io.baytap.stack.EmbeddedStack;
import io.baytap.stack.Part;
import io.baytap.stack.Records;
import io.fabric8.kubernetes.client.server.mock.KubernetesCrudDispatcher;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import io.fabric8.mockwebserver.Context;
import io.fabric8.mockwebserver.MockWebServer;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two replicas: whichever is paused or killed while it leads, the other one closes the day, and each day closes once. */
class FailoverIT {

    private static final Logger LOG = Logger.getLogger(FailoverIT.class);

    /** A lease of 12 s; a machine with other work takes its time beyond it. */
    private static final Duration TAKEN_OVER = Duration.ofSeconds(40);

    private static final Duration BOOKED = Duration.ofSeconds(90);
    private static final LocalDate DAY = Fares.DAY;

    private final KubernetesMockServer cluster = new KubernetesMockServer(
            new Context(), new MockWebServer(), new HashMap<>(), new KubernetesCrudDispatcher(), false);

    @SuppressWarnings("NullAway.Init") // before each test
    private EmbeddedStack stack;

    @SuppressWarnings("NullAway.Init") // before each test
    private Records records;

    @BeforeEach
    void start() {
        cluster.init();
        stack = EmbeddedStack.start(Set.of(Part.KAFKA, Part.REGISTRY, Part.POSTGRES));
        stack.setUpTopics();
        stack.createDatabase("wallet");
        records = new Records(stack.bootstrapServers(), stack.registryUrl());
    }

    @AfterEach
    void stop() {
        records.close();
        stack.close();
        cluster.destroy();
    }

    @Test
    void anotherReplicaTakesOverByTheLeaseOfACluster() throws SQLException {
        eachDayClosesOnce(
                "lease",
                Map.of(
                        "WALLET_LEADER", "lease",
                        "QUARKUS_KUBERNETES_CLIENT_API_SERVER_URL", "http://127.0.0.1:" + cluster.getPort(),
                        "QUARKUS_KUBERNETES_CLIENT_NAMESPACE", "line",
                        "HTTP2_DISABLE", "true"));
    }

    @Test
    void anotherReplicaTakesOverByTheLeaseInTheDatabase() throws SQLException {
        eachDayClosesOnce("database", Map.of("WALLET_LEADER", "database"));
    }

    private void eachDayClosesOnce(String by, Map<String, String> settings) throws SQLException {
        var a = new WalletProcess(stack, by + "-a", settings);
        var b = new WalletProcess(stack, by + "-b", settings);
        a.awaitReady();
        b.awaitReady();
        book(1);
        awaitClosed(DAY);
        WalletProcess first = holder().equals(a.name()) ? a : b;
        WalletProcess second = first == a ? b : a;
        book(2);

        first.pause();
        Duration pause = awaitClosed(DAY.plusDays(1));
        first.resume();
        first.awaitReady();
        book(3);
        String holderAfterPause = holder();
        second.kill();
        Duration kill = awaitClosed(DAY.plusDays(2));

        LOG.infof("by the %s: closed %s after the leader was paused, %s after the leader was killed", by, pause, kill);
        assertThat(holderAfterPause).isEqualTo(second.name());
        assertThat(holder()).isEqualTo(first.name());
        assertThat(query("select business_day || ' ' || count(*) || ' ' || sum(fare_count) from batch"
                        + " group by business_day order by business_day"))
                .containsExactly(DAY + " 1 1", DAY.plusDays(1) + " 1 1", DAY.plusDays(2) + " 1 1");
    }

    /** Waits until a fare is booked, which joins the first day that is open. */
    private void book(int count) {
        String rider = Fares.newRider();
        records.produce(Topics.FARES_CONVERTED, List.of(Fares.fare(rider, 0, 1000, 930, 5)));
        await().atMost(BOOKED).until(() -> query("select count(*) from booked_fare"), List.of("" + count)::equals);
    }

    /** Lets the morning after the day come and waits for its batch. Returns how long that took. */
    private Duration awaitClosed(LocalDate day) throws SQLException {
        long before = System.nanoTime();
        query("insert into replay_time (reached) values (timestamptz '" + day + "T23:00:00Z') on conflict (only_row)"
                + " do update set reached = excluded.reached returning reached");
        await().atMost(TAKEN_OVER)
                .until(
                        () -> query("select 1 from batch where business_day = date '" + day + "'"),
                        List.of("1")::equals);
        return Duration.ofNanos(System.nanoTime() - before);
    }

    private String holder() throws SQLException {
        return query("select holder from leader_term").getFirst();
    }

    private List<String> query(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(stack.jdbcUrl("wallet"), stack.username(), stack.password());
                var result = connection.createStatement().executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            while (result.next()) {
                rows.add(result.getString(1));
            }
            return rows;
        }
    }
}
