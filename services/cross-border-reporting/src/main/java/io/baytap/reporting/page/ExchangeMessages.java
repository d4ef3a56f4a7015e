package io.baytap.reporting.page;

import io.quarkus.qute.i18n.MessageBundle;

/** Texts of what fx-conversion tells. */
@MessageBundle(value = "exchange", locale = "en")
public interface ExchangeMessages {

    String board(String at);

    String boardNote();

    String pair();

    String source();

    String inForce();

    String always();

    String stale();

    String buy();

    String mid();

    String sell();

    String age();

    String unrated(String pairs);

    String exposures();

    String nothingOpen();

    String valueDate();

    String currency();

    String limit();

    String noLimit();

    String beyondLimit();

    String open();

    String deals();

    String noDeals();

    String rate();

    String base();

    String quote();

    String realised();

    String conversions();
}
