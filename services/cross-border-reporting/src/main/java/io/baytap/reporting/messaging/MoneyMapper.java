package io.baytap.reporting.messaging;

import static io.baytap.reporting.messaging.Fields.day;
import static io.baytap.reporting.messaging.Fields.decimal;
import static io.baytap.reporting.messaging.Fields.instant;
import static io.baytap.reporting.messaging.Fields.key;
import static io.baytap.reporting.messaging.Fields.money;
import static io.baytap.reporting.messaging.Fields.optional;
import static io.baytap.reporting.messaging.Fields.text;
import static io.baytap.reporting.messaging.Fields.wallet;

import io.baytap.reporting.domain.BatchLine;
import io.baytap.reporting.domain.BreakLine;
import io.baytap.reporting.domain.BusinessDay;
import io.baytap.reporting.domain.ChargeOutcome;
import io.baytap.reporting.domain.Corridor;
import io.baytap.reporting.domain.Observation;
import io.baytap.reporting.domain.Observation.BatchClosed;
import io.baytap.reporting.domain.Observation.BreakTold;
import io.baytap.reporting.domain.Observation.ChargeAnswered;
import io.baytap.reporting.domain.Observation.DebtWrittenOff;
import io.baytap.reporting.domain.Observation.FarePosted;
import io.baytap.reporting.domain.Observation.RatePublished;
import io.baytap.reporting.domain.Observation.SubsidyChanged;
import io.baytap.reporting.domain.Rates;
import io.baytap.reporting.domain.WalletScheme;
import io.baytap.reporting.messaging.Fields.OutOfRangeException;
import io.baytap.schemas.Money;
import io.baytap.schemas.charges.v1.ChargeDeclined;
import io.baytap.schemas.charges.v1.ChargeRefunded;
import io.baytap.schemas.charges.v1.ChargeSettled;
import io.baytap.schemas.charges.v1.ChargeWrittenOff;
import io.baytap.schemas.fares.v1.FareAssessed;
import io.baytap.schemas.fares.v1.SubsidyAccrued;
import io.baytap.schemas.fx.v1.FxRate;
import io.baytap.schemas.reconciliation.v1.BreakChanged;
import io.baytap.schemas.settlements.v1.SettlementBatchClosed;
import io.baytap.schemas.settlements.v1.SettlementPosted;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Events about money, as a report needs them. */
final class MoneyMapper {

    private MoneyMapper() {}

    static Observation fare(SettlementPosted posted) throws OutOfRangeException {
        WalletScheme wallet = wallet(posted.getWalletScheme());
        LocalDate day = day(posted.getBusinessDay());
        LocalDate settled = day(References.settlementDay(posted));
        if (settled.isBefore(day)) {
            throw new OutOfRangeException("settlementDay");
        }
        return new FarePosted(
                key(posted.getEventId(), posted.getOccurredAt()),
                posted.getOccurredAt(),
                posted.getEventId(),
                text(posted.getJourneyId(), "journeyId"),
                day,
                settled,
                new Corridor(wallet.home(), Fields.territory(posted.getTerritory())),
                text(posted.getCity(), "city"),
                text(posted.getOperatorId(), "operatorId"),
                wallet,
                Fields.kind(posted.getKind()),
                money(posted.getFareMinor(), posted.getFareCurrency(), "fareMinor"),
                money(posted.getWalletMinor(), posted.getWalletCurrency(), "walletMinor"),
                money(posted.getSpreadMinor(), posted.getWalletCurrency(), "spreadMinor"),
                rates(posted),
                optional(posted.getProposalId(), "proposalId"));
    }

    static @Nullable Rates rates(SettlementPosted posted) throws OutOfRangeException {
        if (posted.getRate().isEmpty()) {
            return null;
        }
        List<String> ids = new ArrayList<>();
        for (String id : posted.getRateIds()) {
            ids.add(text(id, "rateIds"));
        }
        return new Rates(
                Fields.rate(posted.getRate(), "rate"),
                Fields.rate(posted.getAppliedRate(), "appliedRate"),
                ids,
                decimal(posted.getResidue(), "residue"));
    }

    static Observation settled(ChargeSettled charge) throws OutOfRangeException {
        return new ChargeAnswered(
                day(charge.getBusinessDay()),
                BusinessDay.of(charge.getOccurredAt()),
                text(charge.getOperatorId(), "operatorId"),
                wallet(charge.getWalletScheme()),
                ChargeOutcome.SETTLED,
                money(charge.getAmountMinor(), charge.getCurrency(), "amountMinor"),
                money(charge.getFeeMinor(), charge.getCurrency(), "feeMinor"));
    }

