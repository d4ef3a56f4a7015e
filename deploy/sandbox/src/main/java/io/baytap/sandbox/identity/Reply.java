package io.baytap.sandbox.identity;

import org.jspecify.annotations.Nullable;

/**
 * What is sent back.
 *
 * @param location where a browser goes on
 */
record Reply(int status, String type, String body, @Nullable String location) {

    static Reply page(int status, String html) {
        return new Reply(status, "text/html", html, null);
    }

    static Reply goOn(String location) {
        return new Reply(303, "text/plain", "", location);
    }
}
