package io.baytap.reporting.page;

import io.quarkus.qute.i18n.MessageBundle;

/** Texts of {@link Screen#TRACE}. */
@MessageBundle(value = "trace", locale = "en")
public interface TraceMessages {

    String lede();

    String looking();

    String lookingHint();

    String notAnId(int max);

    String search();

    String nothing();

    String newest(int max);

    String journeys();

    String steps();

    String when();

    String what();

    String about();

    String entry();

    String exit();

    String refusedTap();

    String fare();

    String maximumFare();

    String correction();

    String posted();

    String settled();

    String declined();

    String refunded();

    String writtenOff();

    String batchClosed();

    String broken();

    String rider();

    String operator();

    String gate();

    String stop();

    String route();

    String received();

    String late();

    String yes();

    String clock();

    String reason();

    String leg();

    String adjustment();

    String net();

    String change();

    String tariff();

    String owed();

    String debit();

    String spread();

    String rate();

    String applied();

    String crossed();

    String settlementDay();

    String batch();

    String proposal();

    String amount();

    String number();

    String theirs();

    String charge();

    String bearer();

    String fares();

    String valueDate();

    String breakId();

    String owner();

    String transition();

    String id();

    String timeline();

    String sum();
}
