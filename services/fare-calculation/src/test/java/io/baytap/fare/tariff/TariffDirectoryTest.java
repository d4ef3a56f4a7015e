package io.baytap.fare.tariff;

import static org.assertj.core.api.Assertions.assertThat;

import io.baytap.fare.domain.Tariff;
import io.baytap.fare.domain.TariffRefusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TariffDirectoryTest {

    private static final Instant NOW = Instant.parse("2026-04-09T00:00:00Z");

    @TempDir
    Path files;

    @Test
    void aChangedFeedComesIntoForce() throws IOException {
        var directory = new TariffDirectory(files);
        FeedFiles.tram().writeTo(files);
        directory.refresh();
        Tariff before = directory.tariffs().find("HKT", NOW).orElseThrow();

        FeedFiles.tram().replace("feed_info.txt", "@test", "@later").writeTo(files);
        directory.refresh();

        assertThat(before.version()).startsWith("HKT@test+");
        assertThat(directory.tariffs().find("HKT", NOW).orElseThrow().version()).startsWith("HKT@later+");
        assertThat(directory.refusals()).isEmpty();
        assertThat(directory.obstacle()).isEmpty();
    }

    @Test
    void aFaultyFeedIsRefusedAndTheOldOneStays() throws IOException {
        var directory = new TariffDirectory(files);
        FeedFiles.tram().writeTo(files);
        FeedFiles.bus().writeTo(files);
        directory.refresh();
        Tariff before = directory.tariffs().find("HKT", NOW).orElseThrow();

        FeedFiles.tram().with("fare_products.txt", "dear,1000,HKD").writeTo(files);
        directory.refresh();

        assertThat(directory.tariffs().find("HKT", NOW)).containsSame(before);
        assertThat(directory.tariffs().find("KMB", NOW)).isPresent();
        assertThat(directory.refusals())
                .containsExactly(new TariffRefusal(
                        "HKT", "fare_products.txt", 3, "absurd fare 1000: more than 300", before.version()));
        assertThat(directory.obstacle()).isEmpty();

        FeedFiles.tram().replace("feed_info.txt", "@test", "@mended").writeTo(files);
        directory.refresh();

        assertThat(directory.refusals()).isEmpty();
        assertThat(directory.tariffs().find("HKT", NOW).orElseThrow().version()).startsWith("HKT@mended+");
    }

    @Test
    void withoutAnyTariffThereIsAnObstacle() throws IOException {
        var directory = new TariffDirectory(files);
        directory.refresh();
        assertThat(directory.obstacle())
                .hasValueSatisfying(obstacle -> assertThat(obstacle).startsWith("no tariff in "));

        FeedFiles.bus().writeTo(files);
        FeedFiles.tram().without("fare_products.txt").writeTo(files);
        directory.refresh();

        assertThat(directory.obstacle()).contains("tariff refused: HKT fare_products.txt: the feed lacks this file");
    }

    @Test
    void aFeedThatIsNoZipOrLacksItsPolicyIsNotTaken() throws IOException {
        var directory = new TariffDirectory(files);
        FeedFiles.tram().writeTo(files);
        FeedFiles.bus().writeTo(files);
        Files.writeString(files.resolve("KMB.zip"), "no zip");
        Files.delete(files.resolve("HKT.yaml"));

        directory.refresh();

        assertThat(directory.tariffs().all()).isEmpty();
        assertThat(directory.refusals())
                .singleElement()
                .satisfies(refusal -> assertThat(refusal.file()).isEqualTo("KMB.zip"));
    }

    @Test
    void whoseFilesAreGoneKeepsTheTariff() throws IOException {
        var directory = new TariffDirectory(files);
        FeedFiles.tram().writeTo(files);
        directory.refresh();
        Files.delete(files.resolve("HKT.zip"));

        directory.refresh();

        assertThat(directory.tariffs().find("HKT", NOW)).isPresent();
    }
}
