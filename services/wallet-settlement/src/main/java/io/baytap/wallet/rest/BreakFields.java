package io.baytap.wallet.rest;

import io.baytap.schemas.Money;
import io.baytap.wallet.domain.Account;
import io.baytap.wallet.domain.BreakDemand;
import io.baytap.wallet.rest.ProposalRequest.Checked;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What a proposal about a break says beside kind, amount and reason. */
final class BreakFields {

    /** 10,000,000.00: a day's batch may be at stake. */
    static final long AMOUNT_MINOR_MAX = 1_000_000_000;

    private static final int TEXT_LENGTH_MAX = 200;

    private BreakFields() {}

    static boolean isOne(@Nullable String kind) {
        return Arrays.stream(BreakDemand.Kind.values())
                .anyMatch(each -> each.name().equals(kind));
    }

    /** @param request of a kind that is about breaks, with a reason */
    static Checked check(ProposalRequest request, Money amount, String reason) {
        var kind = BreakDemand.Kind.valueOf(String.valueOf(request.kind()));
        boolean moves = kind != BreakDemand.Kind.EXPLAIN;
        if (moves && amount.isZero()) {
            return new Checked.Bad("amountMinor", "not 0 with " + kind);
        }
        String account = request.account();
        if (moves && (account == null || account.isBlank() || account.length() > TEXT_LENGTH_MAX)) {
            return new Checked.Bad("account", "where the money belongs, like provider-fees:WEIXIN_PAY");
        }
        if (!moves && account != null) {
            return new Checked.Bad("account", "not with " + kind + ": no money moves");
        }
        String reference = request.reference();
        if (kind == BreakDemand.Kind.EXPLAIN && reference == null) {
            return new Checked.Bad("reference", "what bears it out: a letter, a ticket, a line");
        }
        if (reference != null && (reference.isBlank() || reference.length() > TEXT_LENGTH_MAX)) {
            return new Checked.Bad("reference", "1 to " + TEXT_LENGTH_MAX + " characters");
        }
        return new Checked.Good(new BreakDemand(
                kind,
                String.valueOf(request.breakId()),
                amount,
                account == null ? null : new Account(account.strip()),
                reference == null ? null : reference.strip(),
                reason.strip()));
    }
}
