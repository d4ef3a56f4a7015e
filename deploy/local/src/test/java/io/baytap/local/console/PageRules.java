package io.baytap.local.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;

/** What holds on every page in every language, at a desk and on a phone; and pictures of it, for people to look at. */
final class PageRules {

    static final int DESK_WIDTH = 1280;
    static final int DESK_HEIGHT = 900;
    private static final int PHONE_WIDTH = 390;
    private static final int PHONE_HEIGHT = 844;

    private static final String AXE = "/axe.min.js";

    /** Rules of WCAG and good practice; what is broken, and where. */
    private static final String RUN_AXE = """
            async () => (await axe.run({ resultTypes: ['violations'] })).violations
                .map(({ id, nodes }) => `${id}: ${nodes.map(node => node.target.join(' ')).join(', ')}`)""";

    private static final String TEXTS = """
            () => {
              const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              const texts = [];
              while (walker.nextNode()) texts.push(walker.currentNode.textContent.trim());
              return texts.filter(text => text !== '');
            }""";

    /** The name of a text in the place of its words. */
    private static final Pattern KEY = Pattern.compile(
            "\\b(console|line|money|exchange|reconciliation|trace|advice|reports|neighbour)[:_]\\$?[a-z]\\w*\\b|\\?\\?\\?");

    /** Part of a sentence in English; ids and codes have no spaces, and names begin with capitals. */
    private static final Pattern ENGLISH = Pattern.compile("\\b[a-z]{2,} [a-z]{2,}\\b");

    private final Path pictures;
    private final String axe = axe();

    /** By page: what stands there in English. */
    private final Map<String, Set<String>> english = new HashMap<>();

    PageRules(Path pictures) {
        this.pictures = pictures;
    }

    /** @param name of the page, in the names of its pictures */
    void holdFor(Page page, String name, String language) {
        var wrong = new SoftAssertions();
        String what = name + " in " + language;
        wrong.assertThat(page.locator("html").getAttribute("lang")).as(what).isEqualTo(language);
        wrong.assertThat(page.locator("h1").count()).as("%s, headings", what).isEqualTo(1);
        wrong.check(() -> words(page, name, language));
        picture(page, name, language, DESK_WIDTH);
        // What axe judges at a desk is not another thing in another language.
        if (language.equals("en")) {
            wrong.assertThat(judged(page)).as("%s, at a desk", what).isEmpty();
        }

        page.setViewportSize(PHONE_WIDTH, PHONE_HEIGHT);
        picture(page, name, language, PHONE_WIDTH);
        wrong.assertThat(page.evaluate("document.documentElement.scrollWidth"))
                .as("%s, width on a phone", what)
                .isEqualTo(PHONE_WIDTH);
        if (!language.equals("en")) {
            wrong.assertThat(judged(page)).as("%s, on a phone", what).isEmpty();
        }
        page.setViewportSize(DESK_WIDTH, DESK_HEIGHT);
        wrong.assertAll();
    }

    private List<?> judged(Page page) {
        page.evaluate(axe);
        return (List<?>) page.evaluate(RUN_AXE);
    }

    private void words(Page page, String name, String language) {
        Set<String> texts = new HashSet<>();
        ((List<?>) page.evaluate(TEXTS)).forEach(text -> texts.add((String) text));
        assertThat(texts)
                .as("%s in %s", name, language)
                .noneMatch(text -> KEY.matcher(text).find());
        if (language.equals("en")) {
            english.put(name, texts);
        } else {
            texts.retainAll(english.getOrDefault(name, Set.of()));
            assertThat(texts)
                    .as("%s, not in %s", name, language)
                    .noneMatch(text -> ENGLISH.matcher(text).find());
        }
    }

    private void picture(Page page, String name, String language, int width) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(pictures.resolve("%s-%s-%d.png".formatted(name, language, width)))
                .setFullPage(true));
    }

    private static String axe() {
        try (InputStream script = PageRules.class.getResourceAsStream(AXE)) {
            return new String(Objects.requireNonNull(script, AXE).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
