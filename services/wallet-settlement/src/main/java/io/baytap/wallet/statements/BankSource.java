package io.baytap.wallet.statements;

import io.baytap.wallet.domain.reconciliation.Fetched;
import io.baytap.wallet.domain.reconciliation.Received;
import io.baytap.wallet.domain.reconciliation.Sources;
import io.baytap.wallet.domain.reconciliation.Statement;
import io.baytap.wallet.domain.reconciliation.Statement.Content;
import io.baytap.wallet.domain.reconciliation.StatementSource;
import java.time.LocalDate;
import java.util.Currency;

/** The bank's statements of our account in a currency, by day. */
public record BankSource(String currency, String account, BankClient bank) implements StatementSource {

    @Override
    public String name() {
        return Sources.bank(currency, account);
    }

    @Override
    public Received fetch(LocalDate day) {
        return switch (bank.statement(account, day)) {
            case Fetched.NotYet notYet -> new Received.NotYet(notYet.reason());
            case Fetched.Nothing _ -> new Received.NotYet("NO_STATEMENT");
            case Fetched.Refused refused -> new Received.Refused(name(), refused.reason());
            case Fetched.Text text -> read(day, text.text());
        };
    }

    private Received read(LocalDate day, String xml) {
        try {
            var entries = new Camt053(new CamtAccount(account, currency), day).read(xml);
            return new Received.Good(new Statement(
                    name(), day, Currency.getInstance(currency), Digest.of(xml), new Content.Entries(entries)));
        } catch (FaultyStatementException e) {
            return new Received.Refused(name(), String.valueOf(e.getMessage()));
        }
    }
}
