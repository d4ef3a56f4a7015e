package io.baytap.reporting.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Texts of {@link Screen#RECONCILIATION}. */
@MessageBundle(value = "reconciliation", locale = "en")
public interface ReconciliationMessages {

    String lede();

    String totals();

    String openBreaks();

    String openFor(String ages);

    String resolvedLately(int days);

    String openIn(String currency);

    String matrix();

    String signs();

    String owner();

    String currency();

    String days(String ages);

    String filters();

    String all();

    String state();

    String age();

    String wallet();

    String open();

    String resolved();

    String listOpen();

    String listResolved();

    String more(int max);

    String none();

    String breakId();

    String tradeNumber();

    String since();

    String ageDays();

    String amount();

    String allBreaks();

    String weSay();

    String theySay();

    String reference();

    String nothing();

    String difference();

    String changes();

    String toldAt();

    String change();

    String resolvedBy();

    String unknown();

    String unknownNote();

    @Message // one key for each reason
    String explain(BreakWords.Reason reason);

    @Message // one key for each owner
    String ownedBy(BreakWords.Owner owner);

    @Message // one key for each transition
    String happened(BreakWords.Transition transition);
}
