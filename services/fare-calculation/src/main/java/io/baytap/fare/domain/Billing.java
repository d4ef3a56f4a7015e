package io.baytap.fare.domain;

import io.baytap.fare.domain.Adjustment.Kind;
import io.baytap.schemas.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a rider's journeys cost with each other: transfers within a feed first, then interchange discounts, then caps. A
 * journey that lacks a tap takes no part: it is held at the maximum fare until it is known what it was.
 */
final class Billing {

    private final Rulebook rules;
    private final Trail trail;
    private final Totals.Count count;
    private boolean lacksRate;

    private Billing(Rulebook rules, Totals before, Trail trail) {
        this.rules = rules;
        this.trail = trail;
        this.count = new Totals.Count(before);
    }

    /**
     * The result.
     *
     * @param bills one per journey, in the order given
     * @param spent what they add to each cap and subsidy, by {@link Totals#key}
     * @param lacksRate true if a scheme could not be applied for want of an exchange rate
     */
    record Result(List<Bill> bills, Map<String, Money> spent, boolean lacksRate) {}

    /** @param journeys in time order */
    static Result of(List<Alone> journeys, Totals before, Rulebook rules, Trail trail) {
        List<Bill> bills = new ArrayList<>(journeys.size());
        for (Alone journey : journeys) {
            bills.add(new Bill(journey));
        }
        var billing = new Billing(rules, before, trail);
        billing.transfers(bills);
        billing.schemes(bills);
        return new Result(bills, billing.count.added(), billing.lacksRate);
    }

    /** Journeys of one operator under one version of its tariff, up to here. */
    private record Open(Tariff tariff, List<Bill> bills) {}

    /** A journey in between that no leg rule of the feed priced ends the sub-journey. */
    private void transfers(List<Bill> bills) {
        if (rules.tariffs().transferNothing()) {
            return;
        }
        Map<String, Open> byOperator = new TreeMap<>();
        for (Bill bill : bills) {
            String operator = bill.alone().operatorId();
            Tariff tariff = transferTariff(bill);
            Open open = byOperator.get(operator);
            if (open != null && open.tariff() != tariff) {
                transfer(open.bills(), open.tariff());
                byOperator.remove(operator);
            }
            if (tariff != null) {
                byOperator
                        .computeIfAbsent(operator, _ -> new Open(tariff, new ArrayList<>()))
                        .bills()
                        .add(bill);
            }
        }
        byOperator.values().forEach(open -> transfer(open.bills(), open.tariff()));
    }

    /** Null if the journey takes no part in transfers. */
    private @Nullable Tariff transferTariff(Bill bill) {
        JourneyFare fare = bill.alone().fare();
        Tariff tariff = rules.tariffs()
                .find(bill.alone().operatorId(), bill.alone().departs())
                .orElse(null);
        boolean takesPart = fare.complete() && fare.leg().legGroupId() != null;
        return tariff != null && takesPart && !tariff.transfers().isEmpty() ? tariff : null;
    }

    private void transfer(List<Bill> bills, Tariff tariff) {
        List<Transfers.Fared> fared =
                tariff.transfers().apply(bills.stream().map(Bill::transferLeg).toList());
        for (int i = 0; i < bills.size(); i++) {
            Bill bill = bills.get(i);
            Money change = fared.get(i).fare().minus(bill.alone().fare().discountable());
            if (!change.isZero()) {
                String rule = Optional.ofNullable(fared.get(i).rule()).orElse("fare_transfer_rules.txt");
                bill.add(new Adjustment(Kind.TRANSFER, change, rule));
            }
        }
    }

    private void schemes(List<Bill> bills) {
        if (rules.schemes().isEmpty()) {
            return;
        }
        var interchanges = new Interchanges(rules, trail);
        for (Bill bill : bills) {
            if (bill.alone().fare().complete()) {
                lacksRate |= interchanges.apply(bill);
                for (Scheme scheme : rules.schemes()) {
                    if (scheme.holdsAt(bill.alone().departs())) {
                        count(bill, scheme);
                    }
                }
            }
        }
    }

    private void count(Bill bill, Scheme scheme) {
        String route = bill.alone().fare().leg().routeId();
        boolean counts = scheme.caps().stream().anyMatch(cap -> cap.routes().include(route))
                || scheme.subsidies().stream()
                        .anyMatch(subsidy -> subsidy.routes().include(route));
        if (!counts) {
            return;
        }
        Instant at = bill.alone().departs();
        Money fare = bill.discounted();
        Optional<BigDecimal> rate = rules.rates().find(fare.currency(), scheme.currency(), at);
        Optional<BigDecimal> back = rules.rates().find(scheme.currency(), fare.currency(), at);
        if (rate.isEmpty() || back.isEmpty()) {
            lacksRate = true;
            trail.note(bill, scheme.id(), "no exchange rate from " + fare.currency() + " to " + scheme.currency());
            return;
        }
        for (Scheme.Cap cap : scheme.caps()) {
            if (cap.routes().include(route)) {
                cap(bill, scheme, cap, rate.get(), back.get());
            }
        }
        for (Scheme.Subsidy subsidy : scheme.subsidies()) {
            if (subsidy.routes().include(route)) {
                String key = Totals.key(scheme, subsidy.id(), Scheme.Period.MONTH.startOf(scheme.day(at)));
                count.add(key, bill.discounted().convert(rate.get(), scheme.currency(), RoundingMode.HALF_EVEN));
            }
        }
    }

    private void cap(Bill bill, Scheme scheme, Scheme.Cap cap, BigDecimal rate, BigDecimal back) {
        Instant at = bill.alone().departs();
        String key = Totals.key(scheme, cap.id(), cap.period().startOf(scheme.day(at)));
        Money spent = count.spent(key, scheme.currency());
        Money left = Money.max(Money.zero(scheme.currency()), cap.amount().minus(spent));
        Money fare = bill.discounted();
        // Rounded up where it counts and down where it is charged: a cap is never exceeded by a fraction.
        Money counted = fare.convert(rate, scheme.currency(), RoundingMode.CEILING);
        if (counted.compareTo(left) <= 0) {
            count.add(key, counted);
            trail.note(bill, scheme.id() + "/" + cap.id(), spent.plus(counted) + " of " + cap.amount() + " spent");
            return;
        }
        Money allowed = Money.min(fare, left.convert(back, fare.currency(), RoundingMode.FLOOR));
        count.add(key, left);
        if (!allowed.equals(fare)) {
            bill.add(new Adjustment(Kind.CAP, allowed.minus(fare), "scheme:" + scheme.id() + "/" + cap.id()));
        }
    }
}
