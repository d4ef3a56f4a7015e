package io.baytap.reporting.page;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A language of the console. Figures, days and currencies are written the same in all of them. */
public enum Language {
    ENGLISH("en", "English"),
    /** As written in Hong Kong. */
    HANT("zh-Hant", "繁體中文"),
    /** As written in the mainland. */
    HANS("zh-Hans", "简体中文");

    private static final int HEADER_LENGTH_MAX = 200;

    private final String tag;
    private final String title;

    Language(String tag, String title) {
        this.tag = tag;
        this.title = title;
    }

    /** BCP 47. */
    public String tag() {
        return tag;
    }

    /** Its own name for itself. */
    public String title() {
        return title;
    }

    static Optional<Language> find(@Nullable String tag) {
        return Arrays.stream(values())
                .filter(language -> language.tag.equalsIgnoreCase(tag))
                .findFirst();
    }

    /**
     * The first that a browser asks for and the console has, or else English.
     *
     * @param header an Accept-Language header; one that cannot be read asks for nothing
     */
    static Language accepted(@Nullable String header) {
        if (header == null || header.length() > HEADER_LENGTH_MAX) {
            return ENGLISH;
        }
        try {
            return LanguageRange.parse(header).stream()
                    .filter(range -> range.getWeight() > 0)
                    .flatMap(range -> meant(range.getRange()).stream())
                    .findFirst()
                    .orElse(ENGLISH);
        } catch (IllegalArgumentException unreadable) {
            return ENGLISH;
        }
    }

    /** A script that is named counts for more than the place: zh-Hans-HK is simplified. */
    private static Optional<Language> meant(String range) {
        Locale locale = Locale.forLanguageTag(range);
        return switch (locale.getLanguage()) {
            case "en" -> Optional.of(ENGLISH);
            case "zh", "yue", "cmn" ->
                Optional.of(
                        locale.getScript().isEmpty()
                                ? List.of("HK", "MO", "TW").contains(locale.getCountry()) ? HANT : HANS
                                : locale.getScript().equals("Hant") ? HANT : HANS);
            default -> Optional.empty();
        };
    }
}
