package io.baytap.reporting.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Texts of the screen of a ride: what wallet-settlement has booked of it, and what people want changed. */
@MessageBundle(value = "ride", locale = "en")
public interface RideMessages {

    String account(String account);

    String asked();

    String netted();

    String attempts();

    String number();

    String lastReason();

    String dueAt();

    String givenBack(String state);

    String collected(String state);

    String now();

    String paid();

    String bankReference();

    String reconciled();

    String notYet();

    String onStatement();

    String notified();

    String proposals();

    String proposalsNote();

    String noProposals();

    String kindOf();

    String amount();

    String reason();

    String proposedBy();

    String decided();

    String decide();

    String approve();

    String reject();

    String until(String time);

    String correct();

    String correctHint();

    String correctionAmount(String currency);

    String refund();

    String refundHint();

    String refundAmount();

    String debit();

    String debitOf(String amount, String currency, String time);

    String nothingDebited();

    String propose();

    String refusedFor(String code);

    String standing();

    @Message // one key for each code
    String collection(RideWords.Collection status);

    @Message // one key for each code
    String kind(RideWords.Kind kind);

    @Message // one key for each code
    String state(RideWords.State state);

    @Message // one key for each code
    String refused(RideWords.Fault fault);
}