    static Observation declined(ChargeDeclined charge) throws OutOfRangeException {
        Money amount = money(charge.getAmountMinor(), charge.getCurrency(), "amountMinor");
        return new ChargeAnswered(
                day(charge.getBusinessDay()),
                BusinessDay.of(charge.getOccurredAt()),
                text(charge.getOperatorId(), "operatorId"),
                wallet(charge.getWalletScheme()),
                ChargeOutcome.DECLINED,
                amount,
                Money.zero(amount.currency()));
    }

    static Observation refunded(ChargeRefunded charge) throws OutOfRangeException {
        Money amount = money(charge.getAmountMinor(), charge.getCurrency(), "amountMinor");
        return new ChargeAnswered(
                day(charge.getBusinessDay()),
                BusinessDay.of(charge.getOccurredAt()),
                text(charge.getOperatorId(), "operatorId"),
                wallet(charge.getWalletScheme()),
                ChargeOutcome.REFUNDED,
                amount,
                Money.zero(amount.currency()));
    }

    static Observation writtenOff(ChargeWrittenOff charge) throws OutOfRangeException {
        return new DebtWrittenOff(
                day(charge.getSettlementDay()),
                text(charge.getOperatorId(), "operatorId"),
                wallet(charge.getWalletScheme()),
                charge.getKind().name(),
                text(charge.getBearer(), "bearer"),
                money(charge.getAmountMinor(), charge.getCurrency(), "amountMinor"),
                money(charge.getOperatorMinor(), charge.getFareCurrency(), "operatorMinor"));
    }

    static Observation batch(SettlementBatchClosed closed) throws OutOfRangeException {
        Money amount = money(closed.getAmountMinor(), closed.getCurrency(), "amountMinor");
        boolean told = closed.getGrossMinor() + closed.getTakenBackMinor() == closed.getAmountMinor();
        return new BatchClosed(new BatchLine(
                day(closed.getBusinessDay()),
                text(closed.getOperatorId(), "operatorId"),
                text(closed.getBatchId(), "batchId"),
                closed.getFareCount(),
                amount,
                told ? money(closed.getGrossMinor(), closed.getCurrency(), "grossMinor") : amount,
                closed.getValueDate() == null ? null : day(closed.getValueDate()),
                closed.getOccurredAt()));
    }

    /** One for each month and rule that the fare changes. */
    static List<Observation> subsidies(FareAssessed fare) throws OutOfRangeException {
        List<Observation> changes = new ArrayList<>();
        for (SubsidyAccrued subsidy : fare.getSubsidies()) {
            String rule = text(subsidy.getRule(), "subsidies.rule");
            changes.add(new SubsidyChanged(
                    day(subsidy.getMonth()),
                    rule,
                    wallet(fare.getWalletScheme()),
                    money(subsidy.getAmountMinor(), subsidy.getCurrency(), "subsidies.amountMinor")));
        }
        return changes;
    }

    static Observation rate(FxRate rate) throws OutOfRangeException {
        return new RatePublished(
                text(rate.getRateId(), "rateId"),
                text(rate.getSource(), "source"),
                text(rate.getBase(), "base"),
                text(rate.getQuote(), "quote"),
                Fields.rate(rate.getRate(), "rate"),
                day(rate.getDate()),
                instant(rate.getOccurredAt(), "occurredAt"));
    }

    static Observation change(BreakChanged change) throws OutOfRangeException {
        return new BreakTold(new BreakLine(
                text(change.getBreakId(), "breakId"),
                change.getRevision(),
                change.getTransition().name(),
                text(change.getReason(), "reason"),
                text(change.getOwner(), "owner"),
                money(change.getAmountMinor(), change.getCurrency(), "amountMinor"),
                day(change.getSince()),
                change.getAgeDays(),
                change.getWalletScheme() == null
                        ? null
                        : text(String.valueOf(change.getWalletScheme()), "walletScheme"),
                optional(change.getOurReference(), "ourReference"),
                optional(change.getTheirReference(), "theirReference"),
                optional(change.getTradeNumber(), "tradeNumber"),
                optional(change.getResolvedBy(), "resolvedBy"),
                instant(change.getOccurredAt(), "occurredAt")));
    }
}
