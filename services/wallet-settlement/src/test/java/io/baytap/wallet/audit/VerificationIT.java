package io.baytap.wallet.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.baytap.schemas.Topics;
import io.baytap.schemas.settlements.v1.SettlementPosted;
import io.baytap.wallet.Fares;
import io.baytap.wallet.Kit;
import io.baytap.wallet.WorldResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody with all rights changes the ledger by hand, past its triggers: it is found, and named. */
@QuarkusTest
@WithTestResource(WorldResource.class)
class VerificationIT {

    @Inject
    Kit kit;

    @Inject
    DataSource database;

    private final String rider = Fares.newRider();
    private final String fare = Fares.fare(rider, 0, 1000, 930, 5).getEventId();
    private final String journal = "posting:" + fare;
    private final String itsPlace = "(select book, seal, place from journal where id = '" + journal + "')";

    @BeforeEach
    void aFareIsBooked() {
        kit.publish(Topics.FARES_CONVERTED, Fares.fare(rider, 0, 1000, 930, 5), Fares.fare(rider, 1, -400, -372, -2));
        kit.await(
                Topics.SETTLEMENTS_POSTED,
                SettlementPosted.class,
                event -> event.getRiderId().equals(rider),
                2);
    }

    @Test
    void aLedgerThatNobodyTouchedIsSound() throws SQLException {
        assertThat(after()).isEmpty();
    }

    @Test
    void aChangedAmountIsNamedWithWhatItWas() throws SQLException {
        assertThat(after("update posting set amount_minor = 931 where line = 1 and (book, seal, place) = " + itsPlace))
                .contains("CHANGED\t" + journal + " line 1\twallet-receivable:WEIXIN_PAY says 931 CNY, sealed was 930")
                .anyMatch(line -> line.startsWith("DISAGREES\tbooked_fare " + fare))
                .anyMatch(line -> line.startsWith("BALANCE\twallet-receivable:WEIXIN_PAY CNY"));
    }

    @Test
    void anAmountMovedToAnotherAccountIsNamedThoughEverySumStillFits() throws SQLException {
        assertThat(after(
                        "update posting set account = 'operator-payable:KMB' where line = 5 and (book, seal, place) = "
                                + itsPlace,
                        "update account_balance set amount_minor = amount_minor + 1000"
                                + " where (account, currency, slot) = (select 'operator-payable:MTR', 'HKD', book"
                                + " from journal where id = '" + journal + "')",
                        "update booked_fare set operator_id = 'KMB' where conversion_id = '" + fare + "'"))
                .anyMatch(
                        line -> line.startsWith("CHANGED\t" + journal + "\t") && line.contains("operator-payable:KMB"));
    }

    @Test
    void aChangedTimeIsNamed() throws SQLException {
        assertThat(after("update journal set occurred_at = occurred_at + interval '1 microsecond' where id = '"
                        + journal + "'"))
                .singleElement()
                .asString()
                .startsWith("CHANGED\t" + journal);
    }

    @Test
    void aChangedRateOrResidueIsNamed() throws SQLException {
        assertThat(after(
                        "update booked_fare set mid_rate = 0.9247, applied_rate = 0.93, residue = 1 where conversion_id = '"
                                + fare + "'"))
                .containsExactly("DISAGREES\tbooked_fare " + fare + "\thas a residue of 1, amounts and rate say 0.00");
    }

    @Test
    void aMovedPositionIsNamedByWhatExplainsIt() throws SQLException {
        assertThat(after("update booked_fare set fare_minor = fare_minor + 7 where conversion_id = '" + fare + "'"))
                .anyMatch(line -> line.startsWith("DISAGREES\tfx-position HKD\tbalance ")
                        && line.contains("conversions and deals come to"));
    }

    @Test
    void aRemovedJournalIsNamed() throws SQLException {
        assertThat(after(
                        "delete from posting where (book, seal, place) = " + itsPlace,
                        "delete from journal where id = '" + journal + "'"))
                .anyMatch(line -> line.matches("MISSING\tbook \\d+ seal \\d+ place \\d+\t.*"))
                .contains("MISSING\t" + journal + "\tthe fare is booked, its journal is not there");
    }

