package io.baytap.reporting.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {

    @ParameterizedTest(name = "{0} means {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "en-GB,en;q=0.9 | ENGLISH",
                "zh-HK | HANT",
                "zh-TW,zh;q=0.9 | HANT",
                "zh-MO | HANT",
                "zh-Hant | HANT",
                "zh-Hant-CN | HANT",
                "yue-HK | HANT",
                "zh-CN,zh;q=0.9,en;q=0.8 | HANS",
                "zh | HANS",
                "zh-SG | HANS",
                "zh-Hans-HK | HANS",
                "fr,zh-HK;q=0.5 | HANT",
                "en;q=0.5,zh-CN;q=0.9 | HANS",
                "zh-HK;q=0,en | ENGLISH",
                "fr | ENGLISH",
                "* | ENGLISH",
                "no header at all;;q=x | ENGLISH"
            })
    void theFirstThatTheConsoleHasIsTaken(String header, Language language) {
        assertThat(Language.accepted(header)).isEqualTo(language);
    }

    @Test
    void whoAsksForNothingGetsEnglish() {
        assertThat(Language.accepted(null)).isEqualTo(Language.ENGLISH);
        assertThat(Language.accepted("zh-HK,".repeat(1_000))).isEqualTo(Language.ENGLISH);
    }

    @ParameterizedTest
    @CsvSource({"en, ENGLISH", "zh-Hant, HANT", "ZH-hans, HANS"})
    void aTagIsFoundInEitherCase(String tag, Language language) {
        assertThat(Language.find(tag)).contains(language);
    }

    @Test
    void otherTagsAreNotFound() {
        assertThat(Language.find("zh")).isEmpty();
        assertThat(Language.find(null)).isEmpty();
    }
}
