package io.baytap.reporting.domain;

/** Why a fare was posted. */
public enum PostingKind {
    /** A journey priced by its tariff. */
    FARE,
    /** A journey that lacks a tap, at the maximum fare. */
    MAXIMUM,
    /** A signed delta to an earlier fare of the same journey. */
    CORRECTION;

    /** A journey is posted once as a fare or a maximum; whatever follows is a correction. */
    public boolean opensJourney() {
        return this != CORRECTION;
    }
}
