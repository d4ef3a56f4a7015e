package io.baytap.reporting.page;

import io.baytap.reporting.access.Caller;
import io.baytap.reporting.access.Role;
import io.baytap.reporting.domain.trace.Ride;
import io.baytap.reporting.domain.trace.Step;
import io.baytap.reporting.neighbours.Told;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The forms of a ride's screen, filled in as they were sent.
 *
 * @param action where proposals are sent
 * @param currency of a correction; null if there is nothing to correct
 * @param debits what can be given back
 */
public record ProposalForm(
        String action,
        boolean mayPropose,
        boolean mayDecide,
        @Nullable String currency,
        List<Choice> debits,
        Sent sent) {

    /** Fields of the forms; what else wallet-settlement finds fault with is told above them. */
    private static final Map<String, String> FIELDS = Map.of(
            "charge", "charge",
            "chargeId", "charge",
            "amount", "amount",
            "amountMinor", "amount",
            "reason", "reason");

    /**
     * A form that came, and what became of it.
     *
     * @param field that is refused; empty if it is none of the form's, or nothing is refused
     * @param code stable
     * @param why in the visitor's language
     */
    public record Sent(Map<String, String> given, String field, String code, String why) {

        static final Sent NOTHING = new Sent(Map.of(), "", "", "");

        static Sent of(ProposalParameters asked) {
            return new Sent(asked.given(), "", "", "");
        }

        Sent refused(Shell shell, @Nullable String wrong, @Nullable String reason) {
            String code = Objects.requireNonNullElse(reason, "");
            return new Sent(
                    given,
                    wrong == null ? "" : FIELDS.getOrDefault(wrong, ""),
                    code,
                    RideWords.refusal(shell.messages(RideMessages.class), code));
        }

        Sent failed(Shell shell, Told<?> told, String code) {
            return new Sent(given, "", code, Objects.requireNonNullElse(Part.why(shell, told), ""));
        }
    }

    static ProposalForm of(Shell shell, Ride ride, Sent sent, Caller caller) {
        RideMessages text = shell.messages(RideMessages.class);
        return new ProposalForm(
                StepEntries.ride(ride.journeyId()) + "/proposals",
                caller.has(Role.FINANCE, Role.HELPER),
                caller.has(Role.FINANCE),
                ProposalParameters.owedIn(ride).map(Currency::getCurrencyCode).orElse(null),
                ProposalParameters.debits(ride).stream()
                        .map(debit -> choice(text, debit))
                        .toList(),
                sent);
    }

    private static Choice choice(RideMessages text, Step.Charged debit) {
        return new Choice(
                debit.chargeId(),
                text.debitOf(
                        Figure.signedMoney("", debit.amount()).text(),
                        debit.amount().currency().getCurrencyCode(),
                        Entry.time(debit.at())));
    }

    /** What a field of one of the forms was filled in with. */
    public String text(String kind, String field) {
        return isSent(kind) ? sent.given().getOrDefault(field, "") : "";
    }

    /** Why a field of one of the forms is refused; empty if it is not. */
    public String why(String kind, String field) {
        return isSent(kind) && sent.field().equals(field) ? sent.why() : "";
    }

    /** Why nothing came of what was sent, if no field is to blame. */
    public String fault() {
        return sent.field().isEmpty() ? sent.why() : "";
    }

    private boolean isSent(String kind) {
        return kind.equals(sent.given().get("kind"));
    }
}
