package io.baytap.reporting.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Texts of {@link Screen#ADVICE}. */
@MessageBundle(value = "advice", locale = "en")
public interface AdviceMessages {

    String title();

    String lede();

    @Message // one key for each field
    String field(AdviceField field);

    @Message // one key for each problem
    String problem(Inquiry.Problem problem);

    String choose();

    String ask();

    String answer();

    String fare();

    String debit();

    String mid();

    String spread(String percent);

    String explanation();

    String part();

    String rule();

    String amount();

    String ride(String product);

    @Message // one key for each kind
    String adjustment(AdviceView.Adjustment adjustment);

    String tariff(String version);

    String rate(String base, String rate, String quote, String source, String since);

    String parity(String base, String rate, String quote, String source);

    String sameCurrency();

    String noRate();

    String atTap();

    String atDebit();

    String locked(String days);

    String byProvider(String percent);
}
