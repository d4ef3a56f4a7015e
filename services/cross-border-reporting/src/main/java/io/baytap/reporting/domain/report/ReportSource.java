package io.baytap.reporting.domain.report;

import io.baytap.schemas.Money;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** Where the figures of reports are read. */
public interface ReportSource {

    /** Takes a row's cells. */
    interface Rows {
        void row(List<@Nullable Object> cells) throws IOException;
    }

    /**
     * Fares, added up without their report.
     *
     * @param level RECORDS, CELLS or LEDGER
     */
    record Control(String level, long fares, Money amount) {}

    /** Reads of one moment. Nothing that is written meanwhile is seen. */
    interface Snapshot {
        void rows(ReportQuestion question, Rows rows) throws IOException;

        /** The first rows alone; the others are not read. */
        void first(ReportQuestion question, int rowsMax, Rows rows) throws IOException;

        List<Control> controls(ReportQuestion question);

        /** The CELLS among those: how many fares a report is of, without a look at one. */
        List<Control> cells(ReportQuestion question);
    }

    /** Work on a snapshot. */
    interface Work {
        void on(Snapshot snapshot) throws IOException;
    }

    /**
     * Works on what is there now.
     *
     * @throws io.baytap.reporting.domain.ReportsAway if the read models do not answer
     * @throws ReportsBusy if as many are at work as may be
     */
    void read(Work work) throws IOException;

    /** The same at the pace of whoever takes the rows, which may be slow: such work takes no place from {@link #read}. */
    void send(Work work) throws IOException;

    /** The last day that a batch has closed. */
    Optional<LocalDate> lastClosed();

    /** Every operator that anything was ever counted of. */
    SortedSet<String> operators();
}
