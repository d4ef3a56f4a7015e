package io.baytap.sandbox.bank;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A pain.001 as read.
 *
 * @param count as its header says
 * @param sum of all amounts whatever their currency, as its header says; empty if it does not
 */
record PaymentMessage(String id, int count, Optional<BigDecimal> sum, List<Transfer> transfers) {

    /** Why a bank does not take a message. */
    record Refusal(String code, String message) {}

    /** What is wrong with a message that is valid by the XSD; empty if nothing is. */
    Optional<Refusal> fault() {
        Set<String> ids = new HashSet<>();
        for (Transfer transfer : transfers) {
            Optional<BankAccount> account = BankAccount.find(transfer.accountId());
            if (account.isEmpty()) {
                return refusal("ACCOUNT_UNKNOWN", transfer.partId() + " debits " + transfer.accountId());
            }
            if (!account.get().currency().equals(transfer.currency())) {
                return refusal(
                        "CURRENCY_DIFFERS",
                        transfer.endToEndId() + " is in " + transfer.currency() + ", " + transfer.accountId()
                                + " is not");
            }
            if (!ids.add(transfer.endToEndId())) {
                return refusal("END_TO_END_ID_TWICE", transfer.endToEndId());
            }
        }
        return totals();
    }

    private Optional<Refusal> totals() {
        if (count != transfers.size()) {
            return refusal("TOTALS_DIFFER", "NbOfTxs is " + count + ", transfers are " + transfers.size());
        }
        BigDecimal added =
                BigDecimal.valueOf(transfers.stream().mapToLong(Transfer::minor).reduce(0, Math::addExact), 2);
        return sum.filter(said -> said.compareTo(added) != 0)
                .flatMap(said -> refusal("TOTALS_DIFFER", "CtrlSum is " + said + ", amounts add up to " + added));
    }

    private static Optional<Refusal> refusal(String code, String message) {
        return Optional.of(new Refusal(code, message));
    }
}
