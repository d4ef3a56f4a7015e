package io.baytap.reporting.page;

import io.baytap.reporting.domain.live.UnsettledFare;
import io.quarkus.qute.i18n.Message;
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

    String stages();

    String stage();

    String perSecond();

    String unread();

    String waiting();

    String stagesUnknown(String since);

    String stagesNote(String at);

    String oldestUnsettled();

    @Message // one key for each stage
    String waitsFor(UnsettledFare.Stage stage);

    String allSettled();

    String silentGates();

    String lastTap();

    String silentFor();

    String noneSilent();
}
