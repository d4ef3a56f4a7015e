package io.baytap.fx.domain;

import static io.baytap.fx.domain.PublishedRates.APRIL_9;
import static io.baytap.fx.domain.PublishedRates.april9;
import static io.baytap.fx.domain.PublishedRates.book;
import static io.baytap.fx.domain.PublishedRates.publication;
import static org.assertj.core.api.Assertions.assertThat;

import io.baytap.fx.domain.Proposal.Objection;
import io.baytap.fx.domain.Proposal.Sheet;
import io.baytap.fx.domain.Proposal.State;
import io.baytap.fx.domain.Proposal.Verdict;
import io.baytap.fx.domain.RateDesk.Outcome;
import io.baytap.fx.domain.Sifting.Sieve;
import io.baytap.schemas.BankCalendar;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class RateDeskTest {

    private static final Instant NOW = publication(APRIL_9).plusSeconds(3600);
    private static final Duration DAY = Duration.ofDays(1);

    private final Kept kept = new Kept();
    private final RateDesk desk = new RateDesk(
            kept, new Sieve(new RateGuard(new BankCalendar("weekdays", Set.of()), 200), book(List.of(april9()))), DAY);

    @Test
    void ratesAreInForceFromTheApprovalOfASecondPersonOn() {
        Proposal proposed = kept(desk.propose(sheet("0.8725", false), "anna", NOW));
        assertThat(proposed.state(NOW)).isEqualTo(State.PENDING);
        assertThat(kept.published).isEmpty();

        Outcome approved = desk.decide(proposed.id(), Verdict.APPROVED, "ben", NOW.plusSeconds(60));

        assertThat(kept(approved).state(NOW)).isEqualTo(State.APPROVED);
        assertThat(kept.published).singleElement().satisfies(rate -> {
            assertThat(rate.id()).isEqualTo("OPERATOR:HKD/CNY:2026-04-09");
            assertThat(rate.inForceFrom()).isEqualTo(NOW.plusSeconds(60));
        });
    }

    @Test
    void whoProposedCannotApproveButMayTakeItBack() {
        Proposal proposed = kept(desk.propose(sheet("0.8725", false), "anna", NOW));

        assertThat(desk.decide(proposed.id(), Verdict.APPROVED, "anna", NOW))
                .isEqualTo(new Outcome.Objected(proposed, Objection.SAME_PERSON));
        assertThat(kept.published).isEmpty();
        assertThat(kept(desk.decide(proposed.id(), Verdict.REJECTED, "anna", NOW))
                        .state(NOW))
                .isEqualTo(State.REJECTED);
    }

    @Test
    void aDecisionIsMadeOnce() {
        Proposal proposed = kept(desk.propose(sheet("0.8725", false), "anna", NOW));
        desk.decide(proposed.id(), Verdict.REJECTED, "ben", NOW);

        assertThat(desk.decide(proposed.id(), Verdict.APPROVED, "carl", NOW))
                .isInstanceOfSatisfying(
                        Outcome.Objected.class,
                        objected -> assertThat(objected.objection()).isEqualTo(Objection.ALREADY_DECIDED));
        assertThat(kept.published).isEmpty();
    }

    @Test
    void aProposalThatNobodyDecidedExpiresAndMayBeMadeAgain() {
        Proposal proposed = kept(desk.propose(sheet("0.8725", false), "anna", NOW));
        assertThat(proposed.state(NOW.plus(DAY).minusMillis(1))).isEqualTo(State.PENDING);

        assertThat(desk.decide(proposed.id(), Verdict.APPROVED, "ben", NOW.plus(DAY)))
                .isEqualTo(new Outcome.Objected(proposed, Objection.EXPIRED));
        Proposal again = kept(desk.propose(sheet("0.8725", false), "anna", NOW.plus(DAY)));
        assertThat(kept(desk.decide(again.id(), Verdict.APPROVED, "ben", NOW.plus(DAY)))
                        .state(NOW.plus(DAY)))
                .isEqualTo(State.APPROVED);
    }

    @Test
    void theSameProposalAgainIsTheFirst() {
        Proposal first = kept(desk.propose(sheet("0.8725", false), "anna", NOW));

        assertThat(desk.propose(sheet("0.8725", false), "anna", NOW.plusSeconds(9)))
                .isEqualTo(new Outcome.Kept(first));
        assertThat(kept(desk.propose(sheet("0.8725", false), "carl", NOW)).id()).isNotEqualTo(first.id());
        assertThat(desk.all()).hasSize(2);
    }

    @Test
    void theGuardStopsAnApprovalAndSaysWhyUnlessTheTwoVouchForIt() {
        Proposal slip = kept(desk.propose(sheet("1.1463", false), "anna", NOW));

        assertThat(desk.decide(slip.id(), Verdict.APPROVED, "ben", NOW))
                .isInstanceOfSatisfying(
                        Outcome.Guarded.class,
                        guarded -> assertThat(
                                        guarded.refused().getFirst().reason().code())
                                .isEqualTo("OUTSIDE_BAND"));
        assertThat(kept.published).isEmpty();
        assertThat(kept.refused).hasSize(1);
        assertThat(desk.all().getFirst().state(NOW)).isEqualTo(State.PENDING);

        Proposal vouched = kept(desk.propose(sheet("0.9100", true), "anna", NOW));
        desk.decide(vouched.id(), Verdict.APPROVED, "ben", NOW);
        assertThat(kept.published).extracting(Rate::value).containsExactly(new BigDecimal("0.9100"));
    }

    @Test
    void thereIsALimitToWhatIsPending() {
        for (int i = 0; i < RateDesk.PENDING_MAX; i++) {
            kept(desk.propose(sheet("0.8" + (1_000 + i), false), "anna", NOW));
        }

        assertThat(desk.propose(sheet("0.8725", false), "anna", NOW)).isEqualTo(new Outcome.TooMany());
        assertThat(desk.propose(sheet("0.8725", false), "anna", NOW.plus(DAY))).isInstanceOf(Outcome.Kept.class);
        assertThat(desk.decide("proposal:none", Verdict.APPROVED, "ben", NOW))
                .isEqualTo(new Outcome.Unknown("proposal:none"));
    }

    private static Sheet sheet(String value, boolean overridesGuard) {
        return new Sheet(
                APRIL_9,
                null,
                List.of(new ProposedRate(Pair.of("HKD/CNY"), new BigDecimal(value))),
                overridesGuard,
                "the ECB is closed");
    }

    private static Proposal kept(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Kept.class);
        return ((Outcome.Kept) outcome).proposal();
    }

    /** In memory. */
    private static final class Kept implements Proposals {
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
