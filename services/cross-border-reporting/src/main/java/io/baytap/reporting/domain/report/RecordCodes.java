package io.baytap.reporting.domain.report;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The codes that an authority wants in a record, as this deployment is told to give them; empty where it is told none.
 *
 * @param transaction by sides, as {@code CN-HK}: residents of, paying in
 * @param channel by wallet scheme, as {@code WEIXIN_PAY}
 */
public record RecordCodes(Map<String, String> transaction, Map<String, String> channel) {

    public RecordCodes {
        transaction = Map.copyOf(transaction);
        channel = Map.copyOf(channel);
    }

    /** Adds the last columns of a record. */
    public void complete(ReportKind kind, List<@Nullable Object> cells) {
        String sides = cells.get(kind.index("residents_of")) + "-" + cells.get(kind.index("paying_in"));
        cells.add(transaction.getOrDefault(sides, ""));
        cells.add(channel.getOrDefault(String.valueOf(cells.get(kind.index("wallet_scheme"))), ""));
    }
}
