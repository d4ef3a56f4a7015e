package io.baytap.reporting.page;

import io.baytap.reporting.domain.BusinessDay;
import io.baytap.reporting.neighbours.FxConversion;
import io.baytap.reporting.neighbours.Neighbour;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;

/** Asks fx-conversion for a day: the board as that day ended, the deals that were struck on it, and what is open now. */
@ApplicationScoped
class Exchange {

    /** Longer than the banks of two places are ever closed at once. */
    private static final int VALUE_DAYS_MAX = 14;

    private final Neighbour<FxConversion> fx;
    private final RateFreshness freshness;
    private final InstantSource time;

    Exchange(Neighbour<FxConversion> fx, RateFreshness freshness, InstantSource time) {
        this.fx = fx;
        this.freshness = freshness;
        this.time = time;
    }

    Uni<ExchangeView> of(Shell shell, LocalDate day) {
        Instant ends = day.plusDays(1).atStartOfDay(BusinessDay.ZONE).toInstant();
        Instant now = time.instant();
        String at = (ends.isBefore(now) ? ends : now).toString();
        String last = day.plusDays(VALUE_DAYS_MAX).toString();
        return Uni.combine()
                .all()
                .unis(
                        fx.ask((calls, _) -> calls.board(at), FxConversion.Board.class),
                        fx.ask((calls, bearer) -> calls.exposures(bearer), FxConversion.Exposure[].class),
                        fx.ask((calls, bearer) -> calls.deals(day.toString(), last, bearer), FxConversion.Deal[].class))
                .with((board, exposures, deals) ->
                        ExchangeView.of(shell, new ExchangeView.Answers(board, exposures, deals), day, freshness));
    }
}
