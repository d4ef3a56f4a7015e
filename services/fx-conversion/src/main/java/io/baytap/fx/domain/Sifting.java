package io.baytap.fx.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What becomes of rates that a source delivered: quotation by quotation, oldest first, each measured against the last
 * accepted before it. One leg at fault refuses its whole quotation: a cross does not say which leg is wrong.
 *
 * @param accepted oldest first
 */
public record Sifting(List<Rate> accepted, List<RefusedRate> refused) {

    private static final Comparator<Rate> OLDEST_FIRST =
            Comparator.comparing(Rate::inForceFrom).thenComparing(Rate::source).thenComparing(Rate::date);

    /** How rates are judged; pure but for the book that it reads. */
    public record Sieve(RateGuard guard, RateBook book) {

        /** A table of any age. */
        public Sifting sift(List<Rate> rates, Instant now) {
            List<Quotation> accepted = new ArrayList<>();
            List<RefusedRate> refused = new ArrayList<>();
            for (Quotation quotation : quotations(rates)) {
                Optional<RefusalReason> reason =
                        guard.judge(quotation, (each, pair) -> lastAccepted(accepted, each, pair));
                reason.ifPresentOrElse(
                        why -> quotation.rates().values().stream()
                                .sorted(Comparator.comparing(Rate::id))
                                .forEach(rate -> refused.add(new RefusedRate(rate, why, now))),
                        () -> accepted.add(quotation));
            }
            return new Sifting(
                    accepted.stream()
                            .flatMap(each -> each.rates().values().stream().sorted(Comparator.comparing(Rate::id)))
                            .toList(),
                    List.copyOf(refused));
        }

        /** What a source says is its table now: the latest of it must not be older than is of use. */
        public Sifting siftPresent(List<Rate> rates, Instant now, Duration ageMax) {
            Instant latest = rates.stream()
                    .map(Rate::inForceFrom)
                    .max(Instant::compareTo)
                    .orElse(now);
            Duration age = Duration.between(latest, now);
            if (age.compareTo(ageMax) <= 0) {
                return sift(rates, now);
            }
            return new Sifting(
                    List.of(),
                    rates.stream()
                            .filter(rate -> rate.inForceFrom().equals(latest))
                            .map(rate -> new RefusedRate(rate, new RefusalReason.TooOld(age, ageMax), now))
                            .toList());
        }

        private Optional<CrossRate> lastAccepted(List<Quotation> accepted, Quotation quotation, Pair pair) {
            Optional<CrossRate> kept = book.findBefore(pair.base(), pair.quote(), quotation.inForceFrom());
            for (Quotation earlier : accepted.reversed()) {
                if (earlier.inForceFrom().isBefore(quotation.inForceFrom())) {
                    Optional<CrossRate> fresh = earlier.cross(pair.base(), pair.quote());
                    if (fresh.isPresent()) {
                        return kept.filter(rate ->
                                        rate.inForceFrom().isAfter(fresh.get().inForceFrom()))
                                .or(() -> fresh);
                    }
                }
            }
            return kept;
        }
    }

    private static List<Quotation> quotations(List<Rate> rates) {
        Map<List<Object>, Quotation> byPublication = new LinkedHashMap<>();
        rates.stream()
                .sorted(OLDEST_FIRST)
                .forEach(rate -> byPublication.merge(
                        List.of(rate.inForceFrom(), rate.source(), rate.date()),
                        Quotation.of(rate),
                        (before, _) -> before.plus(rate)));
        return List.copyOf(byPublication.values());
    }
}
