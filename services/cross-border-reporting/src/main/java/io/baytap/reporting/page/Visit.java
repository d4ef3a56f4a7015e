package io.baytap.reporting.page;

import io.baytap.reporting.rest.BadParameter;
import io.netty.handler.codec.http.QueryStringEncoder;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** One request for a screen. Its language is what {@code ?lang=} says, or did last time, or what the browser asks for. */
@RequestScoped
class Visit {

    private static final String LANG = "lang";
    private static final Duration REMEMBERED = Duration.ofDays(365);

    private final RoutingContext routing;

    Visit(RoutingContext routing) {
        this.routing = routing;
    }

    /** @throws BadParameter for a language that there is not */
    Shell open(Screen screen) {
        Language language = language();
        routing.response()
                .putHeader(HttpHeaders.CONTENT_LANGUAGE, language.tag())
                // It depends on who asks, in which language and when.
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        return new Shell(screen, language, links(language));
    }

    private Language language() {
        HttpServerRequest request = routing.request();
        String asked = request.getParam(LANG);
        if (asked != null) {
            Language language = Language.find(asked)
                    .orElseThrow(() -> new BadParameter(LANG, "UNKNOWN_CODE", "is none of en, zh-Hant, zh-Hans"));
            remember(language);
            return language;
        }
        Cookie before = request.getCookie(LANG);
        return Language.find(before == null ? null : before.getValue())
                .orElseGet(() -> Language.accepted(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE)));
    }

    private void remember(Language language) {
        routing.response()
                .addCookie(Cookie.cookie(LANG, language.tag())
                        .setPath("/")
                        .setMaxAge(REMEMBERED.toSeconds())
                        .setHttpOnly(true)
                        .setSecure(routing.request().isSSL())
                        .setSameSite(CookieSameSite.LAX));
    }

    private List<Shell.LanguageLink> links(Language current) {
        return Arrays.stream(Language.values())
                .map(language -> new Shell.LanguageLink(language, here(language), language == current))
                .toList();
    }

    /** This page in another language: whatever else was asked stays. */
    private String here(Language language) {
        var query = new QueryStringEncoder("");
        routing.request().params().forEach(parameter -> {
            if (!parameter.getKey().equals(LANG)) {
                query.addParam(parameter.getKey(), parameter.getValue());
            }
        });
        query.addParam(LANG, language.tag());
        return query.toString();
    }
}
