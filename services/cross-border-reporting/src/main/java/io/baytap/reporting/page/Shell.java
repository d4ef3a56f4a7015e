package io.baytap.reporting.page;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import io.smallrye.mutiny.Uni;
import java.util.Arrays;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * What surrounds a screen: the navigation and the languages, in the visitor's.
 *
 * @param languages this page in each language
 */
public record Shell(Screen screen, Language language, List<LanguageLink> languages) {

    /** A link to the same page in a language. */
    public record LanguageLink(Language language, String href, boolean current) {}

    /** An entry of the navigation. */
    public record ScreenLink(String label, String href, boolean current) {}

    public List<ScreenLink> screens() {
        ConsoleMessages text = messages(ConsoleMessages.class);
        return Arrays.stream(Screen.values())
                .map(entry -> new ScreenLink(entry.label(text), entry.path(), entry == screen))
                .toList();
    }

    /** A message bundle in the visitor's language. */
    <T> T messages(Class<T> bundle) {
        return MessageBundles.get(bundle, Localized.Literal.of(language.tag()));
    }

    /** The same with another status than 200. */
    Uni<RestResponse<String>> show(RestResponse.Status status, TemplateInstance body) {
        return Uni.createFrom()
                .completionStage(() -> show(body).renderAsync())
                .map(html -> RestResponse.status(status, html));
    }

    /** A screen with its shell around it. */
    TemplateInstance show(TemplateInstance body) {
        return body.data("shell", this).setLocale(language.tag());
    }
}
