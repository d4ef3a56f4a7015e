package io.baytap.fare.tariff;

import io.baytap.fare.domain.Tariff;
import io.baytap.fare.domain.Tariffs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The small feeds, loaded. */
public final class TestTariffs {

    private TestTariffs() {}

    public static Tariffs all() {
        try {
            Path directory = Files.createTempDirectory(Path.of("target"), "feeds-");
            List<Tariff> tariffs = new ArrayList<>();
            for (FeedFiles feed : List.of(FeedFiles.mtr(), FeedFiles.star(), FeedFiles.tram(), FeedFiles.bus())) {
                tariffs.add(feed.loadFrom(directory));
            }
            return new Tariffs(tariffs);
        } catch (IOException | TariffRefusedException e) {
            throw new IllegalStateException(e);
        }
    }
}
