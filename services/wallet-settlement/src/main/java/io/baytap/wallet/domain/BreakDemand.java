package io.baytap.wallet.domain;

import io.baytap.schemas.Money;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants done about a break of a reconciliation.
 *
 * @param amount the break's, as whoever proposes it sees it: if it is another by then, nothing is done
 * @param account where the money belongs; null where none moves
 * @param reference of what bears it out; may be null
 */
public record BreakDemand(
        Kind what,
        String breakId,
        Money amount,
        @Nullable Account account,
        @Nullable String reference,
        String reason) implements Demand {

    /** Stable: it stands in the table, in answers and in events. */
    public enum Kind {
        /** A bank entry leaves suspense for the account it belongs to. */
        RELEASE,
        /** It is accepted as it is; no money moves. */
        EXPLAIN,
        /** The provider is right: our ledger follows it, against the account named. */
        BOOK
    }

    public BreakDemand {
        if ((account == null) != (what == Kind.EXPLAIN)) {
            throw new IllegalArgumentException("an account belongs to RELEASE and BOOK, and to nothing else");
        }
    }

    @Override
    public String kind() {
        return what.name();
    }

    @Override
    public String target() {
        return breakId;
    }

    @Override
    public Optional<String> onlyCharge() {
        return Optional.empty();
    }

    @Override
    public String details() {
        return "\n" + (account == null ? "" : account.name()) + "\n" + (reference == null ? "" : reference);
    }
}
