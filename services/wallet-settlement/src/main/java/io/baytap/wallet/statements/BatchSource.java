package io.baytap.wallet.statements;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.baytap.wallet.domain.WalletScheme;
import io.baytap.wallet.domain.reconciliation.Fetched;
import io.baytap.wallet.domain.reconciliation.ProviderBooks;
import io.baytap.wallet.domain.reconciliation.Received;
import io.baytap.wallet.domain.reconciliation.Settlement;
import io.baytap.wallet.domain.reconciliation.Sources;
import io.baytap.wallet.domain.reconciliation.Statement;
import io.baytap.wallet.domain.reconciliation.Statement.Content;
import io.baytap.wallet.domain.reconciliation.StatementSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A provider's settled batches of a merchant, by settlement date; fetched page by page. */
public record BatchSource(WalletScheme scheme, String merchant, ProviderBooks provider, ObjectMapper json)
        implements StatementSource {

    private static final int PAGE = 100;

    /** Of one merchant and one settlement date: a batch per trade day and currency. */
    private static final int BATCHES_MAX = 10_000;

    @Override
    public String name() {
        return Sources.settlements(scheme, merchant);
    }

    @Override
    public Received fetch(LocalDate day) {
        List<Settlement> batches = new ArrayList<>();
        long total = 1;
        while (batches.size() < total) {
            switch (provider.batches(merchant, day, batches.size(), PAGE)) {
                case Fetched.NotYet notYet -> {
                    return new Received.NotYet(notYet.reason());
                }
                case Fetched.Refused refused -> {
                    return new Received.Refused(name(), refused.reason());
                }
                case Fetched.Nothing _ -> total = 0;
                case Fetched.Text page -> {
                    try {
                        total = add(page.text(), day, batches);
                    } catch (FaultyStatementException e) {
                        return new Received.Refused(name(), String.valueOf(e.getMessage()));
                    }
                }
            }
        }
        batches.sort(Comparator.comparing(Settlement::batchId));
        return new Received.Good(new Statement(
                name(), day, scheme.currency(), Digest.of(batches.toString()), new Content.Batches(batches)));
    }

    /** Adds a page. Returns how many batches there are in all. */
    private long add(String page, LocalDate day, List<Settlement> batches) throws FaultyStatementException {
        JsonNode answer = parse(page);
        var reader = new BatchReader(scheme, merchant);
        int before = batches.size();
        for (JsonNode batch : answer.path("data")) {
            Settlement settlement = reader.read(batch);
            if (!settlement.settlementDate().equals(day)) {
                throw new FaultyStatementException("batch " + settlement.batchId() + ": settlement_date is "
                        + settlement.settlementDate() + ", asked for was " + day);
            }
            batches.add(settlement);
        }
        long total = answer.path("total_count").asLong(-1);
        if (total < 0 || total > BATCHES_MAX) {
            throw new FaultyStatementException(
                    "total_count: '" + answer.path("total_count") + "' is not 0 to " + BATCHES_MAX);
        }
        if (batches.size() > total || (batches.size() < total && batches.size() == before)) {
            throw new FaultyStatementException(
                    "total_count is " + total + ", the pages have " + batches.size() + " batches");
        }
        return total;
    }

    private JsonNode parse(String page) throws FaultyStatementException {
        try {
            return json.readTree(page);
        } catch (JsonProcessingException e) {
            throw new FaultyStatementException("not JSON: " + e.getOriginalMessage());
        }
    }
}
