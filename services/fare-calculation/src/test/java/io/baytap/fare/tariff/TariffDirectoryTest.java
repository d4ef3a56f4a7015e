package io.baytap.fare.tariff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.baytap.fare.domain.Ride;
import io.baytap.fare.domain.Scheme;
import io.baytap.fare.domain.Tariff;
import io.baytap.fare.domain.TariffRefusal;
import io.baytap.fare.domain.Tariffs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
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
    void aVersionWithOtherContentIsRefusedAndTheLoadedOneStays() throws IOException {
        var directory = new TariffDirectory(files);
        FeedFiles.tram().writeTo(files);
        directory.refresh();
        Tariff before = directory.tariffs().find("HKT", NOW).orElseThrow();

        FeedFiles.tram().replace("fare_products.txt", "3.30,3.30", "3.30,3.70").writeTo(files);
        directory.refresh();

        assertThat(directory.tariffs().find("HKT", NOW)).containsSame(before);
        assertThat(directory.refusals()).singleElement().satisfies(refusal -> {
            assertThat(refusal.file()).isEqualTo("HKT.zip");
            assertThat(refusal.reason()).startsWith(before.version() + " is loaded with other content");
            assertThat(refusal.inForce()).isEqualTo(before.version());
        });
    }

    @Test
    void theSameVersionPackedAnewIsNoOtherContent() throws IOException {
        var directory = new TariffDirectory(files);
        FeedFiles.tram().writeTo(files);
        directory.refresh();

        FeedFiles.tram().writeTo(files);
        Files.setLastModifiedTime(files.resolve("HKT.zip"), FileTime.from(NOW));
        directory.refresh();

        assertThat(directory.refusals()).isEmpty();
    }

    @Test
    void aFileThatTwoDirectoriesHaveIsThatOfTheFirst() throws IOException {
        Path volume = files.resolve("volume");
        Path copies = files.resolve("copies");
        FeedFiles.tram().writeTo(volume);
        FeedFiles.tram().replace("feed_info.txt", "@test", "@copied").writeTo(copies);
        FeedFiles.bus().writeTo(copies);
        var directory = new TariffDirectory(List.of(volume, copies));

        directory.refresh();

        assertThat(directory.tariffs().find("HKT", NOW).orElseThrow().version()).startsWith("HKT@test+");
        assertThat(directory.tariffs().find("KMB", NOW)).isPresent();
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

    @Test
    void aVersionIsLoadedAheadAndPricesFromItsTimeOn() throws IOException {
        var directory = new TariffDirectory(files);
        FeedFiles.tram().writeTo(files);
        FeedFiles.tram()
                .replace("fare_products.txt", "3.30,3.30", "3.30,3.70")
                .replacePolicy("operator: HKT", "effectiveFrom: 2026-04-09T12:00\noperator: HKT")
                .writeTo(files, "HKT.noon");

        directory.refresh();

        Tariffs tariffs = directory.tariffs();
        assertThat(tariffs.all()).hasSize(2);
        assertThat(fare(tariffs, "2026-04-09T03:59:59Z")).isEqualTo("3.30 HKD");
        assertThat(fare(tariffs, "2026-04-09T04:00:00Z")).isEqualTo("3.70 HKD");
    }

    @Test
    void withoutADateInThePolicyTheFeedsStartDateCounts() throws IOException {
        var directory = new TariffDirectory(files);
        FeedFiles.tram()
                .table(
                        "feed_info.txt",
                        "feed_publisher_name,feed_publisher_url,feed_lang,feed_version,feed_start_date",
                        "Baytap,https://example.org,en,HKT@test,20260409")
                .writeTo(files);

        directory.refresh();

        assertThat(directory.tariffs().find("HKT", Instant.parse("2026-04-08T15:59:59Z")))
                .isEmpty();
        assertThat(directory.tariffs().find("HKT", Instant.parse("2026-04-08T16:00:00Z")))
                .isPresent();
    }

    @Test
    void twoVersionsForOneTimeAndAForeignOneAreRefused() throws IOException {
        var directory = new TariffDirectory(files);
        FeedFiles.tram().writeTo(files);
        FeedFiles.tram().writeTo(files, "HKT.again");
        FeedFiles.bus().writeTo(files, "HKT.bus");

        directory.refresh();

        assertThat(directory.refusals())
                .extracting(TariffRefusal::file, TariffRefusal::reason)
                .containsExactly(
                        tuple("HKT.again.yaml", "effectiveFrom: HKT comes into force at the same time"),
                        tuple("HKT.bus.yaml", "is the policy of KMB"));
        assertThat(directory.obstacle()).isEmpty();
    }

    @Test
    void aSchemeIsLoadedAndAFaultyOneLeavesTheOldOne() throws IOException {
        var directory = new TariffDirectory(files);
        FeedFiles.tram().writeTo(files);
        String scheme = """
                scheme: day
                currency: HKD
                zone: Asia/Hong_Kong
                effectiveFrom: 2026-01-01
                caps:
                  - {id: day, routes: ["HKT:*"], period: DAY, amount: "10.00"}
                """;
        Files.writeString(files.resolve("day.scheme.yaml"), scheme);
        directory.refresh();

        Files.writeString(files.resolve("day.scheme.yaml"), scheme.replace("DAY", "FORTNIGHT"));
        directory.refresh();

        assertThat(directory.schemes()).extracting(Scheme::id).containsExactly("day");
        assertThat(directory.refusals())
                .containsExactly(new TariffRefusal(
                        "day", "day.scheme.yaml", null, "caps.period: FORTNIGHT is none of [DAY, WEEK, MONTH]", "day"));
        assertThat(directory.obstacle()).isEmpty();
    }

    private static String fare(Tariffs tariffs, String at) {
        Instant time = Instant.parse(at);
        return tariffs.find("HKT", time)
                .flatMap(tariff -> tariff.price(new Ride("HKT:1:1", null, null, "HKT:1:1#2", time)))
                .map(price -> price.fare().toString())
                .orElse("none");
    }
}
