package io.baytap.reporting.page;

import io.quarkus.qute.i18n.MessageBundle;

/** Texts of {@link Screen#MONEY}. */
@MessageBundle(value = "money", locale = "en")
public interface MoneyMessages {

    String lede();

    String operatorsFile();

    String statementFile();

    String totals();

    String tapsAccepted();

    String tapsLate();

    String tapsRejected();

    String journeys();

    String faresPosted();

    String corrections();

    String charged(String currency);

    String settled();

    String refunded();

    String declined();

    String corridors();

    String corridorsNote();

    String corridorsChart();

    String operatorsAndWallets();

    String wallet();

    String fares();

    String allOperators();

    String twoCurrencies();

    String corridor();

    String batches();

    String notClosed();

    String currency();

    String closed();

    String gross();

    String takenBack();

    String amount();

    String batchesFile();

    String paymentsFile();

    String noFile(String file);

    String noBatch();

    String nothingToPay();

    String notPayable(String reason);
}
