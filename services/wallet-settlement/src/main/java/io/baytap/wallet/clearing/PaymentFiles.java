package io.baytap.wallet.clearing;

import io.baytap.wallet.domain.Batch;
import io.baytap.wallet.domain.PaymentFile;
import io.baytap.wallet.domain.ValueDates;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Files in the formats of the standards. */
public final class PaymentFiles implements PaymentFile {

    private final Accounts accounts;

    private final ValueDates valueDates;

    public PaymentFiles(Accounts accounts, ValueDates valueDates) {
        this.accounts = accounts;
        this.valueDates = valueDates;
    }

    @Override
    public List<String> missing(List<Batch> batches) {
        return PaymentOrder.missing(batches, accounts);
    }

    @Override
    public List<String> uncovered(List<Batch> batches) {
        return List.copyOf(valueDates.uncovered(PaymentOrder.payable(batches)));
    }

    @Override
    public Optional<String> pain001(LocalDate day, List<Batch> batches) {
        return PaymentOrder.payable(batches).isEmpty()
                ? Optional.empty()
                : Optional.of(new Pain001(accounts, valueDates).message(day, batches));
    }

    @Override
    public String csv(List<Batch> batches) {
        return BatchCsv.of(batches);
    }
}
