package io.baytap.reporting.access;

import java.time.Duration;

/**
 * How access is decided.
 *
 * @param open whether roles are not asked for: then everybody sees everything
 * @param operatorClaim the claim of a token that names the operator of somebody with {@link Role#OPERATOR}
 * @param sessionMax after which somebody logs in again, however busy
 */
public record AccessPolicy(boolean open, String operatorClaim, Duration sessionMax) {}
