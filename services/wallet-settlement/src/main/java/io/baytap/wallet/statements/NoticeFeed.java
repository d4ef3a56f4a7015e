package io.baytap.wallet.statements;

import io.baytap.wallet.domain.reconciliation.Fetched;
import io.baytap.wallet.domain.reconciliation.NoticeSource;
import io.baytap.wallet.domain.reconciliation.Notified;
import io.baytap.wallet.domain.reconciliation.Sources;
import java.time.LocalDate;
import java.util.List;

/** The bank's notifications (camt.054) of our account in a currency, by day. */
public record NoticeFeed(String currency, String account, BankClient bank) implements NoticeSource {

    @Override
    public String name() {
        return Sources.bank(currency, account);
    }

    @Override
    public Notified fetch(LocalDate day) {
        return switch (bank.notifications(account, day)) {
            case Fetched.NotYet notYet -> new Notified.Failed(notYet.reason());
            // Many a bank notifies only when there is something.
            case Fetched.Nothing _ -> new Notified.Entries(List.of());
            case Fetched.Refused refused -> new Notified.Failed(refused.reason());
            case Fetched.Text text -> read(text.text());
        };
    }

    private Notified read(String xml) {
        try {
            return new Notified.Entries(new Camt054(new CamtAccount(account, currency)).read(xml));
        } catch (FaultyStatementException e) {
            return new Notified.Failed("refused: " + e.getMessage());
        }
    }
}
