package io.baytap.finance.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.baytap.finance.contract.Broken.Kind;
import io.baytap.schemas.Topic;
import io.baytap.schemas.Topics;
import io.baytap.schemas.charges.v1.ChargeSettled;
import io.baytap.schemas.fares.v1.FareKind;
import io.baytap.schemas.settlements.v1.SettlementBatchClosed;
import io.baytap.schemas.settlements.v1.SettlementPosted;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

/** A line that keeps its promises, and one that breaks each of them: it is found and named. */
class ContractTest {

    @Test
    void whatHoldsIsNotBlamed() {
        assertThat(look(Events.all())).isEmpty();
    }

    @Test
    void theSameAgainIsNoFault() {
        List<Seen> twice = new ArrayList<>(Events.all());
        twice.addAll(Events.all());

        assertThat(look(twice)).isEmpty();
    }

    @Test
    void anIdThatSaysSomethingElseTheSecondTimeIsFound() {
        SettlementPosted other = Events.posted();
        other.setFareMinor(999);

        assertThat(look(with(new Seen(Topics.SETTLEMENTS_POSTED, 3, 2, Events.RIDER, other))))
                .extracting(Broken::kind, Broken::where)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(Kind.SAME, "settlements.posted.v1-3@2"));
    }

    @Test
    void aDebitThatIsBookedOnceMoreLaterSaysTheSameAndWithAnotherAmountItDoesNot() {
        ChargeSettled later = Events.settled();
        later.setOccurredAt(later.getOccurredAt().plusSeconds(3_600));
        ChargeSettled other = Events.settled();
        other.setAmountMinor(other.getAmountMinor() + 1);

        assertThat(kinds(with(new Seen(Topics.CHARGES_SETTLED, 3, 9, Events.RIDER, later))))
                .isEmpty();
        assertThat(kinds(with(new Seen(Topics.CHARGES_SETTLED, 3, 9, Events.RIDER, other))))
                .contains(Kind.SAME);
    }

    @Test
    void aRiderInTwoPartitionsIsFound() {
        assertThat(kinds(changed(
                        Topics.CHARGES_SETTLED,
                        seen -> new Seen(seen.topic(), 4, seen.offset(), seen.key(), seen.event()))))
                .containsOnly(Kind.KEYED);
    }

    @Test
    void aKeyThatIsNotTheRiderIsFound() {
        assertThat(kinds(changed(
                        Topics.CHARGES_SETTLED,
                        seen -> new Seen(seen.topic(), seen.partition(), seen.offset(), "somebody", seen.event()))))
                .containsOnly(Kind.KEYED);
    }

    @Test
    void anIdThatDoesNotDeriveFromItsCauseIsFound() {
        assertThat(kinds(set(
                        Topics.SETTLEMENTS_BATCHES, SettlementBatchClosed.class, batch -> batch.setEventId("batch:1"))))
                .containsOnly(Kind.DERIVED);
    }

    @Test
    void aBatchThatIsNotTheSumOfItsPostingsIsFound() {
        List<Broken> found = look(set(Topics.SETTLEMENTS_BATCHES, SettlementBatchClosed.class, batch -> {
            batch.setAmountMinor(601);
            batch.setGrossMinor(1001);
        }));

        assertThat(found).singleElement().satisfies(broken -> {
            assertThat(broken.kind()).isEqualTo(Kind.SUMS);
            assertThat(broken.where()).isEqualTo("MTR HKD up to 2026-04-09");
            assertThat(broken.detail()).contains("601", "600");
        });
        assertThat(kinds(set(Topics.SETTLEMENTS_BATCHES, SettlementBatchClosed.class, batch -> batch.setFareCount(3))))
                .containsOnly(Kind.SUMS);
    }

    @Test
    void aLateFareMayWaitForALaterBatch() {
        assertThat(look(set(Topics.SETTLEMENTS_BATCHES, SettlementBatchClosed.class, batch -> {
                    batch.setFareCount(1);
                    batch.setAmountMinor(1000);
                    batch.setTakenBackMinor(0);
                })))
                .isEmpty();
    }

    @Test
    void grossAndTakenBackThatDoNotSumUpAreFound() {
        assertThat(kinds(set(
                        Topics.SETTLEMENTS_BATCHES, SettlementBatchClosed.class, batch -> batch.setGrossMinor(900))))
                .containsOnly(Kind.AMOUNTS);
    }

    @Test
    void aCurrencyThatIsNoneAndANegativeFareAreFound() {
        assertThat(kinds(set(
                        Topics.SETTLEMENTS_POSTED, SettlementPosted.class, posted -> posted.setWalletCurrency("RMB"))))
                .contains(Kind.AMOUNTS);
        assertThat(kinds(set(
                        Topics.SETTLEMENTS_POSTED, SettlementPosted.class, posted -> posted.setKind(FareKind.FARE))))
                .contains(Kind.AMOUNTS);
    }

    @Test
    void aCurrencyMayBeEmptyOnlyWhereTheDictionarySaysSo() {
        assertThat(kinds(set(Topics.CHARGES_SETTLED, ChargeSettled.class, charge -> charge.setCurrency(""))))
                .contains(Kind.AMOUNTS);
        assertThat(kinds(set(Topics.CHARGES_SETTLED, ChargeSettled.class, charge -> charge.setPayerCurrency("US$"))))
                .containsOnly(Kind.AMOUNTS);
        assertThat(kinds(set(Topics.CHARGES_SETTLED, ChargeSettled.class, charge -> charge.setPayerMinor(128))))
                .containsOnly(Kind.AMOUNTS);
    }

    @Test
    void aBreaksStoryIsNumbered() {
        assertThat(look(with(new Seen(Topics.RECONCILIATION_BREAKS, 0, 0, "break:one", Events.opened(1)))))
                .isEmpty();
        assertThat(kinds(with(new Seen(Topics.RECONCILIATION_BREAKS, 0, 0, "break:one", Events.opened(2)))))
                .containsOnly(Kind.DERIVED);
    }

    @Test
    void moreGivenBackThanWasDebitedIsFound() {
        var more = Events.refunded();
        more.setEventId("charge-refunded:three");
        more.setOutRefundNo("three");
        more.setAmountMinor(559);

        assertThat(look(with(new Seen(Topics.CHARGES_REFUNDED, 3, 1, Events.RIDER, more))))
                .singleElement()
                .extracting(Broken::detail)
                .isEqualTo("931 was given back, 930 is the most");
    }

    /** The posting is of 10.00 HKD, 9.30 CNY for the wallet. A provider that converts is asked for the 10.00 HKD. */
    @Test
    void aProviderThatConvertsDebitsTheFareAndNoMore() {
        assertThat(debited(1_000, "HKD")).isEmpty();
        assertThat(debited(1_001, "HKD")).containsExactly("1001 was debited, 1000 is the most");
        assertThat(debited(931, "CNY")).containsExactly("931 was debited, 930 is the most");
        assertThat(debited(1, "USD")).containsExactly("1 was debited, 0 is the most");
    }

    private static List<String> debited(long minor, String currency) {
        return look(set(Topics.CHARGES_SETTLED, ChargeSettled.class, charge -> {
                    charge.setAmountMinor(minor);
                    charge.setCurrency(currency);
                }))
                .stream()
                .map(Broken::detail)
                .filter(detail -> detail.contains("debited"))
                .toList();
    }

    @Test
    void whatRefersToNothingIsFound() {
        for (Topic missing : List.of(Topics.FARES_CONVERTED, Topics.CHARGES_SETTLED)) {
            assertThat(kinds(Events.all().stream()
                            .filter(seen -> !seen.topic().equals(missing))
                            .toList()))
                    .as(missing.name())
                    .containsOnly(Kind.REFERENCES);
        }
    }

    private static List<Seen> with(Seen more) {
        List<Seen> all = new ArrayList<>(Events.all());
        all.add(more);
        return all;
    }

    private interface Change {
        Seen of(Seen seen);
    }

    private static List<Seen> changed(Topic topic, Change change) {
        return Events.all().stream()
                .map(seen -> seen.topic().equals(topic) ? change.of(seen) : seen)
                .toList();
    }

    private static <T extends SpecificRecord> List<Seen> set(Topic topic, Class<T> type, Consumer<T> change) {
        return changed(topic, seen -> {
            change.accept(type.cast(seen.event()));
            return seen;
        });
    }

    private static List<Kind> kinds(List<Seen> records) {
        return look(records).stream().map(Broken::kind).toList();
    }

    private static List<Broken> look(List<Seen> records) {
        List<Broken> found = new ArrayList<>();
        var contract = new Contract(true, found::add);
        records.forEach(contract::see);
        contract.end();
        return found;
    }
}
