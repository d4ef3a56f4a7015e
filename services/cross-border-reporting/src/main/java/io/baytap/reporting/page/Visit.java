package io.baytap.reporting.page;

import io.baytap.reporting.access.Caller;
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
import java.util.Optional;

/** One request for a screen. Its language is what {@code ?lang=} says, or did last time, or what the browser asks for. */
@RequestScoped
class Visit {

    private static final String LANG = "lang";
    private static final Duration REMEMBERED = Duration.ofDays(365);

    private final RoutingContext routing;
    private final Caller caller;

    Visit(RoutingContext routing, Caller caller) {
        this.routing = routing;
        this.caller = caller;
    }

    /** @throws BadParameter for a language that there is not */
    Shell open(Screen screen) {
        return open(screen, "");
    }

    /**
     * The same where the page is not what its address gives, as after a form that was refused.
     *
     * @param home where this page is in other languages
     */
    Shell open(Screen screen, String home) {
        HttpServerRequest request = routing.request();
        if (request.getParam(LANG) != null
                && Language.find(request.getParam(LANG)).isEmpty()) {
            throw new BadParameter(LANG, "UNKNOWN_CODE", "is none of en, zh-Hant, zh-Hans");
        }
        return shell(Optional.of(screen), home);
    }

    /** Around what is no screen. */
    Shell openNone() {
        return shell(Optional.empty(), "");
    }

    private Shell shell(Optional<Screen> current, String home) {
        Language language = language();
        routing.response().putHeader(HttpHeaders.CONTENT_LANGUAGE, language.tag());
        ConsoleMessages text = Shell.messages(ConsoleMessages.class, language);
        List<Shell.Link> screens = Arrays.stream(Screen.values())
                .filter(screen -> caller.mayCall(screen.admits()))
                .map(screen -> new Shell.Link(
                        screen.label(text), screen.path(), Optional.of(screen).equals(current)))
                .toList();
        return new Shell(language, screens, links(language, home), caller.name());
    }

    private Language language() {
        HttpServerRequest request = routing.request();
        Optional<Language> asked = Language.find(request.getParam(LANG));
        asked.ifPresent(this::remember);
        Cookie before = request.getCookie(LANG);
        return asked.or(() -> Language.find(before == null ? null : before.getValue()))
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

    private List<Shell.LanguageLink> links(Language current, String home) {
        return Arrays.stream(Language.values())
                .map(language -> new Shell.LanguageLink(
                        language,
                        home.isEmpty() ? here(language) : home + "?" + LANG + "=" + language.tag(),
                        language == current))
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
