package io.baytap.reporting.page;

import io.baytap.reporting.domain.WalletScheme;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Texts of the shell and of what several screens show. One file per language: {@code messages/console_….properties}. */
@MessageBundle(value = "console", locale = "en")
public interface ConsoleMessages {

    String skip();

    String screens();

    String languages();

    String line();

    String money();

    String trace();

    String reconciliation();

    String reports();

    String advice();

    String day();

    String show();

    String logOut();

    String loggedOut();

    String goOn();

    String refused();

    String refusedWhy();

    String noDay();

    String noDayYet();

    @Message // one key for each scheme
    String wallet(WalletScheme scheme);

    String operator();

    String hour();

    String accepted();

    String late();

    String rejected();

    String tapsByHour();

    String tapsByHourChart();

    String figures();

    String rejectedTaps();

    String reason();

    String taps();

    String noneThatDay();
}
