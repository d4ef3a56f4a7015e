package io.baytap.reporting.page;

import io.baytap.reporting.domain.Rates;
import io.baytap.reporting.domain.trace.Step;
import io.baytap.reporting.page.Entry.Fact;
import io.baytap.schemas.Money;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Steps of a ride in a language. Test ids are {@code <step>-<n>-<figure>}, by the place of the step in the ride. */
final class StepEntries {

    private static final String ARROW = " → ";

    private final TraceMessages text;

    StepEntries(TraceMessages text) {
        this.text = text;
    }

    /** Where to look for what else names an id. */
    static String search(String id) {
        return "/trace?id=" + encoded(id);
    }

    /** The ride of a journey. */
    static String ride(String journeyId) {
        return "/trace/" + encoded(journeyId).replace("+", "%20");
    }

    static String kind(Step step) {
        return step.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    /**
     * A step.
     *
     * @param testId how its test ids begin
     * @param journal what was booked with it
     */
    Entry entry(Step step, String testId, List<Fact> journal) {
        List<Fact> facts = new ArrayList<>(facts(step, testId));
        facts.addAll(journal);
        facts.add(Fact.text(text.id(), step.id()));
        return new Entry(kind(step), title(step), Entry.time(step.at()), facts);
    }

    String title(Step step) {
        return switch (step) {
            case Step.Tapped tap -> tap.direction().equals("EXIT") ? text.exit() : text.entry();
            case Step.Refused _ -> text.refusedTap();
            case Step.Priced fare ->
                switch (fare.kind()) {
                    case FARE -> text.fare();
                    case MAXIMUM -> text.maximumFare();
                    case CORRECTION -> text.correction();
                };
            case Step.Posted _ -> text.posted();
            case Step.Charged charged ->
                switch (charged.outcome()) {
                    case SETTLED -> text.settled();
                    case DECLINED -> text.declined();
                    case REFUNDED -> text.refunded();
                };
            case Step.WrittenOff _ -> text.writtenOff();
            case Step.Closed _ -> text.batchClosed();
            case Step.Broken _ -> text.broken();
        };
    }

    private List<Fact> facts(Step step, String testId) {
        return switch (step) {
            case Step.Tapped tap -> tapped(tap);
            case Step.Refused tap ->
                List.of(
                        gate(tap.gateId()),
                        Fact.text(text.operator(), tap.operatorId()),
                        Fact.text(text.reason(), tap.reason() + ": " + tap.detail()));
            case Step.Priced fare -> priced(fare, testId);
            case Step.Posted posted -> posted(posted, testId);
            case Step.Charged charged -> charged(charged, testId);
            case Step.WrittenOff debt ->
                List.of(
                        money(text.amount(), testId + "amount", debt.amount()),
                        Fact.text(text.transition(), debt.kind()),
                        Fact.text(text.bearer(), debt.bearer()));
            case Step.Closed batch ->
                present(
                        searched(text.batch(), batch.batchId()),
                        money(text.amount(), testId + "amount", batch.amount()),
                        Fact.figure(text.fares(), Figure.count(testId + "fares", batch.fares())),
                        batch.valueDate() == null
                                ? null
                                : Fact.text(text.valueDate(), batch.valueDate().toString()));
            case Step.Broken broken ->
                List.of(
                        Fact.link(text.breakId(), broken.breakId(), "/reconciliation/" + encoded(broken.breakId())),
                        Fact.text(text.reason(), broken.reason()),
                        Fact.text(text.transition(), broken.transition()),
                        Fact.text(text.owner(), broken.owner()),
                        money(text.amount(), testId + "amount", broken.amount()));
        };
    }

    private List<Fact> tapped(Step.Tapped tap) {
        return present(
                gate(tap.gateId()),
                Fact.text(text.operator(), tap.operatorId()),
                Fact.text(text.stop(), tap.stopId()),
                Fact.text(text.route(), tap.routeId()),
                Fact.text(text.received(), Entry.time(tap.receivedAt())),
                tap.late() ? Fact.text(text.late(), text.yes()) : null,
                tap.clockCorrectionMillis() == 0 ? null : Fact.text(text.clock(), tap.clockCorrectionMillis() + " ms"));
    }

    private List<Fact> priced(Step.Priced fare, String testId) {
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.text(text.operator(), fare.operatorId()));
        for (Step.Leg leg : fare.legs()) {
            String way = shown(leg.fromStopId()) + ARROW + shown(leg.toStopId());
            String why = leg.product() == null ? leg.rule() : leg.product() + ", " + leg.rule();
            facts.add(Fact.text(text.leg(), way + " · " + why + " · " + amount(leg.amount())));
        }
        for (Step.Adjustment adjustment : fare.adjustments()) {
            facts.add(Fact.text(
                    text.adjustment(),
                    adjustment.kind() + " · " + adjustment.rule() + " · " + amount(adjustment.amount())));
        }
        facts.add(money(text.change(), testId + "delta", fare.delta()));
        facts.add(money(text.net(), testId + "net", fare.net()));
        facts.add(Fact.text(text.tariff(), fare.tariffVersion()));
        return facts;
    }

    private List<Fact> posted(Step.Posted posted, String testId) {
        List<Fact> facts = new ArrayList<>();
        facts.add(money(text.owed(), testId + "fare", posted.fare()));
        facts.add(money(text.debit(), testId + "debit", posted.debit()));
        Rates rates = posted.rates();
        if (rates != null) {
            facts.add(money(text.spread(), testId + "spread", posted.spread()));
            facts.add(Fact.text(text.rate(), rates.mid().toPlainString()));
            facts.add(Fact.text(text.applied(), rates.applied().toPlainString()));
            facts.add(Fact.text(text.crossed(), String.join(", ", rates.ids())));
        }
        facts.add(Fact.text(text.settlementDay(), posted.settlementDay().toString()));
        facts.add(searched(text.batch(), posted.batchId()));
        if (posted.proposalId() != null) {
            facts.add(searched(text.proposal(), posted.proposalId()));
        }
        return facts;
    }

    private List<Fact> charged(Step.Charged charged, String testId) {
        return present(
                money(text.amount(), testId + "amount", charged.amount()),
                searched(text.charge(), charged.chargeId()),
                searched(text.number(), charged.number()),
                charged.theirs() == null ? null : searched(text.theirs(), charged.theirs()),
                charged.reason() == null ? null : Fact.text(text.reason(), charged.reason()));
    }

    private Fact gate(String gateId) {
        return searched(text.gate(), gateId);
    }

    private static Fact searched(String label, String id) {
        return Fact.link(label, id, search(id));
    }

    private static Fact money(String label, String testId, Money amount) {
        return Fact.figure(label, Figure.signedMoney(testId, amount));
    }

    private static String amount(Money amount) {
        return Figure.signedMoney("", amount).text();
    }

    private static String shown(@Nullable String stopId) {
        return stopId == null ? "?" : stopId;
    }

    private static List<Fact> present(@Nullable Fact... facts) {
        List<Fact> present = new ArrayList<>();
        for (Fact fact : facts) {
            if (fact != null) {
                present.add(fact);
            }
        }
        return present;
    }

    private static String encoded(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8);
    }
}
