package io.baytap.wallet.statements;

import io.baytap.wallet.domain.WalletScheme;
import io.baytap.wallet.domain.reconciliation.ProviderLine;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A provider's statement of a day: a header, a line per payment and refund, a header of totals, the totals. Checked
 * whole: columns, counts, totals, and that every line says something that can be true.
 */
final class TradeTable {

    static final String HEADER =
            Arrays.stream(TradeColumn.values()).map(TradeColumn::title).collect(Collectors.joining(","));

    static final String TOTALS = "总交易单数,应结订单总金额,退款总金额,充值券退款总金额,手续费总金额,订单总金额,申请退款总金额";

    /** What each of the totals adds up; the first counts lines. */
    private static final List<TradeColumn> TOTALLED = List.of(
            TradeColumn.SETTLEMENT_AMOUNT,
            TradeColumn.REFUND_AMOUNT,
            TradeColumn.VOUCHER_REFUND,
            TradeColumn.FEE,
            TradeColumn.PRICE,
            TradeColumn.REFUND_PRICE);

    private static final int LINES_AROUND = 3;

    private TradeTable() {}

    /**
     * Its lines.
     *
     * @param institution our number at the provider
     * @throws FaultyStatementException if it does not hold together: nothing of it is to be used
     */
    static List<ProviderLine> read(String text, WalletScheme scheme, String institution, LocalDate day)
            throws FaultyStatementException {
        List<String> lines = text.strip().lines().toList();
        if (lines.size() < LINES_AROUND) {
            throw new FaultyStatementException(lines.size() + " lines: header, totals or both are missing");
        }
        // Some send a byte order mark before the first column.
        expect(lines.getFirst().replace("\uFEFF", ""), HEADER, 1);
        expect(lines.get(lines.size() - 2), TOTALS, lines.size() - 1);
        List<TradeRow> rows = new ArrayList<>();
        for (int i = 1; i < lines.size() - 2; i++) {
            rows.add(TradeRow.of(i + 1, lines.get(i), TradeColumn.values().length));
        }
        compare(rows, TradeRow.of(lines.size(), lines.getLast(), TOTALLED.size() + 1));
        var reader = new TradeReader(scheme, institution, day);
        List<ProviderLine> read = new ArrayList<>();
        for (TradeRow row : rows) {
            read.add(reader.read(row));
        }
        return read;
    }

    private static void expect(String line, String expected, int number) throws FaultyStatementException {
        if (!line.equals(expected)) {
            throw new FaultyStatementException("line " + number + ": '" + line + "' is not '" + expected + "'");
        }
    }

    private static void compare(List<TradeRow> rows, TradeRow totals) throws FaultyStatementException {
        compare(totals, 0, "lines", BigDecimal.valueOf(rows.size()));
        for (int i = 0; i < TOTALLED.size(); i++) {
            BigDecimal sum = BigDecimal.ZERO;
            for (TradeRow row : rows) {
                if (!row.text(TOTALLED.get(i)).isEmpty()) {
                    sum = sum.add(row.number(TOTALLED.get(i)));
                }
            }
            compare(totals, i + 1, TOTALLED.get(i).title(), sum);
        }
    }

    private static void compare(TradeRow totals, int field, String of, BigDecimal counted)
            throws FaultyStatementException {
        BigDecimal told = totals.number(field);
        if (told.compareTo(counted) != 0) {
            throw new FaultyStatementException("the total of %s is %s, the lines say %s"
                    .formatted(of, told.toPlainString(), counted.toPlainString()));
        }
    }
}
