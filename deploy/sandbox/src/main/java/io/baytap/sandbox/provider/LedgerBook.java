package io.baytap.sandbox.provider;

import io.baytap.sandbox.statements.Institution;
import io.baytap.sandbox.statements.Movement;
import io.baytap.sandbox.statements.ProviderBook;
import java.util.List;
import java.util.stream.Stream;

/** A provider's ledger as statements and settlements are made of it: what moved money. */
record LedgerBook(SchemeLedger ledger) implements ProviderBook {

    @Override
    public Institution institution() {
        Scheme scheme = ledger.scheme();
        return new Institution(scheme.folder(), scheme.spMchid(), scheme.spAppid(), scheme.currency());
    }

    @Override
    public List<Movement> movements() {
        return Stream.concat(payments(), refunds()).toList();
    }

    private Stream<Movement> payments() {
        return ledger.trades().stream().filter(Trade::isDebited).map(LedgerBook::payment);
    }

    private Stream<Movement> refunds() {
        return ledger.refunds().stream()
                .flatMap(refund -> ledger.trade(refund.outTradeNo()).stream()
                        .map(trade -> new Movement.Refund(
                                refund.id(), refund.outRefundNo(), payment(trade), refund.refund(), refund.at())));
    }

    private static Movement.Payment payment(Trade trade) {
        Order order = trade.order();
        return new Movement.Payment(
                trade.transactionId(),
                order.outTradeNo(),
                order.subMchid(),
                DebitDesk.openid(order),
                order.description(),
                order.attach(),
                order.total(),
                order.currency(),
                trade.at());
    }
}
