package io.baytap.wallet.domain;

import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.util.Map;

/**
 * When business days close.
 *
 * @param byOperator of operators with one of their own
 */
public record CutOffs(CutOff usual, Map<String, CutOff> byOperator) {

    /** What is over at {@code now}. */
    public Closing closing(Instant now) {
        return new Closing(
                usual.lastClosed(now),
                byOperator.entrySet().stream()
                        .collect(toMap(
                                Map.Entry::getKey, entry -> entry.getValue().lastClosed(now))));
    }
}
