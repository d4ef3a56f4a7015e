package io.baytap.reporting.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The console's texts. A key that is missing in a file, or in none of the bundles, fails the build before this. */
class MessagesTest {

    private static final Path FOLDER = Path.of("src/main/resources/messages");
    private static final String HANT_ONLY = "時車費錢結賬對營業數額貨幣語頁實運們個這為無與從會電銀卻發報單據應該當請開關";
    private static final String HANS_ONLY = "时车费钱结账对营业数额货币语页实运们个这为无与从会电银却发报单据应该当请开关";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^}]*}");

    static Stream<String> bundles() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files
                    .map(file -> file.getFileName().toString().replaceFirst("_.*", ""))
                    .distinct()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void everyTextIsTranslated(String bundle) throws IOException {
        Map<String, String> english = read(bundle, Language.ENGLISH);

        for (Language language : new Language[] {Language.HANT, Language.HANS}) {
            Map<String, String> chinese = read(bundle, language);
            assertThat(chinese.keySet()).as("%s in %s", bundle, language).isEqualTo(english.keySet());
            assertThat(chinese.values())
                    .as("%s in %s", bundle, language)
                    .allMatch(text -> text.codePoints().anyMatch(MessagesTest::isHan), "has Chinese words");
            chinese.forEach((key, text) -> assertThat(placeholders(text))
                    .as("%s of %s in %s", key, bundle, language)
                    .isEqualTo(placeholders(english.getOrDefault(key, ""))));
        }
        assertThat(english.values())
                .allMatch(Predicate.not(text -> text.codePoints().anyMatch(MessagesTest::isHan)), "is English");
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void noTextMixesTheScripts(String bundle) throws IOException {
        assertThat(read(bundle, Language.HANT).values()).noneMatch(text -> holds(text, HANS_ONLY));
        assertThat(read(bundle, Language.HANS).values()).noneMatch(text -> holds(text, HANT_ONLY));
    }

    private static boolean holds(String text, String characters) {
        return text.codePoints().anyMatch(c -> characters.indexOf(c) >= 0);
    }

    private static boolean isHan(int character) {
        return Character.UnicodeScript.of(character) == Character.UnicodeScript.HAN;
    }

    private static List<String> placeholders(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(match -> match.group())
                .sorted()
                .toList();
    }

    private static Map<String, String> read(String bundle, Language language) throws IOException {
        var properties = new Properties();
        try (Reader file =
                Files.newBufferedReader(FOLDER.resolve(bundle + "_" + language.tag() + ".properties"), UTF_8)) {
            properties.load(file);
        }
        Map<String, String> texts = new TreeMap<>();
        properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
        return texts;
    }
}
