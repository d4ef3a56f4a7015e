package io.baytap.local.console;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The browser that walks. */
final class Chromium implements AutoCloseable {

    /** Debian's; Playwright brings none of its own here. */
    private static final Path PROGRAM = Path.of(System.getProperty("baytap.chromium", "/usr/bin/chromium"));

    private static final List<String> FLAGS =
            List.of("--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking");

    private final Playwright playwright =
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final Browser browser = playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions().setExecutablePath(PROGRAM).setArgs(FLAGS));

    /** Someone with no cookies yet, at a desk. */
    BrowserContext someone(boolean scripts) {
        return browser.newContext(new Browser.NewContextOptions()
                .setLocale("en-GB")
                .setViewportSize(PageRules.DESK_WIDTH, PageRules.DESK_HEIGHT)
                .setJavaScriptEnabled(scripts));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
