package io.baytap.reporting.page;

import java.util.Arrays;
import java.util.Optional;

/** Codes of wallet-settlement that the screen of a ride has words for. Others may come, and are shown as they are. */
final class RideWords {

    private RideWords() {}

    /** How far a charge has come. */
    public enum Collection {
        WAITING,
        DUE,
        SUBMITTED,
        UNKNOWN,
        SETTLED,
        DECLINED,
        CONFIRMING,
        DEBT,
        CANCELLED
    }

    /** What a proposal is. */
    public enum Kind {
        CORRECTION,
        REFUND
    }

    /** Where a proposal stands. */
    public enum State {
        PENDING,
        APPROVED,
        REJECTED,
        EXPIRED
    }

    /** Why something was not proposed, or not decided. */
    public enum Fault {
        MISSING,
        NOT_AN_AMOUNT,
        NOT_POSITIVE,
        TOO_LONG,
        MALFORMED_FIELD,
        UNKNOWN,
        OTHER_CURRENCY,
        MORE_THAN_CHARGED,
        NOT_DEBITED,
        NO_RATE,
        PLACE_UNKNOWN,
        SAME_PERSON,
        ALREADY_DECIDED,
        EXPIRED
    }

    static String collection(RideMessages text, String code) {
        return find(Collection.values(), code).map(text::collection).orElse(code);
    }

    static String kind(RideMessages text, String code) {
        return find(Kind.values(), code).map(text::kind).orElse(code);
    }

    static String state(RideMessages text, String code) {
        return find(State.values(), code).map(text::state).orElse(code);
    }

    static String refusal(RideMessages text, String code) {
        return find(Fault.values(), code).map(text::refused).orElseGet(() -> text.refusedFor(code));
    }

    private static <E extends Enum<E>> Optional<E> find(E[] known, String code) {
        return Arrays.stream(known)
                .filter(constant -> constant.name().equals(code))
                .findFirst();
    }
}
