package io.baytap.reporting.domain.trace;

import java.util.Optional;

/** Reads an event that was kept; empty if it is none that a ride has. */
public interface StepReader {

    Optional<Step> read(Kept kept);
}
