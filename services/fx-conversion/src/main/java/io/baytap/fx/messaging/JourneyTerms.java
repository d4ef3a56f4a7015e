package io.baytap.fx.messaging;

import io.baytap.fx.domain.Fare;
import io.baytap.fx.domain.RatePolicy;
import io.baytap.fx.domain.Terms;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.state.WindowStore;

/**
 * The terms at which each journey was first converted, and up to which of its fares it was counted. A correction keeps its
 * journey's time, so a journey's terms are found by its id and that time; they are forgotten when no correction can come
 * any more.
 */
final class JourneyTerms {

    private static final String VERSION = "2";
    /** Without policy and revision; it is still in the stores of a service that was upgraded. */
    private static final String FIRST_VERSION = "1";

    private static final String LINE = "\n";

    private final WindowStore<String, byte[]> store;

    JourneyTerms(WindowStore<String, byte[]> store) {
        this.store = store;
    }

    /** @param counted the last of the journey's revisions that was added to the exposure; -1 if none was */
    record Kept(Terms terms, int counted) {

        /** Of every fare in the wallet's own currency: nothing is kept and nothing exposed. */
        static final Kept AT_PAR = new Kept(Terms.AT_PAR, Integer.MAX_VALUE);

        static Kept fresh(Terms terms) {
            return new Kept(terms, -1);
        }
    }

    Optional<Kept> find(Fare fare) {
        byte[] kept = store.fetch(fare.journeyId(), fare.occurredAt().toEpochMilli());
        return Optional.ofNullable(kept).map(JourneyTerms::decode);
    }

    void keep(Fare fare, Kept kept) {
        store.put(fare.journeyId(), encode(kept), fare.occurredAt().toEpochMilli());
    }

    private static byte[] encode(Kept kept) {
        Terms terms = kept.terms();
        var lines = String.join(
                LINE,
                VERSION,
                terms.rate().toPlainString(),
                Integer.toString(terms.spreadBasisPoints()),
                terms.policy().text(),
                Integer.toString(kept.counted()),
                String.join(LINE, terms.rateIds()));
        return lines.getBytes(StandardCharsets.UTF_8);
    }

    private static Kept decode(byte[] kept) {
        List<String> lines = new String(kept, StandardCharsets.UTF_8).lines().toList();
        var rate = new BigDecimal(lines.get(1));
        int spread = Integer.parseInt(lines.get(2));
        if (lines.getFirst().equals(FIRST_VERSION)) {
            // What was converted before exposure was counted is taken for counted: it was dealt by other means.
            return new Kept(
                    new Terms(rate, lines.subList(3, lines.size()), spread, new RatePolicy.AtTap()), Integer.MAX_VALUE);
        }
        return new Kept(
                new Terms(rate, lines.subList(5, lines.size()), spread, RatePolicy.parse(lines.get(3))),
                Integer.parseInt(lines.get(4)));
    }
}
