package io.baytap.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.baytap.schemas.Topics;
import io.baytap.schemas.fares.v1.FareKind;
import io.baytap.schemas.settlements.v1.SettlementBatchClosed;
import io.baytap.schemas.settlements.v1.SettlementPosted;
import io.baytap.schemas.taps.v1.TapAccepted;
import io.baytap.schemas.wallets.v1.WalletScheme;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.URL;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Drives the page in Chromium, as finance would, and reads every total off it. */
@QuarkusTest
@QuarkusTestResource(ReportingStack.class)
@TestInstance(Lifecycle.PER_CLASS)
class ConsolePageIT {

    private static final TravelDay DAY = new TravelDay(LocalDate.of(2026, 4, 9));
    private static final TravelDay DAY_BEFORE = new TravelDay(LocalDate.of(2026, 4, 8));
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private Chromium chromium;

    @TestHTTPResource("/")
    @SuppressWarnings("NullAway.Init") // injected
    URL address;

    private List<String> complaints = List.of();

    @BeforeAll
    void open() {
        chromium = new Chromium();
        feed();
    }

    @AfterAll
    void close() {
        chromium.close();
    }

    @Test
    void everyTotalOfTheDayStandsOnThePage() {
        Page page = open(1280, 900);

        assertThat(page.title()).isEqualTo("Baytap · 2026-04-09");
        assertThat(page.getByTestId("day").textContent()).isEqualTo("2026-04-09");
        assertThat(count(page, "taps-accepted")).isEqualTo(taps().size());
        assertThat(count(page, "taps-late")).isEqualTo(2);
        assertThat(count(page, "taps-rejected")).isEqualTo(4);
        assertThat(count(page, "rejected-CODE_EXPIRED")).isEqualTo(3);
        assertThat(count(page, "rejected-CODE_SIGNATURE_INVALID")).isEqualTo(1);
        assertThat(count(page, "journeys")).isEqualTo(fares().size() - 1);
        assertThat(count(page, "fares")).isEqualTo(fares().size());
        assertThat(count(page, "corrections")).isEqualTo(1);
        assertThat(minor(page, "charged-cny")).isEqualTo(970 * 40 - 4_610);
        assertThat(minor(page, "settled-cny")).isEqualTo(970 * 40);
        assertThat(minor(page, "refunded-cny")).isEqualTo(4_610);
        assertThat(minor(page, "declined-cny")).isEqualTo(5_610);
        assertThat(minor(page, "charged-hkd")).isEqualTo(330 * 25);
        assertThat(count(page, "operator-MTR-WEIXIN_PAY-count")).isEqualTo(41);
        assertThat(count(page, "operator-MTR-WEIXIN_PAY-fares")).isEqualTo(42);
        assertThat(minor(page, "operator-MTR-WEIXIN_PAY-hkd")).isEqualTo(1_050 * 40 + 6_080 - 5_000);
        assertThat(minor(page, "operator-MTR-WEIXIN_PAY-cny")).isEqualTo(970 * 40 + 5_610 - 4_610);
        assertThat(minor(page, "operator-HKT-WECHAT_PAY_HK-hkd")).isEqualTo(330 * 25);
        assertThat(minor(page, "operator-HKT-WECHAT_PAY_HK-cny")).isZero();
        assertThat(minor(page, "operator-SZM-WECHAT_PAY_HK-hkd")).isEqualTo(545 * 12);
        assertThat(minor(page, "operator-SZM-WECHAT_PAY_HK-cny")).isEqualTo(500 * 12);
        assertThat(count(page, "corridor-CN-HK-count")).isEqualTo(41);
        assertThat(minor(page, "corridor-HK-CN-cny")).isEqualTo(500 * 12);
        assertThat(minor(page, "operators-hkd")).isEqualTo(1_050 * 40 + 6_080 - 5_000 + 330 * 25 + 545 * 12);
        assertThat(count(page, "batch-MTR-HKD-fares")).isEqualTo(42);
        assertThat(minor(page, "batch-MTR-HKD-gross")).isEqualTo(48_080);
        assertThat(minor(page, "batch-MTR-HKD-taken-back")).isEqualTo(-5_000);
        assertThat(minor(page, "batch-MTR-HKD-amount")).isEqualTo(43_080);
        assertThat(minor(page, "batch-HKT-HKD-taken-back")).isZero();
        assertThat(page.getByTestId("operator-MTR-WEIXIN_PAY-hkd").textContent())
                .isEqualTo("430.80");
    }

    @Test
    void theChartsAreDrawnAndNothingBreaksThePolicy() {
        Page page = open(1280, 900);

        page.waitForSelector("#taps-by-hour[data-drawn] canvas");
        page.waitForSelector("#journeys-by-corridor[data-drawn] canvas");
        page.mouse().move(300, 620);
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target/console-desktop.png"))
                .setFullPage(true));

