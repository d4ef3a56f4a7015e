package io.baytap.fare.domain;

/** Told, while journeys are billed, of what did not make them cheaper, and why. */
interface Trail {

    /** For who does not want to know. */
    Trail NONE = (_, _, _) -> {};

    /**
     * Takes a note.
     *
     * @param rule the scheme, with its clause, that was looked at
     */
    void note(Bill bill, String rule, String reason);
}
