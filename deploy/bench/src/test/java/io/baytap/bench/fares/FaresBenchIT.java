package io.baytap.bench.fares;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A tiny round of everything, for what it does, not for its figures. */
class FaresBenchIT {

    @TempDir
    Path directory;

    /** JMH lets one program of a machine measure at a time. Nothing is measured here, so it need not wait for another. */
    @BeforeAll
    static void besideOthers() {
        System.setProperty("jmh.ignoreLock", "true");
    }

    @Test
    void aRoundMeasuresTariffsEngineAndTopologies() throws Exception {
        List<String> jvm = List.of("-Xmx192m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
        var settings = new FaresSettings(1, 1, 0, 0, 40, false, jvm);

        FaresResult result = FaresBench.run(oneOperator(), directory, settings);

        assertThat(result.loadings())
                .singleElement()
                .satisfies(load -> assertThat(load.heapBytes()).isBetween(1L << 20, 150L << 20));
        assertThat(result.perSecond()).containsOnlyKeys(Engine.PRICE, "2", "20", "60");
        assertThat(result.fares())
                .singleElement()
                .satisfies(run -> assertThat(run.published()).isEqualTo(40L * TravelDay.JOURNEYS_PER_RIDER));
        assertThat(result.bare())
                .singleElement()
                .satisfies(run -> assertThat(run.published()).isBetween(156L, 160L));
    }

    /** MTR has both trains and buses. */
    private Path oneOperator() throws IOException {
        Path feeds = Files.createDirectory(directory.resolve("feeds"));
        for (String file : List.of("MTR.zip", "MTR.yaml")) {
            Files.copy(RidesTest.FEEDS.resolve(file), feeds.resolve(file));
        }
        return feeds;
    }
}
