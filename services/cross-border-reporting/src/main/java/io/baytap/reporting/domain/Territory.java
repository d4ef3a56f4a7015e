package io.baytap.reporting.domain;

import java.util.regex.Pattern;

/**
 * A side of a border.
 *
 * @param code ISO 3166-1 alpha-2: {@code HK}, {@code CN}
 */
public record Territory(String code) {

    private static final Pattern CODE = Pattern.compile("[A-Z]{2}");

    public Territory {
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException("territory is not two capital letters");
        }
    }
}
