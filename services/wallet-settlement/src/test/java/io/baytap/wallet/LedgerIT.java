package io.baytap.wallet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.baytap.schemas.Money;
import io.baytap.schemas.Topics;
import io.baytap.schemas.deals.v1.DealStruck;
import io.baytap.schemas.settlements.v1.SettlementPosted;
import io.baytap.wallet.domain.Account;
import io.baytap.wallet.domain.Ledger;
import io.baytap.wallet.domain.Posting;
import io.baytap.wallet.domain.WalletScheme;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(WorldResource.class)
class LedgerIT {

    private static final String DEAD_LETTERS = Topics.FARES_CONVERTED.deadLetters("wallet-settlement");

    /** A journal with two postings to come, sealed as it should be. */
    private static final String SEALED = """
            insert into seal (book, number, previous, leaves, hash, journal_count, posting_count)
              select number, seals + 1, head, l, sha256(head || int2send(number) || int8send(seals + 1) || l), 1, 2
              from book, sha256('any') as l where number = 63;
            insert into journal (id, kind, occurred_at, posting_count, book, seal, place)
              select 'crooked', 'FARE', now(), 2, number, seals, 1 from book where number = 63;
            """;

    @Inject
    Kit kit;

    @Inject
    Ledger ledger;

    @Test
    void aFareIsBookedAndTold() {
        String rider = Fares.newRider();
        var fare = Fares.fare(rider, 0, 1000, 930, 5);

        kit.publish(Topics.FARES_CONVERTED, fare);

        SettlementPosted posted = awaitPosted(rider, 1).getFirst();
        assertThat(posted.getEventId()).isEqualTo("posting:" + fare.getEventId());
        assertThat(posted.getWalletMinor()).isEqualTo(930);
        assertThat(posted.getSettlementDay()).isAfterOrEqualTo(posted.getBusinessDay());
        assertThat(posted.getRate()).isEqualTo(fare.getAppliedRate().isEmpty() ? "" : fare.getRate());
        assertThat(posted.getRateIds()).isEqualTo(fare.getAppliedRate().isEmpty() ? List.of() : fare.getRateIds());
        assertThat(ledger.find(posted.getEventId()).orElseThrow().postings())
                .containsExactly(
                        new Posting(Account.walletReceivable(WalletScheme.WEIXIN_PAY), Money.of(930, "CNY")),
                        new Posting(Account.FX_POSITION, Money.of(-925, "CNY")),
                        new Posting(Account.FX_SPREAD, Money.of(-5, "CNY")),
                        new Posting(Account.FX_POSITION, Money.of(1000, "HKD")),
                        new Posting(Account.operatorPayable("MTR"), Money.of(-1000, "HKD")));
    }

    @Test
    void aRedeliveredBatchMovesTheBalanceOnce() {
        String rider = Fares.newRider();
        var fare = Fares.fare(rider, 0, 2000, 1860, 10);
        kit.publish(Topics.FARES_CONVERTED, fare, fare);
        awaitPosted(rider, 2);
        String before = balanceOf("operator-payable:MTR");

        kit.publish(Topics.FARES_CONVERTED, fare, fare);

        List<SettlementPosted> posted = awaitPosted(rider, 4);
        assertThat(posted).allMatch(posted.getFirst()::equals);
        assertThat(balanceOf("operator-payable:MTR")).isEqualTo(before);
        assertThat(kit.query("select count(*) from charge where rider_id = ?", rider))
                .containsExactly("1");
    }

    @Test
    void aDealIsBookedOnceAndAnotherUnderItsIdIsParked() {
        DealStruck deal = deal(-6);

        kit.publish(Topics.DEALS_STRUCK, deal, deal, deal(-7));

        assertThat(kit.awaitRecords(Topics.DEALS_STRUCK.deadLetters("wallet-settlement"), deal.getDealId(), 1))
                .extracting(LedgerIT::reason)
                .containsExactly("OTHER_CONTENT_BOOKED");
        assertThat(ledger.find(deal.getEventId()).orElseThrow().postings())
                .containsExactly(
                        new Posting(Account.FX_POSITION, Money.of(-1060, "HKD")),
                        new Posting(Account.FX_SETTLEMENT, Money.of(1060, "HKD")),
                        new Posting(Account.FX_POSITION, Money.of(980, "CNY")),
                        new Posting(Account.FX_SETTLEMENT, Money.of(-986, "CNY")),
                        new Posting(Account.FX_RESULT, Money.of(6, "CNY")));
    }

    /** Buys 10.60 HKD against the 9.80 CNY that are held. */
    private static DealStruck deal(long realised) {
        return DealStruck.newBuilder()
                .setEventId("deal:HKD/CNY:2026-04-10")
                .setOccurredAt(Fares.MORNING)
                .setDealId("deal:HKD/CNY:2026-04-10")
                .setBase("HKD")
                .setQuote("CNY")
                .setValueDate(Fares.DAY.plusDays(1))
                .setBaseMinor(1060)
                .setQuoteMinor(realised - 980)
                .setRate(realised == -6 ? "0.93" : "0.931")
                .setRateIds(List.of())
                .setExposedBaseMinor(-1060)
                .setExposedQuoteMinor(980)
                .setRealisedMinor(realised)
                .setFareCount(1)
                .build();
    }

