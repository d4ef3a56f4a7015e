package io.baytap.reporting.page;

import io.baytap.reporting.neighbours.WalletSettlement.BankLine;
import io.baytap.reporting.neighbours.WalletSettlement.Charge;
import io.baytap.reporting.neighbours.WalletSettlement.Journal;
import io.baytap.reporting.neighbours.WalletSettlement.Posting;
import io.baytap.reporting.neighbours.WalletSettlement.Refund;
import io.baytap.reporting.page.Entry.Fact;
import io.baytap.schemas.Money;
import java.util.ArrayList;
import java.util.List;

/** What wallet-settlement has booked of a ride, in a language. Test ids are {@code charge-<n>-…}, {@code bank-<n>-…} and {@code <step>-<n>-journal-<n>}. */
final class BookEntries {

    private final RideMessages text;

    BookEntries(RideMessages text) {
        this.text = text;
    }

    /** A line for each account, for the entry of the step that was booked. */
    List<Fact> journal(Journal journal, String testId) {
        List<Fact> facts = new ArrayList<>();
        for (Posting posting : journal.postings()) {
            facts.add(Fact.figure(
                    text.account(posting.account()),
                    Figure.signedMoney(testId + "journal-" + facts.size(), posting.amount())));
        }
        return facts;
    }

    /** How far the collection of a charge has come. */
    Entry charge(Charge charge, int place) {
        String testId = "charge-" + place + "-";
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.figure(text.asked(), Figure.signedMoney(testId + "amount", charge.amount())));
        if (charge.nettedMinor() != 0) {
            facts.add(Fact.figure(text.netted(), Figure.signedMoney(testId + "netted", charge.netted())));
        }
        facts.add(Fact.figure(text.attempts(), Figure.count(testId + "attempts", charge.attempt())));
        if (charge.outTradeNo() != null) {
            facts.add(Fact.link(text.number(), charge.outTradeNo(), StepEntries.search(charge.outTradeNo())));
        }
        if (charge.reason() != null) {
            facts.add(Fact.text(text.lastReason(), charge.reason()));
        }
        if (charge.dueAt() != null) {
            facts.add(Fact.text(text.dueAt(), Entry.time(charge.dueAt())));
        }
        for (Refund refund : charge.refunds()) {
            facts.add(Fact.figure(
                    text.givenBack(refund.status()),
                    Figure.signedMoney(testId + "refund", new Money(refund.amountMinor(), charge.currency()))));
        }
        return new Entry("charge", text.collected(RideWords.collection(text, charge.status())), text.now(), facts);
    }

    /** What the bank shows of the payment of a batch. */
    Entry bank(BankLine line, int place) {
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.figure(text.paid(), Figure.signedMoney("bank-" + place + "-amount", line.amount())));
        facts.add(Fact.text(text.bankReference(), line.reference()));
        facts.add(Fact.text(text.reconciled(), line.state() == null ? text.notYet() : line.state()));
        return new Entry(
                "bank",
                line.onStatement() ? text.onStatement() : text.notified(),
                line.bookedOn().toString(),
                facts);
    }
}
