package io.baytap.reporting.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.baytap.reporting.ReportingStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ReportingStack.class)
class LineHealthIT {

    @Inject
    @SuppressWarnings("NullAway.Init") // injected
    Pool pool;

    /** However many there are: PostgreSQL is kept from the short way that it takes through a small table. */
    @Test
    void theOldestUnsettledFareIsTheFirstEntryOfAnIndex() {
        List<String> plan = new ArrayList<>();
        pool.withTransaction(connection -> connection
                        .query("set local enable_seqscan = off; set local enable_bitmapscan = off")
                        .execute()
                        .chain(() -> connection
                                .query("explain " + PostgresLineHealth.OLDEST.replace("$1", "null"))
                                .execute())
                        .invoke(rows -> rows.forEach(row -> plan.add(row.getString(0)))))
                .await()
                .atMost(Duration.ofMinutes(1));

        assertThat(String.join("\n", plan))
                .contains("Index Scan using fare_in_flight_oldest")
                .doesNotContain("Sort");
    }
}