        assertThat(complaints).isEmpty();
    }

    @Test
    void aPhoneShowsItWithoutScrollingSideways() {
        Page page = open(390, 844);

        page.waitForSelector("#journeys-by-corridor[data-drawn] canvas");
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target/console-phone.png"))
                .setFullPage(true));

        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
        assertThat(complaints).isEmpty();
    }

    @Test
    void theDayPickerOpensAnotherDay() {
        Page page = open(1280, 900);

        page.getByTestId("day-picker").selectOption(DAY_BEFORE.day().toString());
        page.waitForURL("**/?day=2026-04-08");

        assertThat(count(page, "taps-accepted")).isEqualTo(1);
        assertThat(minor(page, "charged-hkd")).isZero();
    }

    private Page open(int width, int height) {
        BrowserContext visitor = chromium.visitor(new Browser.NewContextOptions().setViewportSize(width, height));
        complaints = Chromium.complaints(visitor, address);
        Page page = visitor.newPage();
        page.navigate(address + "?day=" + DAY.day());
        return page;
    }

    private static long count(Page page, String testId) {
        return exact(page, testId, "data-count");
    }

    private static long minor(Page page, String testId) {
        return exact(page, testId, "data-minor");
    }

    private static long exact(Page page, String testId, String attribute) {
        Locator figure = page.getByTestId(testId);
        return Long.parseLong(figure.getAttribute(attribute));
    }

    private void feed() {
        try (Line line = new Line(ReportingStack.stack())) {
            line.send(Topics.TAPS_ACCEPTED, taps());
            line.send(
                    Topics.TAPS_ACCEPTED,
                    List.of(
                            DAY.tap("late", 1, "KMB", DAY.at(8, 10), true),
                            DAY.tap("late", 2, "KMB", DAY.at(9, 10), true),
                            DAY_BEFORE.tap("early", 1, "MTR", DAY_BEFORE.at(23, 59), false)));
            line.send(
                    Topics.TAPS_REJECTED,
                    List.of(
                            DAY.rejected("r", 1, "MTR", DAY.at(8, 30), "CODE_EXPIRED"),
                            DAY.rejected("r", 2, "MTR", DAY.at(8, 31), "CODE_EXPIRED"),
                            DAY.rejected("r", 3, "KMB", DAY.at(18, 0), "CODE_EXPIRED"),
                            DAY.rejected("r", 4, "KMB", DAY.at(18, 1), "CODE_SIGNATURE_INVALID")));
            line.send(Topics.SETTLEMENTS_POSTED, fares());
            line.send(
                    Topics.CHARGES_SETTLED,
                    IntStream.range(0, 65)
                            .mapToObj(n -> n < 40
                                    ? DAY.settled("w" + n, "MTR", WalletScheme.WEIXIN_PAY, 970, "CNY")
                                    : DAY.settled("h" + n, "HKT", WalletScheme.WECHAT_PAY_HK, 330, "HKD"))
                            .toList());
            line.send(Topics.CHARGES_DECLINED, DAY.declined("d", "MTR", 5_610));
            line.send(Topics.CHARGES_REFUNDED, DAY.refunded("r", "MTR", 4_610));
            line.send(Topics.SETTLEMENTS_BATCHES, List.of(closed(), DAY.batch("HKT", "HKD", 25, 8_250)));
        }
        await().atMost(LIMIT).untilAsserted(() -> {
            var report = RestAssured.get(address + "v1/days/" + DAY.day()).jsonPath();
            assertThat(report.getInt("taps.accepted")).isEqualTo(taps().size());
            assertThat(report.getInt("taps.rejected")).isEqualTo(4);
            assertThat(report.getInt("fares")).isEqualTo(fares().size());
            assertThat(report.getInt("charged.settled.sum()")).isEqualTo(65);
            assertThat(report.getInt("charges.size()")).isEqualTo(4);
            assertThat(report.getInt("batches.size()")).isEqualTo(2);
            assertThat(RestAssured.get(address + "v1/days/" + DAY_BEFORE.day())
                            .jsonPath()
                            .getInt("taps.accepted"))
                    .isEqualTo(1);
        });
    }

    private static SettlementBatchClosed closed() {
        SettlementBatchClosed batch = DAY.batch("MTR", "HKD", 42, 43_080);
        batch.setGrossMinor(48_080);
        batch.setTakenBackMinor(-5_000);
        return batch;
    }

    /** A day with two rush hours. */
    private static List<TapAccepted> taps() {
        return IntStream.range(6, 24)
                .boxed()
                .flatMap(hour -> IntStream.range(0, 10 + 300 / (1 + Math.min(sq(hour - 8), sq(hour - 18))))
                        .mapToObj(n -> DAY.tap("g" + hour, n, "MTR", DAY.at(hour, n % 60), false)))
                .toList();
    }

    private static int sq(int n) {
        return n * n;
    }

    private static List<SettlementPosted> fares() {
        List<SettlementPosted> fares = new ArrayList<>();
        IntStream.range(0, 40).forEach(n -> fares.add(DAY.fare("m" + n, 0, FareKind.FARE, 1_050, 970)));
        fares.add(DAY.fare("max", 0, FareKind.MAXIMUM, 6_080, 5_610));
        fares.add(DAY.fare("max", 1, FareKind.CORRECTION, -5_000, -4_610));
        IntStream.range(0, 25).forEach(n -> fares.add(DAY.homeFare("HKT", "t" + n, FareKind.FARE, 330)));
        IntStream.range(0, 12).forEach(n -> fares.add(DAY.shenzhenFare("s" + n, 500, 545)));
        return fares;
    }
}
