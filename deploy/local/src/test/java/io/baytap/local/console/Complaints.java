package io.baytap.local.console;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Request;
import java.util.ArrayList;
import java.util.List;

/** What a browser has to complain of: errors, requests that fail or are refused, requests to other hosts. */
final class Complaints {

    private static final int REFUSED = 400;

    private final List<String> heard = new ArrayList<>();

    /** @param home the console's address, the only one that may be asked */
    Complaints(BrowserContext browser, String home) {
        browser.onConsoleMessage(message -> {
            if (List.of("error", "warning").contains(message.type())) {
                heard.add(message.type() + ": " + message.text());
            }
        });
        browser.onWebError(error -> heard.add(error.error()));
        browser.onRequest(request -> {
            if (!request.url().startsWith(home)) {
                heard.add("asks elsewhere: " + request.url());
            }
        });
        browser.onRequestFailed(request -> {
            if (!isDownload(request)) {
                heard.add("failed: " + request.url() + " " + request.failure());
            }
        });
        browser.onResponse(response -> {
            if (response.status() >= REFUSED) {
                heard.add(response.status() + ": " + response.url());
            }
        });
    }

    List<String> heard() {
        return heard;
    }

    /** The browser leaves a page that turns out to be a file. */
    private static boolean isDownload(Request request) {
        return request.isNavigationRequest() && request.url().contains("/v1/reports/");
    }
}
