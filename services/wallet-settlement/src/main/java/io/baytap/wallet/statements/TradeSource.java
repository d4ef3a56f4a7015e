package io.baytap.wallet.statements;

import io.baytap.wallet.domain.WalletScheme;
import io.baytap.wallet.domain.reconciliation.Fetched;
import io.baytap.wallet.domain.reconciliation.ProviderBooks;
import io.baytap.wallet.domain.reconciliation.ProviderLine;
import io.baytap.wallet.domain.reconciliation.Received;
import io.baytap.wallet.domain.reconciliation.Sources;
import io.baytap.wallet.domain.reconciliation.Statement;
import io.baytap.wallet.domain.reconciliation.Statement.Content;
import io.baytap.wallet.domain.reconciliation.StatementSource;
import java.time.LocalDate;
import java.util.List;

/**
 * A provider's statements, by trade day.
 *
 * @param institution our number at the provider
 */
public record TradeSource(WalletScheme scheme, String institution, ProviderBooks provider) implements StatementSource {

    @Override
    public String name() {
        return Sources.provider(scheme);
    }

    @Override
    public Received fetch(LocalDate day) {
        return switch (provider.statement(day)) {
            case Fetched.NotYet notYet -> new Received.NotYet(notYet.reason());
            case Fetched.Refused refused -> new Received.Refused(name(), refused.reason());
            case Fetched.Nothing _ -> new Received.Empty(statement(day, "", List.of()));
            case Fetched.Text text -> read(day, text.text());
        };
    }

    private Received read(LocalDate day, String text) {
        try {
            return new Received.Good(statement(day, text, TradeTable.read(text, scheme, institution, day)));
        } catch (FaultyStatementException e) {
            return new Received.Refused(name(), String.valueOf(e.getMessage()));
        }
    }

    private Statement statement(LocalDate day, String text, List<ProviderLine> lines) {
        return new Statement(name(), day, scheme.currency(), Digest.of(text), new Content.Trades(lines));
    }
}
