package io.baytap.fx.domain;

import static io.baytap.fx.domain.PublishedRates.APRIL_8;
import static io.baytap.fx.domain.PublishedRates.APRIL_9;
import static io.baytap.fx.domain.PublishedRates.CNY;
import static io.baytap.fx.domain.PublishedRates.HKD;
import static io.baytap.fx.domain.PublishedRates.USD;
import static io.baytap.fx.domain.PublishedRates.april7;
import static io.baytap.fx.domain.PublishedRates.april8;
import static io.baytap.fx.domain.PublishedRates.april9;
import static io.baytap.fx.domain.PublishedRates.book;
import static io.baytap.fx.domain.PublishedRates.publication;
import static io.baytap.fx.domain.PublishedRates.rate;
import static org.assertj.core.api.Assertions.assertThat;

import io.baytap.fx.domain.Proposal.Objection;
import io.baytap.fx.domain.Proposal.Sheet;
import io.baytap.fx.domain.Proposal.State;
import io.baytap.fx.domain.Proposal.Verdict;
import io.baytap.fx.domain.RateDesk.Outcome;
import io.baytap.fx.domain.Sifting.Sieve;
import io.baytap.schemas.BankCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A publisher's table takes two people, too. The last known rates are those of April 7. */
class ProposedTableTest {

    private static final Instant NOW = publication(APRIL_9).plusSeconds(3600);
    private static final List<Rate> GOOD =
            Stream.concat(april8().stream(), april9().stream()).toList();

    /** The dollar of April 9 is quoted as if it had lost a tenth overnight. */
    private static final List<Rate> HALF_BAD = Stream.concat(
                    april8().stream(),
                    Stream.of(rate(APRIL_9, CNY, "7.9863"), rate(APRIL_9, HKD, "9.1551"), rate(APRIL_9, USD, "1.2854")))
            .toList();

    private final InMemory kept = new InMemory();
    private final RateDesk desk = new RateDesk(
            kept,
            new Sieve(new RateGuard(new BankCalendar("weekdays", Set.of()), 200), book(List.of(april7()))),
            Duration.ofDays(1));

    @Test
    void noneOfItIsInForceUntilAnotherPersonApproves() {
        Proposal proposed = kept(desk.propose(Sheet.of(GOOD, "the feed is down"), "olga", NOW));
        assertThat(kept.published).isEmpty();
        assertThat(proposed.sheet().date()).isEqualTo(APRIL_9);
        assertThat(desk.decide(proposed.id(), Verdict.APPROVED, "olga", NOW))
                .isEqualTo(new Outcome.Objected(proposed, Objection.SAME_PERSON));
        assertThat(kept.published).isEmpty();

        Proposal approved = kept(desk.decide(proposed.id(), Verdict.APPROVED, "ben", NOW.plusSeconds(60)));

        assertThat(approved.state(NOW)).isEqualTo(State.APPROVED);
        assertThat(kept.published)
                .as("under their publisher's name and in force from its publication on, not from the approval")
                .containsExactlyInAnyOrderElementsOf(GOOD);
    }

    @Test
    void whatTheGuardWouldRefuseIsNamedBeforeAndRefusedAtTheApproval() {
        Outcome proposed = desk.propose(Sheet.of(HALF_BAD, "by hand"), "olga", NOW);
        assertThat(refused(proposed))
                .containsExactlyInAnyOrder(
                        "ECB:EUR/CNY:2026-04-09", "ECB:EUR/HKD:2026-04-09", "ECB:EUR/USD:2026-04-09");
        assertThat(kept.refused).as("nothing was decided yet").isEmpty();

        Outcome approved = desk.decide(kept(proposed).id(), Verdict.APPROVED, "ben", NOW);

        assertThat(refused(approved)).hasSize(3);
        assertThat(kept.published).extracting(Rate::date).containsOnly(APRIL_8).hasSize(3);
        assertThat(kept.refused).hasSize(3);
    }

    @Test
    void aTableOfWhichNothingIsBelievedIsNotApproved() {
        List<Rate> bad =
                HALF_BAD.stream().filter(each -> each.date().equals(APRIL_9)).toList();
        Proposal proposed = kept(desk.propose(Sheet.of(bad, "by hand"), "olga", NOW));

        assertThat(desk.decide(proposed.id(), Verdict.APPROVED, "ben", NOW)).isInstanceOf(Outcome.Guarded.class);
        assertThat(desk.all().getFirst().state(NOW)).isEqualTo(State.PENDING);
    }

    @Test
    void theSameTableAgainIsTheFirstAndOneMoreRateIsAnother() {
        Proposal first = kept(desk.propose(Sheet.of(GOOD, "by hand"), "olga", NOW));

        assertThat(kept(desk.propose(Sheet.of(GOOD, "by hand"), "olga", NOW.plusSeconds(5))))
                .isEqualTo(first);
        assertThat(kept(desk.propose(Sheet.of(GOOD.subList(0, 3), "by hand"), "olga", NOW))
                        .id())
                .isNotEqualTo(first.id());
    }

    private static Proposal kept(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Kept.class);
        return ((Outcome.Kept) outcome).proposal();
    }

    private static List<String> refused(Outcome outcome) {
        return ((Outcome.Kept) outcome)
                .refused().stream().map(each -> each.rate().id()).toList();
    }

    private static final class InMemory implements Proposals {
        private final Map<String, Proposal> byId = new LinkedHashMap<>();
        private final List<Rate> published = new ArrayList<>();
        private final List<RefusedRate> refused = new ArrayList<>();

        @Override
        public List<Proposal> all() {
            return List.copyOf(byId.values());
        }

        @Override
        public <T> T change(Function<List<Proposal>, Change<T>> step) {
            Change<T> change = step.apply(all());
            change.proposals().forEach(each -> byId.put(each.id(), each));
            published.addAll(change.rates().accepted());
            refused.addAll(change.rates().refused());
            return change.outcome();
        }
    }
}
