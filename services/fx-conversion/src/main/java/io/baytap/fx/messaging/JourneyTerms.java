package io.baytap.fx.messaging;

import io.baytap.fx.domain.Fare;
import io.baytap.fx.domain.Terms;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.state.WindowStore;

/**
 * The terms at which each journey was first converted. A correction keeps its journey's time, so a journey's terms are
 * found by its id and that time; they are forgotten when no correction can come any more.
 */
final class JourneyTerms {

    private static final String VERSION = "1";
    private static final String LINE = "\n";

    private final WindowStore<String, byte[]> store;

    JourneyTerms(WindowStore<String, byte[]> store) {
        this.store = store;
    }

    Optional<Terms> find(Fare fare) {
        byte[] kept = store.fetch(fare.journeyId(), fare.occurredAt().toEpochMilli());
        return Optional.ofNullable(kept).map(JourneyTerms::decode);
    }

    void keep(Fare fare, Terms terms) {
        store.put(fare.journeyId(), encode(terms), fare.occurredAt().toEpochMilli());
    }

    private static byte[] encode(Terms terms) {
        var lines = String.join(
                LINE,
                VERSION,
                terms.rate().toPlainString(),
                Integer.toString(terms.spreadBasisPoints()),
                String.join(LINE, terms.rateIds()));
        return lines.getBytes(StandardCharsets.UTF_8);
    }

    private static Terms decode(byte[] kept) {
        List<String> lines = new String(kept, StandardCharsets.UTF_8).lines().toList();
        return new Terms(new BigDecimal(lines.get(1)), lines.subList(3, lines.size()), Integer.parseInt(lines.get(2)));
    }
}
