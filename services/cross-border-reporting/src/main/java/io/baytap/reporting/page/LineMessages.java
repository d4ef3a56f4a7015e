package io.baytap.reporting.page;

import io.quarkus.qute.i18n.MessageBundle;

/** Texts of {@link Screen#LINE}. */
@MessageBundle(value = "line", locale = "en")
public interface LineMessages {

    String lede();

    String totals();

    String newestFare();

    String age();

    String tapsByOperator();

    String owing();

    String gate();

    String sequences();

    String owesNothing();

    String moreGates(int count);
}
