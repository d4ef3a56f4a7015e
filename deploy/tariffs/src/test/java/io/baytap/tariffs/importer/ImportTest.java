package io.baytap.tariffs.importer;

import static org.assertj.core.api.Assertions.assertThat;

import io.baytap.tariffs.published.Figures;
import io.baytap.tariffs.published.Route;
import io.baytap.tariffs.published.RouteFare;
import io.baytap.tariffs.published.StopRange;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ImportTest {

    private static final String FIRST_KMB = "KMB,1,hkbus2024:1+1+CHUK YUEN+STAR FERRY,ALL,";

    @TempDir
    private Path directory = Path.of(".");

    @Test
    void soundFilesAreTaken() {
        var folder = PublishedFolder.in(directory);

        Figures figures = taken(Import.read(folder.directory(), List.of()));

        assertThat(figures.stationFares()).hasSize(25 + 4 + 6);
        assertThat(figures.routeFares()).hasSize(1 + 7);
        assertThat(figures.sources())
                .hasSize(16)
                .allSatisfy(source -> assertThat(source.sha256()).hasSize(64));
    }

    @Test
    void aJointRouteIsKmbsAndEveryVariantHasItsOwnId() {
        var folder = PublishedFolder.in(directory);

        Figures figures = taken(Import.read(folder.directory(), List.of()));

        assertThat(figures.routes())
                .extracting(Route::routeId)
                .contains(
                        "KMB:1:1", "KMB:1:2", "NLB:11A:1", "HKT:4003:1", "MTR:bus:K12:1", "STAR:central-tsim-sha-tsui");
    }

    @Test
    void idsStandWhateverTheOrderOfTheNextFile() {
        var standing = taken(Import.read(PublishedFolder.in(directory).directory(), List.of()));
        var folder = PublishedFolder.in(directory)
                .replace(PublishedFolder.ROUTES, "KMB,1,", "KMB,1,hkbus2027:new,A,B,5,43,x\nKMB,1,")
                .append(PublishedFolder.FARES, "KMB,1,hkbus2027:new,ALL,1,4,2,5,8.0,2027,ACTUAL");

        Figures figures = taken(Import.read(folder.directory(), standing.routes()));

        assertThat(figures.routes()).containsAll(standing.routes());
        assertThat(figures.routes())
                .filteredOn(route -> route.sourceRef().equals("hkbus2027:new"))
                .extracting(Route::routeId)
                .containsExactly("KMB:1:3");
    }

    @Test
    void theStarFerrysEveryDayPriceIsKeptForWeekdays() {
        var folder = PublishedFolder.in(directory);

        Figures figures = taken(Import.read(folder.directory(), List.of()));

        assertThat(figures.routeFares())
                .contains(new RouteFare(
                        "STAR:central-tsim-sha-tsui",
                        "WEEKDAY",
                        new StopRange(1, 1),
                        new StopRange(2, 2),
                        new BigDecimal("5.00"),
                        "HKD",
                        "ACTUAL",
                        "2026-07-21"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("traps")
    void aWrongRowIsRefusedWithItsFileRowAndReason(Trap trap) {
        var folder = PublishedFolder.in(directory).replace(trap.file(), trap.text(), trap.by());

        List<Refusal> refusals = refused(Import.read(folder.directory(), List.of()));

        assertThat(refusals).anySatisfy(refusal -> {
            assertThat(refusal.file()).isEqualTo(trap.refused());
            assertThat(refusal.row()).isEqualTo(trap.row());
            assertThat(refusal.reason()).contains(trap.reason());
        });
    }

    static Stream<Trap> traps() {
        return Stream.of(Traps.stations(), Traps.otherNetworks(), Traps.routes(), Traps.variants(), Traps.theRest())
                .flatMap(traps -> traps);
    }

    @Test
    void aMissingFileIsRefusedByName() throws IOException {
        var folder = PublishedFolder.in(directory);
        Files.delete(directory.resolve(PublishedFolder.MTR_BUS_FARES));

        List<Refusal> refusals = refused(Import.read(folder.directory(), List.of()));

        assertThat(refusals).contains(new Refusal(PublishedFolder.MTR_BUS_FARES, 0, "there is no such file"));
    }

    @Test
    void theHighestFareIsTakenAndACentMoreIsRefused() {
        var folder = PublishedFolder.in(directory);
        String dearest = FIRST_KMB + "1,2,2,5,";

        folder.replace(PublishedFolder.FARES, dearest + "10.0", dearest + "250.00");
        Import atTheEdge = Import.read(folder.directory(), List.of());
        folder.replace(PublishedFolder.FARES, dearest + "250.00", dearest + "250.01");
        Import beyond = Import.read(folder.directory(), List.of());

        assertThat(atTheEdge).isInstanceOf(Import.Taken.class);
        assertThat(refused(beyond))
                .singleElement()
                .satisfies(refusal -> assertThat(refusal.row()).isEqualTo(2));
    }

    private static Figures taken(Import result) {
        assertThat(result).isInstanceOf(Import.Taken.class);
        return ((Import.Taken) result).figures();
    }

    private static List<Refusal> refused(Import result) {
        assertThat(result).isInstanceOf(Import.Refused.class);
        return ((Import.Refused) result).refusals();
    }
}
