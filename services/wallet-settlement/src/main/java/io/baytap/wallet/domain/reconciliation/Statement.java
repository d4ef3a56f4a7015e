package io.baytap.wallet.domain.reconciliation;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;

/**
 * A statement that passed every check: all of its lines are kept, or none.
 *
 * @param source whose: see {@link Sources}
 * @param day what it is about; of settlements, their settlement date
 * @param currency of its amounts
 * @param digest of its content: the same statement comes with the same
 */
public record Statement(String source, LocalDate day, Currency currency, String digest, Content content) {

    /** What is in it. */
    public sealed interface Content {

        int size();

        /** A provider's debits and refunds. */
        record Trades(List<ProviderLine> lines) implements Content {
            @Override
            public int size() {
                return lines.size();
            }
        }

        /** A provider's batches. */
        record Batches(List<Settlement> lines) implements Content {
            @Override
            public int size() {
                return lines.size();
            }
        }

        /** The bank's entries. */
        record Entries(List<BankEntry> lines) implements Content {
            @Override
            public int size() {
                return lines.size();
            }
        }
    }
}
