package io.baytap.reporting.page;

import io.baytap.reporting.domain.ChargeOutcome;
import io.baytap.reporting.domain.trace.Ride;
import io.baytap.reporting.domain.trace.Step;
import io.baytap.reporting.neighbours.WalletSettlement.Demand;
import io.baytap.reporting.rest.BadParameter;
import io.baytap.schemas.Money;
import jakarta.ws.rs.FormParam;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What somebody wrote into a form of the ride's screen, and whether it can be proposed. */
public class ProposalParameters {

    static final String CORRECTION = "CORRECTION";
    static final String REFUND = "REFUND";

    static final int REASON_LENGTH_MAX = 500;

    /** As people write it: 4, -4.00, 1234.5; a comma would be read differently by different people. */
    private static final Pattern AMOUNT = Pattern.compile("[-+\u2212]?\\d{1,7}(\\.\\d{1,4})?");

    private static final String MISSING = "MISSING";
    private static final String NOT_AN_AMOUNT = "NOT_AN_AMOUNT";

    @FormParam("kind")
    @Nullable
    String kind;

    @FormParam("charge")
    @Nullable
    String charge;

    @FormParam("amount")
    @Nullable
    String amount;

    @FormParam("reason")
    @Nullable
    String reason;

    /** What the fields were filled in with, by their names. */
    Map<String, String> given() {
        Map<String, String> given = new LinkedHashMap<>();
        put(given, "kind", kind);
        put(given, "charge", charge);
        put(given, "amount", amount);
        put(given, "reason", reason);
        return given;
    }

    private static void put(Map<String, String> given, String name, @Nullable String text) {
        if (text != null) {
            given.put(name, text);
        }
    }

    /** @throws BadParameter naming the field */
    Demand demand(Ride ride) {
        if (REFUND.equals(kind)) {
            Step.Charged debited = debits(ride).stream()
                    .filter(step -> step.chargeId().equals(charge))
                    .findFirst()
                    .orElseThrow(() -> new BadParameter("charge", MISSING, "choose a debit of this ride"));
            Currency currency = debited.amount().currency();
            long minor = minor(currency);
            if (minor < 0) {
                throw new BadParameter("amount", "NOT_POSITIVE", "what goes back is written without a sign");
            }
            return new Demand(REFUND, null, debited.chargeId(), minor, currency.getCurrencyCode(), reason());
        }
        if (!CORRECTION.equals(kind)) {
            throw new BadParameter("kind", "UNKNOWN_CODE", "CORRECTION or REFUND");
        }
        Currency currency = owedIn(ride)
                .orElseThrow(() -> new BadParameter("amount", "UNKNOWN", "nothing is booked of this ride yet"));
        return new Demand(CORRECTION, ride.journeyId(), null, minor(currency), currency.getCurrencyCode(), reason());
    }

    /** The currency that the operator is owed in; none before something is booked. */
    static Optional<Currency> owedIn(Ride ride) {
        return ride.steps().stream()
                .filter(Step.Posted.class::isInstance)
                .map(Step.Posted.class::cast)
                .map(Step.Posted::fare)
                .map(Money::currency)
                .findFirst();
    }

    /** What was taken from the wallet, debit by debit. */
    static List<Step.Charged> debits(Ride ride) {
        return ride.steps().stream()
                .filter(Step.Charged.class::isInstance)
                .map(Step.Charged.class::cast)
                .filter(step -> step.outcome() == ChargeOutcome.SETTLED)
                .toList();
    }

    private long minor(Currency currency) {
        String written = amount == null ? "" : amount.strip();
        if (written.isEmpty()) {
            throw new BadParameter("amount", MISSING, "say how much");
        }
        if (!AMOUNT.matcher(written).matches()) {
            throw new BadParameter("amount", NOT_AN_AMOUNT, "write it as 4.00");
        }
        try {
            long minor = new BigDecimal(written.replace('\u2212', '-'))
                    .movePointRight(currency.getDefaultFractionDigits())
                    .longValueExact();
            if (minor == 0) {
                throw new BadParameter("amount", NOT_AN_AMOUNT, "nothing would change");
            }
            return minor;
        } catch (ArithmeticException _) {
            throw new BadParameter("amount", NOT_AN_AMOUNT, "the currency has fewer decimals");
        }
    }

    private String reason() {
        String written = reason == null ? "" : reason.strip();
        if (written.isEmpty()) {
            throw new BadParameter("reason", MISSING, "say why");
        }
        if (written.length() > REASON_LENGTH_MAX) {
            throw new BadParameter("reason", "TOO_LONG", "at most " + REASON_LENGTH_MAX + " characters");
        }
        return written;
    }
}
