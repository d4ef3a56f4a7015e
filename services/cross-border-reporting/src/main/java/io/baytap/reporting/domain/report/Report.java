package io.baytap.reporting.domain.report;

import io.baytap.reporting.domain.report.ReportKind.Scope;
import io.baytap.reporting.domain.report.ReportRow.Role;
import io.baytap.reporting.domain.report.ReportSource.Control;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Writes a report: its rows, what they add up to, and the same fares added up elsewhere. A file without its controls is a file
 * that broke off.
 */
public final class Report {

    private static final String COUNT = "fares";
    private static final String AMOUNT = "fare_amount";
    private static final String CURRENCY = "fare_currency";

    private final ReportSource source;

    public Report(ReportSource source) {
        this.source = source;
    }

    /** What was counted in a currency. */
    private record Sum(long fares, BigDecimal amount) {
        static final Sum NONE = new Sum(0, BigDecimal.ZERO);

        Sum plus(Sum other) {
            return new Sum(Math.addExact(fares, other.fares), amount.add(other.amount));
        }

        boolean agrees(Sum other) {
            return fares == other.fares && amount.compareTo(other.amount) == 0;
        }
    }

    /**
     * Writes it to the end.
     *
     * @throws IOException if the sink does not take it
     */
    public void write(ReportQuestion question, ReportSink sink) throws IOException {
        ReportSource.Work work = snapshot -> {
            var totals = new Totals(question.kind());
            sink.begin(question);
            snapshot.rows(question, cells -> {
                totals.add(cells);
                sink.row(new ReportRow(Role.DETAIL, "", cells));
            });
            for (ReportRow total : totals.rows()) {
                sink.row(total);
            }
            if (question.kind().scope() != Scope.NONE) {
                for (ReportRow control : controls(question.kind(), totals.rows(), snapshot.controls(question))) {
                    sink.row(control);
                }
            }
            sink.end();
        };
        // Sums are few, and taken at once; records go out as they are taken.
        if (question.kind().isStatistic()) {
            source.read(work);
        } else {
            source.send(work);
        }
    }

    /** How many fares it is of; for a report of records, the records it has. Adds cells up and reads no record. */
    public long fares(ReportQuestion question) throws IOException {
        var fares = new LongAdder();
        source.read(snapshot -> snapshot.cells(question).forEach(cell -> fares.add(cell.fares())));
        return fares.sum();
    }

    /** Its first rows, and what all of it adds up to. Of a report of records the first alone are read: its total is that of the cells. */
    public Preview preview(ReportQuestion question, int rowsMax) throws IOException {
        var preview = new PreviewSink(rowsMax);
        if (question.kind().isStatistic()) {
            write(question, preview);
            return preview.seen();
        }
        source.read(snapshot -> {
            snapshot.first(question, rowsMax, cells -> preview.row(new ReportRow(Role.DETAIL, "", cells)));
            for (Control cells : snapshot.cells(question)) {
                Sum sum = new Sum(cells.fares(), cells.amount().toMajor());
                preview.row(row(
                        question.kind(),
                        Role.TOTAL,
                        cells.level(),
                        cells.amount().currency().getCurrencyCode(),
                        sum));
                preview.counted(sum.fares());
            }
        });
        return preview.seen();
    }

    private static List<ReportRow> controls(ReportKind kind, List<ReportRow> totals, List<Control> controls) {
        Map<String, Sum> file = new TreeMap<>();
        for (ReportRow total : totals) {
            file.merge(
                    String.valueOf(total.cells().get(kind.index(CURRENCY))),
                    new Sum((Long) total.cells().get(kind.index(COUNT)), (BigDecimal)
                            total.cells().get(kind.index(AMOUNT))),
                    Sum::plus);
        }
        Map<String, Map<String, Sum>> levels = new TreeMap<>();
        for (Control control : controls) {
            levels.computeIfAbsent(control.level(), _ -> new TreeMap<>())
                    .merge(
                            control.amount().currency().getCurrencyCode(),
                            new Sum(control.fares(), control.amount().toMajor()),
                            Sum::plus);
        }
        List<ReportRow> rows = new ArrayList<>();
        levels.forEach((level, sums) -> {
            Set<String> currencies = new TreeSet<>(file.keySet());
            currencies.addAll(sums.keySet());
            for (String currency : currencies) {
                Sum sum = sums.getOrDefault(currency, Sum.NONE);
                Role role = sum.agrees(file.getOrDefault(currency, Sum.NONE)) ? Role.CONTROL : Role.CONTROL_DIFFERS;
                rows.add(row(kind, role, level, currency, sum));
            }
        });
        return rows;
    }

    private static ReportRow row(ReportKind kind, Role role, String level, String currency, Sum sum) {
        @Nullable Object[] cells = new Object[kind.columns().size()];
        cells[kind.index(COUNT)] = sum.fares();
        cells[kind.index(AMOUNT)] = sum.amount();
        cells[kind.index(CURRENCY)] = currency;
        return new ReportRow(role, level, Arrays.asList(cells));
    }
}