    @Test
    void whatCannotBeReadIsParkedAloneAndTheLineGoesOn() {
        String rider = Fares.newRider();
        byte[] notFramed = "not an event".getBytes(StandardCharsets.UTF_8);
        byte[] unknownSchema = {0, 0x7f, 0, 0, 1, 2, 3};

        kit.records().produceBytes(Topics.FARES_CONVERTED.name(), rider, notFramed);
        kit.records().produceBytes(Topics.FARES_CONVERTED.name(), rider, unknownSchema);
        kit.publish(Topics.FARES_CONVERTED, Fares.fare(rider, 0, 500, 465, 2));

        awaitPosted(rider, 1);
        List<ConsumerRecord<byte[], byte[]>> parked = kit.awaitRecords(DEAD_LETTERS, rider, 2);
        assertThat(parked).extracting(LedgerIT::reason).containsExactly("NOT_FRAMED", "UNKNOWN_SCHEMA");
        assertThat(parked.getFirst().value()).isEqualTo(notFramed);
    }

    @Test
    void theSameIdWithOtherContentIsParkedAndNotBooked() {
        String rider = Fares.newRider();
        kit.publish(Topics.FARES_CONVERTED, Fares.fare(rider, 0, 500, 465, 2));
        awaitPosted(rider, 1);

        kit.publish(
                Topics.FARES_CONVERTED,
                Fares.fare(rider, 0, 900, 837, 4),
                Fares.fare(rider, 0, 500, 465, 2),
                Fares.fare(rider, 1, 100, 93, 0));

        assertThat(awaitPosted(rider, 3))
                .extracting(SettlementPosted::getFareMinor)
                .containsExactly(500L, 500L, 100L);
        assertThat(kit.awaitRecords(DEAD_LETTERS, rider, 1))
                .extracting(LedgerIT::reason)
                .containsExactly("OTHER_CONTENT_BOOKED");
    }

    @Test
    void theDatabaseRefusesAJournalThatDoesNotSumToZero() {
        assertThatThrownBy(() -> kit.run(SEALED + """
                        insert into posting (book, seal, place, line, account, currency, amount_minor)
                          select number, seals, 1, line, 'fx-position', currency, amount
                          from book, (values (1, 'HKD', 5), (2, 'CNY', -5)) as n(line, currency, amount)
                          where number = 63"""))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("does not sum to zero");
    }

    @Test
    void theDatabaseRefusesAJournalWithoutItsPostings() {
        assertThatThrownBy(() -> kit.run(SEALED))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("lacks postings");
    }

    @Test
    void theDatabaseRefusesAJournalThatIsNotSealed() {
        String rider = Fares.newRider();
        kit.publish(Topics.FARES_CONVERTED, Fares.fare(rider, 0, 500, 465, 2));
        awaitPosted(rider, 1);
        String insert = "insert into journal (id, kind, occurred_at, posting_count, book, seal, place)";

        assertThatThrownBy(() -> kit.run(insert + " values ('late', 'FARE', now(), 0, null, null, null)"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("journal_sealed");
        assertThatThrownBy(() -> kit.run(insert + " select 'late', 'FARE', now(), 0, book, number, journal_count + 1"
                        + " from seal order by sealed_at desc limit 1"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("no place in a seal");
    }

    @Test
    void theDatabaseRefusesASealThatDoesNotFollow() {
        assertThatThrownBy(() -> kit.run(SEALED.replace("seals + 1", "seals + 2")))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("does not follow");
        assertThatThrownBy(() -> kit.run(SEALED.replace("sha256(head", "sha256('\\x00' || head")))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("seal_hash_check");
    }

    @Test
    void theDatabaseRefusesPostingsThatAreAddedLater() {
        String rider = Fares.newRider();
        var fare = Fares.fare(rider, 0, 500, 465, 2);
        kit.publish(Topics.FARES_CONVERTED, fare);
        awaitPosted(rider, 1);

        assertThatThrownBy(() -> kit.run("""
                        insert into posting (book, seal, place, line, account, currency, amount_minor)
                          select book, seal, place, line, account, 'HKD', amount
                          from journal, (values (6, 'fx-position', 5), (7, 'fx-spread', -5)) as n(line, account, amount)
                          where id = 'posting:%s'""".formatted(fare.getEventId())))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("other postings");
    }

    @Test
    void theDatabaseRefusesToChangeFacts() {
        for (String table : List.of("posting", "journal", "booked_fare", "batch", "seal")) {
            for (String change : List.of("delete from %s", "truncate %s cascade")) {
                assertThatThrownBy(() -> kit.run(change.formatted(table)))
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("append-only");
            }
        }
        assertThatThrownBy(() -> kit.run("update posting set amount_minor = amount_minor + 1"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("append-only");
    }

    private List<SettlementPosted> awaitPosted(String rider, int count) {
        return kit.await(
                Topics.SETTLEMENTS_POSTED,
                SettlementPosted.class,
                event -> event.getRiderId().equals(rider),
                count);
    }

    private String balanceOf(String account) {
        return ledger.balances().stream()
                .filter(posting -> posting.account().name().equals(account))
                .map(posting -> posting.amount().toString())
                .toList()
                .toString();
    }

    private static String reason(ConsumerRecord<byte[], byte[]> record) {
        return new String(record.headers().lastHeader("baytap.reason").value(), StandardCharsets.UTF_8);
    }
}
