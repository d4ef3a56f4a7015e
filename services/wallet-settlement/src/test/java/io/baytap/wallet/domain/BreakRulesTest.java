package io.baytap.wallet.domain;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.baytap.schemas.Money;
import io.baytap.wallet.domain.BreakDemand.Kind;
import io.baytap.wallet.domain.BreakRules.Result;
import io.baytap.wallet.domain.reconciliation.Break;
import io.baytap.wallet.domain.reconciliation.BreakReason;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people decide about breaks, and what it books. */
class BreakRulesTest {

    private static final Instant AT = Instant.parse("2026-04-13T02:00:00Z");

    @Test
    void aBankEntryLeavesSuspenseForTheAccountNamed() {
        // 42.00 came from nobody knows whom; it was the issuer of Weixin Pay, for debts it bears.
        Break found = found(BreakReason.UNKNOWN_ENTRY, 4_200, null);

        Result result = resolve(demand(Kind.RELEASE, 4_200, "issuer-claims:WEIXIN_PAY"), found, true);

        Journal journal = journal(result);
        assertThat(journal.id()).isEqualTo("release:bank:808-1:R9=proposal:1");
        assertThat(journal.kind()).isEqualTo(Journal.Kind.RELEASE);
        assertThat(journal.postings())
                .containsExactly(
                        new Posting(new Account("suspense:CNY"), Money.of(4_200, "CNY")),
                        new Posting(new Account("issuer-claims:WEIXIN_PAY"), Money.of(-4_200, "CNY")));
    }

    @Test
    void whatIsNotInSuspenseCannotLeaveIt() {
        Break found = found(BreakReason.SHORT_PAYOUT, -8, WalletScheme.WEIXIN_PAY);

        assertThat(code(resolve(demand(Kind.RELEASE, -8, "provider-fees:WEIXIN_PAY"), found, false)))
                .isEqualTo("NOT_IN_SUSPENSE");
    }

    @Test
    void aDebitThatOnlyTheProviderKnowsIsOwedByItAndHeldInSuspense() {
        // 9.30 that we never asked for: the provider will pay it out, and somebody's it is.
        Break found = found(BreakReason.MISSING_IN_LEDGER, 930, WalletScheme.WEIXIN_PAY);

        Journal journal = journal(resolve(demand(Kind.BOOK, 930, "suspense:CNY"), found, false));

        assertThat(journal.id()).isEqualTo("adjustment:break:bank:808-1:R9=proposal:1");
        assertThat(journal.postings())
                .containsExactly(
                        new Posting(new Account("provider-clearing:WEIXIN_PAY"), Money.of(930, "CNY")),
                        new Posting(new Account("suspense:CNY"), Money.of(-930, "CNY")));
    }

    @Test
    void aPayoutThatIsShortForGoodIsACost() {
        // 0.08 less than the batch: the provider owes it no more.
        Break found = found(BreakReason.SHORT_PAYOUT, -8, WalletScheme.WEIXIN_PAY);

        Journal journal = journal(resolve(demand(Kind.BOOK, -8, "provider-fees:WEIXIN_PAY"), found, false));

        assertThat(journal.postings())
                .containsExactly(
                        new Posting(new Account("provider-clearing:WEIXIN_PAY"), Money.of(-8, "CNY")),
                        new Posting(new Account("provider-fees:WEIXIN_PAY"), Money.of(8, "CNY")));
    }

    @ParameterizedTest
    @EnumSource
    void anyBreakCanBeAcceptedAndNoMoneyMoves(BreakReason reason) {
        Break found = found(reason, 5, WalletScheme.WEIXIN_PAY);

        assertThat(resolve(demand(Kind.EXPLAIN, 5, null), found, false)).isEqualTo(new Result.Resolved(null));
    }

    @ParameterizedTest
    @EnumSource(
            names = {"RATE", "LATE", "BATCH_AMOUNT", "UNPAID", "PAID_OTHERWISE", "UNKNOWN_ENTRY", "STATEMENT_MISSING"})
    void whatIsNotBetweenAProviderAndUsIsNotBooked(BreakReason reason) {
        Break found = found(reason, 5, WalletScheme.WEIXIN_PAY);

        assertThat(code(resolve(demand(Kind.BOOK, 5, "suspense:CNY"), found, false)))
                .isEqualTo("NOT_BOOKABLE");
    }

    @Test
    void aBreakThatChangedOrIsResolvedIsLeftAlone() {
        Break found = found(BreakReason.AMOUNT, 70, WalletScheme.WEIXIN_PAY);

        assertThat(code(resolve(demand(Kind.EXPLAIN, 71, null), found, false))).isEqualTo("OTHER_AMOUNT");
        assertThat(code(resolve(demand(Kind.EXPLAIN, 70, null), found.resolved("a line"), false)))
                .isEqualTo("BREAK_NOT_OPEN");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "suspense:HKD",
                "provider-fees:CASH",
                "provider-clearing:WEIXIN_PAY",
                "operator-payable:MTR",
                "operator-settlement:",
                "fx-position",
                "fx-settlement:HKD",
                "bank:CNY",
                "petty-cash"
            })
    void moneyGoesOnlyWherePeopleMayPutIt(String account) {
        Break found = found(BreakReason.MISSING_IN_LEDGER, 930, WalletScheme.WEIXIN_PAY);

        assertThat(code(resolve(demand(Kind.BOOK, 930, account), found, false))).isEqualTo("ACCOUNT_REFUSED");
    }

    @Test
    void accountAndReferenceMakeAnotherProposal() {
        var one = new BreakDemand(Kind.BOOK, "b", Money.of(1, "CNY"), new Account("suspense:CNY"), null, "why");
        var other = new BreakDemand(Kind.BOOK, "b", Money.of(1, "CNY"), new Account("fx-settlement"), null, "why");
        var third = new BreakDemand(Kind.BOOK, "b", Money.of(1, "CNY"), new Account("suspense:CNY"), "ref", "why");

        assertThat(one.id()).isNotEqualTo(other.id()).isNotEqualTo(third.id());
    }

    private static Result resolve(BreakDemand demand, Break found, boolean inSuspense) {
        return BreakRules.resolve(demand, found, inSuspense, "proposal:1", AT);
    }

    private static BreakDemand demand(Kind kind, long minor, @Nullable String account) {
        return new BreakDemand(
                kind,
                "break:bank:808-1:R9",
                Money.of(minor, "CNY"),
                account == null ? null : new Account(account),
                "letter 7",
                "they are right");
    }

    private static Break found(BreakReason reason, long minor, @Nullable WalletScheme scheme) {
        return new Break(
                "bank:808-1:R9",
                reason,
                Money.of(minor, "CNY"),
                LocalDate.parse("2026-04-10"),
                new Break.Sides(scheme, null, "bank:808-1:R9", null),
                null);
    }

    private static Journal journal(Result result) {
        assertThat(result).isInstanceOf(Result.Resolved.class);
        Journal journal = ((Result.Resolved) result).journal();
        assertThat(journal).isNotNull();
        return requireNonNull(journal);
    }

    private static String code(Result result) {
        assertThat(result).isInstanceOf(Result.Refused.class);
        return ((Result.Refused) result).objection().code();
    }
}
