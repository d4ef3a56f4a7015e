package io.baytap.wallet.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

/** Checks the whole ledger as it stood at one moment, while others go on writing; memory does not grow with it. */
public final class Verification {

    /**
     * What was looked at.
     *
     * @param anchors the last seal of each book, {@code book:number} to its hash: to be kept outside of the database
     */
    public record Result(long journals, long postings, long findings, Map<String, String> anchors) {

        public boolean isSound() {
            return findings == 0;
        }
    }

    private Verification() {}

    /**
     * Looks at everything.
     *
     * @param kept anchors of an earlier run, to be found again; may be empty
     * @param findings is told each thing that is wrong, as it is found
     * @throws SQLException if the database could not be read to the end: nothing is proved then
     */
    public static Result of(Connection connection, Map<String, String> kept, Consumer<Finding> findings)
            throws SQLException {
        connection.setAutoCommit(false);
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        try {
            return look(connection, kept, findings);
        } finally {
            connection.rollback();
        }
    }

    /** In the transaction under way, whose statements must all see the same moment. */
    static Result look(Connection connection, Map<String, String> kept, Consumer<Finding> findings)
            throws SQLException {
        var count = new LongAdder();
        Consumer<Finding> counted = finding -> {
            count.increment();
            findings.accept(finding);
        };
        var chain = new ChainCheck(connection, kept, counted);
        chain.run();
        TableCheck.run(connection, counted);
        return new Result(chain.journals(), chain.postings(), count.sum(), chain.anchors());
    }
}
