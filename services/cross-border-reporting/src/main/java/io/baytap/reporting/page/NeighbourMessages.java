package io.baytap.reporting.page;

import io.baytap.reporting.neighbours.Told;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Texts where another service was asked. */
@MessageBundle(value = "neighbour", locale = "en")
public interface NeighbourMessages {

    @Message // one key for each reason
    String unavailable(Told.Why why);

    String refused();
}
