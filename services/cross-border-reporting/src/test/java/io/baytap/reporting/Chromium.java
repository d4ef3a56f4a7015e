package io.baytap.reporting;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The browser that drives the console. */
final class Chromium implements AutoCloseable {

    /** Debian's; Playwright brings none of its own here. */
    private static final Path PROGRAM = Path.of(System.getProperty("baytap.chromium", "/usr/bin/chromium"));

    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright;
    private final Browser browser;

    Chromium() {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(PROGRAM)
                        .setArgs(FLAGS));
    }

    /** Someone with no cookies yet. */
    BrowserContext visitor(Browser.NewContextOptions options) {
        return browser.newContext(options);
    }

    /** What the browser has to complain of from now on: errors, broken policies, requests to other hosts. */
    static List<String> complaints(BrowserContext visitor, URL home) {
        List<String> complaints = new ArrayList<>();
        visitor.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                complaints.add(message.text());
            }
        });
        visitor.onWebError(error -> complaints.add(error.error()));
        visitor.onRequest(request -> {
            if (!request.url().startsWith(home.toString())) {
                complaints.add("asks elsewhere: " + request.url());
            }
        });
        return complaints;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
