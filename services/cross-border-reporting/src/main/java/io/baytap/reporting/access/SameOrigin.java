package io.baytap.reporting.access;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;
import java.net.URI;
import java.util.Set;

/**
 * Refuses what a page of another site makes a browser do here. Browsers say where a request comes from; who says nothing is
 * no browser, and has no cookies that a stranger could use.
 */
final class SameOrigin {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> OWN = Set.of("same-origin", "none");

    private SameOrigin() {}

    /** @throws Refused with 403 {@code CROSS_SITE} */
    static void require(ContainerRequestContext request) {
        if (!SAFE.contains(request.getMethod()) && !isOwn(request)) {
            throw new Refused(Status.FORBIDDEN, "CROSS_SITE", "another site asked for this");
        }
    }

    private static boolean isOwn(ContainerRequestContext request) {
        String site = request.getHeaderString("Sec-Fetch-Site");
        if (site != null) {
            return OWN.contains(site);
        }
        String origin = request.getHeaderString("Origin");
        return origin == null || host(origin).equals(request.getHeaderString(HttpHeaders.HOST));
    }

    private static String host(String origin) {
        try {
            String host = URI.create(origin).getAuthority();
            return host == null ? "" : host;
        } catch (IllegalArgumentException noOrigin) {
            return "";
        }
    }
}
