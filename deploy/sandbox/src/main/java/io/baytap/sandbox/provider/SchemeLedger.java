package io.baytap.sandbox.provider;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** All that one provider knows: contracts, debits and refunds, in memory. Safe for concurrent use. */
final class SchemeLedger {

    private final Scheme scheme;
    private final boolean anyContract;
    private final Map<String, Contract> contracts = new ConcurrentHashMap<>();
    private final Map<String, Behaviour> behaviours = new ConcurrentHashMap<>();
    private final Map<String, Trade> trades = new ConcurrentHashMap<>();
    private final Map<String, Refund> refunds = new ConcurrentHashMap<>();
    private final Set<String> overdue = ConcurrentHashMap.newKeySet();
    private final CardRates rates = new CardRates();

    SchemeLedger(Scheme scheme, boolean anyContract) {
        this.scheme = scheme;
        this.anyContract = anyContract;
    }

    Scheme scheme() {
        return scheme;
    }

    /** Signs a contract for the account; the one that stands, if there is one. */
    Contract sign(String account, Instant now) {
        return contracts.computeIfAbsent(Contract.idOf(scheme, account), id -> new Contract(id, scheme, account, now));
    }

    Optional<Contract> contract(String contractId, Instant now) {
        return Optional.ofNullable(
                anyContract
                        ? contracts.computeIfAbsent(contractId, id -> new Contract(id, scheme, "", now))
                        : contracts.get(contractId));
    }

    Collection<Contract> contracts() {
        return contracts.values();
    }

    /** Whoever is not to be declined any more has paid what was overdue. */
    void behave(String contractId, Behaviour behaviour) {
        behaviours.put(contractId, behaviour);
        if (behaviour != Behaviour.DECLINE) {
            overdue.remove(contractId);
        }
    }

    /** Whether a debit of the ride service failed and was not made good since. */
    boolean isOverdue(String contractId) {
        return overdue.contains(contractId);
    }

    /** What the scheme's payers pay for one unit of what is asked for, times 10^8. */
    long rate(String currency) {
        return scheme.converts() ? rates.of(currency) : CardRates.AT_PAR;
    }

    CardRates rates() {
        return rates;
    }

    Behaviour behaviourOf(String contractId) {
        return behaviours.getOrDefault(contractId, Behaviour.NORMAL);
    }

    /** Books the trade unless its number is taken: then nothing changes and the trade that has the number is returned. */
    Optional<Trade> book(Trade trade) {
        return Optional.ofNullable(trades.putIfAbsent(trade.order().outTradeNo(), trade));
    }

    Optional<Trade> trade(String outTradeNo) {
        return Optional.ofNullable(trades.get(outTradeNo));
    }

    Optional<Trade> tradeByTransaction(String transactionId) {
        return trades.values().stream()
                .filter(trade -> trade.transactionId().equals(transactionId))
                .findFirst();
    }

    Collection<Trade> trades() {
        return trades.values();
    }

    Optional<Trade> pay(String outTradeNo, Instant now) {
        return Optional.ofNullable(trades.computeIfPresent(outTradeNo, (_, trade) -> trade.paid(now)));
    }

    Optional<Trade> fail(String outTradeNo, Instant now) {
        Optional<Trade> failed =
                Optional.ofNullable(trades.computeIfPresent(outTradeNo, (_, trade) -> trade.failed(now)));
        failed.ifPresent(trade -> overdue.add(trade.order().contractId()));
        return failed;
    }

    /** Books the refund if its number is free and the debit has that much left; what stands under the number, if anything. */
    synchronized Optional<Refund> book(Refund refund) {
        Refund before = refunds.get(refund.outRefundNo());
        if (before != null) {
            return Optional.of(before);
        }
        Trade trade = trades.get(refund.outTradeNo());
        if (trade == null
                || !trade.isDebited()
                || refund.refund() > trade.order().total() - trade.refunded()) {
            return Optional.empty();
        }
        Trade after = trade.refund(refund.refund());
        Refund booked = refund.withPayerRefund(after.payerRefunded() - trade.payerRefunded());
        trades.put(refund.outTradeNo(), after);
        refunds.put(refund.outRefundNo(), booked);
        return Optional.of(booked);
    }

    Optional<Refund> refund(String outRefundNo) {
        return Optional.ofNullable(refunds.get(outRefundNo));
    }

    Collection<Refund> refunds() {
        return refunds.values();
    }
}