    @Test
    void aRemovedPostingIsNamed() throws SQLException {
        assertThat(after("delete from posting where line = 3 and (book, seal, place) = " + itsPlace))
                .anyMatch(line -> line.startsWith("CHANGED\t" + journal + "\t") && line.contains("with 5 postings"));
    }

    @Test
    void anAddedPostingIsNamed() throws SQLException {
        assertThat(after("insert into posting (book, seal, place, line, account, currency, amount_minor)"
                        + " select book, seal, place, 6, 'fx-spread', 'CNY', 7 from journal where id = '" + journal
                        + "'"))
                .anyMatch(line -> line.startsWith("ADDED\t" + journal) && line.contains("number=6"));
    }

    @Test
    void anAddedJournalIsNamed() throws SQLException {
        assertThat(after(
                        "insert into journal select 'posting:invented', kind, occurred_at, 0, now(), book, seal, 100000"
                                + " from journal where id = '" + journal + "'",
                        "insert into posting (book, seal, place, line, account, currency, amount_minor)"
                                + " values (7, 1000000, 1, 1, 'fx-spread', 'CNY', 7)"))
                .anyMatch(line -> line.startsWith("ADDED\tposting:invented"))
                .contains("ADDED\tbook 7 seal 1000000 place 1 line 1\ta posting without a journal");
    }

    @Test
    void aBookCutOffAtItsEndIsNamedByWhoKeptItsLastSeal() throws SQLException {
        Map<String, String> kept = look(Map.of(), List.of()).anchors();
        List<String> lines = new ArrayList<>();

        // Everything that the last seal of every book covered goes, and the books forget it, too.
        look(
                kept,
                List.of(
                        "delete from posting p using book b where (p.book, p.seal) = (b.number, b.seals)",
                        "delete from journal j using book b where (j.book, j.seal) = (b.number, b.seals)",
                        "delete from seal s using book b where (s.book, s.number) = (b.number, b.seals)",
                        "update book b set seals = seals - 1, head = coalesce((select hash from seal s"
                                + " where (s.book, s.number) = (b.number, b.seals - 1)), decode(repeat('00', 32), 'hex'))"
                                + " where seals > 0"),
                lines);

        assertThat(lines)
                .containsAll(kept.entrySet().stream()
                        .map(seal ->
                                "MISSING\tseal " + seal.getKey() + "\tis not there as it was kept: " + seal.getValue())
                        .toList());
    }

    @Test
    void theCommandSaysSoundAndFindsItsAnchorsAgain(@TempDir Path folder) throws Exception {
        var first = new ByteArrayOutputStream();
        int sound = VerifyCommand.run(ConfigProvider.getConfig(), null, new PrintStream(first, true));
        Path anchors = Files.writeString(folder.resolve("anchors"), first.toString(UTF_8));

        var second = new ByteArrayOutputStream();
        int again = VerifyCommand.run(ConfigProvider.getConfig(), anchors, new PrintStream(second, true));
        Files.writeString(anchors, "SEAL\t0:1\tanother\n");
        int unsound = VerifyCommand.run(ConfigProvider.getConfig(), anchors, new PrintStream(second, true));

        assertThat(first.toString(UTF_8))
                .contains("SEAL\t0:")
                .contains("sound: ")
                .doesNotContain("NOT SOUND");
        assertThat(sound).isEqualTo(VerifyCommand.SOUND);
        assertThat(again).isEqualTo(VerifyCommand.SOUND);
        assertThat(unsound).isEqualTo(VerifyCommand.UNSOUND);
    }

    /** What is found after these changes, which are taken back. */
    private List<String> after(String... changes) throws SQLException {
        List<String> lines = new ArrayList<>();
        look(Map.of(), List.of(changes), lines);
        return lines;
    }

    private Verification.Result look(Map<String, String> kept, List<String> changes) throws SQLException {
        return look(kept, changes, new ArrayList<>());
    }

    private Verification.Result look(Map<String, String> kept, List<String> changes, List<String> lines)
            throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            try (var statement = connection.createStatement()) {
                statement.execute("set local session_replication_role = replica");
                for (String change : changes) {
                    assertThat(statement.executeUpdate(change)).isPositive();
                }
                return Verification.look(connection, kept, finding -> lines.add(finding.toString()));
            } finally {
                connection.rollback();
                connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
                connection.setAutoCommit(true);
            }
        }
    }
}
