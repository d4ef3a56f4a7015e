package io.baytap.fx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import io.baytap.schemas.Topics;
import io.baytap.schemas.rates.v1.RateRefused;
import io.baytap.stack.EmbeddedStack;
import io.baytap.stack.Part;
import io.baytap.stack.Records;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Rates pulled over HTTP by the packaged service, and the board they are shown on, in Chromium. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RateSourcesIT {

    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final Path CHROMIUM = Path.of(System.getProperty("baytap.chromium", "/usr/bin/chromium"));

    /** Published, and not too old, whenever the test is run. */
    private final LocalDate day = LocalDate.now(ZoneOffset.UTC).minusDays(2);

    private final EmbeddedStack stack = EmbeddedStack.start(Set.of(Part.KAFKA, Part.REGISTRY));
    private final FxProcess service = new FxProcess(stack);
    private final Publisher publisher = new Publisher();
    private final Records records = startRecords();

    private Records startRecords() {
        stack.setUpTopics();
        return new Records(stack.bootstrapServers(), stack.registryUrl());
    }

    @BeforeAll
    void start() {
        publisher.publish("/mirror", xml("1.1685", "7.9863", "9.1551"));
        service.start(Map.of(
                "FX_SOURCE_ORDER",
                "OPERATOR,ECB,MIRROR",
                "FX_SOURCES_ECB_URL",
                publisher.address() + "/ecb",
                "FX_SOURCES_MIRROR_URL",
                publisher.address() + "/mirror",
                "FX_FETCH_INTERVAL",
                "1s"));
    }

    @BeforeEach
    void awaitRates() {
        await().atMost(LIMIT).until(() -> service.get("/v1/board").body().contains("MIRROR"));
    }

    @AfterAll
    void stop() {
        publisher.close();
        records.close();
        stack.close();
    }

    @Test
    void theNextSourceServesWhenTheFirstDoesNotAnswer() {
        assertThat(service.get("/v1/rates?base=HKD&quote=CNY").body())
                .contains("\"rate\":\"0.8723334535\"", "MIRROR:EUR/HKD:" + day);
        assertThat(service.metric("fx_fetches_total{outcome=\"UNREACHABLE\",source=\"ECB\"}"))
                .isPositive();
        assertThat(service.metric("fx_fetches_total{outcome=\"NEW\",source=\"MIRROR\"}"))
                .isEqualTo(1);
    }

    @Test
    void aRefusedRateIsRecordedOnceWithItsReasonAndNeverUsed() {
        publisher.publish("/ecb", xml("1.1685", "7.9863", "91.551"));
        int before = publisher.asked("/ecb");
        await().atMost(LIMIT).until(() -> publisher.asked("/ecb") >= before + 4);
        publisher.withdraw("/ecb");
        // The alert names this label.
        assertThat(service.metric("fx_fetches_total{outcome=\"REFUSED\",source=\"ECB\"}"))
                .isPositive();

        List<RateRefused> refused =
                records.consume(Topics.RATES_REFUSED, RateRefused.class, all -> all.size() >= 3, LIMIT);

        assertThat(refused).hasSize(3).allSatisfy(each -> {
            assertThat(each.getReason()).isEqualTo("OUTSIDE_ZONE");
            assertThat(each.getSource()).isEqualTo("ECB");
            assertThat(each.getDetail()).contains("USD/HKD", "7.75 to 7.85");
        });
        assertThat(service.get("/v1/rates?base=HKD&quote=CNY").body()).contains("\"rate\":\"0.8723334535\"");
    }

    @Test
    void aTableThatIsUploadedIsGuardedToo() {
        var answer = service.bring(
                "application/xml",
                xml("1.1685", "8.7863", "9.1551")
                        .replace(day.toString(), day.minusDays(7).toString()));

        // There is nothing to measure it against yet; the day after it, moved by a tenth, is refused.
        assertThat(answer.body()).contains("\"state\":\"APPROVED\"", "\"rates\":3", "\"refused\":[]");
        var next = service.bring(
                "text/xml",
                xml("1.1685", "7.9863", "9.1551")
                        .replace(day.toString(), day.minusDays(6).toString()));
        assertThat(next.statusCode()).isEqualTo(422);
        assertThat(next.body()).contains("OUTSIDE_BAND");
    }

    @Test
    void theBoardHangsOutInABrowser() {
        List<String> complaints = new ArrayList<>();
        try (Playwright playwright = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                Browser browser = playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(CHROMIUM)
                                .setArgs(
                                        List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking")))) {
            Page page = browser.newPage(new Browser.NewPageOptions().setViewportSize(390, 844));
            page.onConsoleMessage(message -> complaints.add(message.type() + ": " + message.text()));
            page.onPageError(complaints::add);

            page.navigate(service.address().toString());
            page.waitForSelector("[data-testid=HKD-CNY]");

            // 0.8723334535 / 1.005 = 0.86799348…; × 1.005 = 0.87669512…
            assertThat(page.getByTestId("HKD-CNY").locator("td").allTextContents())
                    .startsWith("0.867993", "0.872333", "0.876696")
                    .endsWith("MIRROR");
            assertThat(page.getByTestId("HKD-MOP").locator("td").allTextContents())
                    .contains("1.030000", "parity", "AMCM");
            assertThat(page.locator("tbody tr").count()).isEqualTo(6);
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(390);
            // All three prices are in sight on a telephone.
            var sell = page.getByTestId("HKD-CNY").locator("td").nth(2).boundingBox();
            assertThat(sell.x + sell.width).isLessThanOrEqualTo(390);
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/board.png")));
            assertThat(complaints).isEmpty();
        }
    }

    @Test
    void thePageMayLoadNothingFromElsewhere() {
        var answer = service.get("/");

        assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                .startsWith("default-src 'none'")
                .doesNotContain("unsafe");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.body()).doesNotContain("style=", "onclick", "http:", "https:");
    }

    private String xml(String usd, String cny, String hkd) {
        return "<Envelope><Cube><Cube time='%s'><Cube currency='USD' rate='%s'/><Cube currency='CNY' rate='%s'/>"
                        .formatted(day, usd, cny)
                + "<Cube currency='HKD' rate='%s'/></Cube></Cube></Envelope>".formatted(hkd);
    }
}
