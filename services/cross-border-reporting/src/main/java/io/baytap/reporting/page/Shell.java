package io.baytap.reporting.page;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * What surrounds a screen, in the visitor's language.
 *
 * @param screens the navigation: what the visitor may see
 * @param languages this page in each language
 * @param visitor who is logged in; none where access is open
 */
public record Shell(Language language, List<Link> screens, List<LanguageLink> languages, Optional<String> visitor) {

    /** An entry of the navigation. */
    public record Link(String label, String href, boolean current) {}

    /** A link to the same page in a language. */
    public record LanguageLink(Language language, String href, boolean current) {}

    /** A message bundle in the visitor's language. */
    <T> T messages(Class<T> bundle) {
        return messages(bundle, language);
    }

    static <T> T messages(Class<T> bundle, Language language) {
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
