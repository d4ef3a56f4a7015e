package io.baytap.tap;

import static io.baytap.tap.kit.World.verdicts;
import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;

import io.baytap.stack.Scrape;
import io.baytap.stack.StackResource;
import io.baytap.tap.kit.World;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class MetricsIT {

    @Test
    void everyMetricThatAlertsAndDashboardsMayNameIsScraped() {
        try (World world = World.create("metrics")) {
            assertThat(verdicts(world.fixed.sendBatch("[" + world.tap() + "]"))).containsExactly("ACCEPTED");
            assertThat(world.suspended.sendBatch("[]").statusCode()).isEqualTo(401);

            assertThat(Scrape.metrics(get("/q/metrics").asString())).containsAll(Scrape.promised());
        }
    }
}
