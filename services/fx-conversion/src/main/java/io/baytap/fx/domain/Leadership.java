package io.baytap.fx.domain;

/**
 * Whether this replica does what only one should do. Two may believe it for a moment, so what a leader does must do no
 * harm when it is done twice.
 */
@FunctionalInterface
public interface Leadership {

    boolean leads();
}
