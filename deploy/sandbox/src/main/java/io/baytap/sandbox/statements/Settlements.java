package io.baytap.sandbox.statements;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Settlement batches of the days that are over: one per trade day and sub-merchant. */
final class Settlements {

    private static final Comparator<Settlement> ORDER =
            Comparator.comparing(Settlement::settlementDate).thenComparing(Settlement::batchId);

    private final Fees fees;
    private final Clock clock;

    Settlements(Fees fees, Clock clock) {
        this.fees = fees;
        this.clock = clock;
    }

    /** In the order of settlement date and batch id. */
    List<Settlement> of(ProviderBook book) {
        LocalDate today = today();
        Map<String, Settlement> batches = new HashMap<>();
        for (Movement movement : book.movements()) {
            LocalDate day = Days.of(movement.at());
            if (day.isBefore(today)) {
                Settlement first = empty(book.institution(), day, movement.payment());
                batches.compute(first.batchId(), (_, batch) -> (batch == null ? first : batch).plus(movement, fees));
            }
        }
        return batches.values().stream().sorted(ORDER).toList();
    }

    /** Whether its money has been paid out. */
    boolean isSettled(Settlement batch) {
        return !batch.settlementDate().isAfter(today());
    }

    private LocalDate today() {
        return Days.of(clock.instant());
    }

    private static Settlement empty(Institution institution, LocalDate day, Movement.Payment payment) {
        return new Settlement(institution, day, payment.subMchid(), payment.currency(), 0, 0, 0);
    }
}
