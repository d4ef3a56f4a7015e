package io.baytap.wallet.audit;

import io.baytap.wallet.domain.Leaf;
import io.baytap.wallet.domain.Leaf.Line;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A journal as it is stored, with its place in the chain.
 *
 * @param postingCount what it was written with
 */
record SealedJournal(short book, long seal, int place, int postingCount, Leaf leaf) {

    /** What differs from the sealed hash, as closely as can be told; empty if nothing. */
    Optional<Finding> against(byte[] sealed) {
        if (Arrays.equals(leaf.hash(), sealed)) {
            return Optional.empty();
        }
        Optional<Finding> one = added(sealed).or(() -> changedAmount(sealed));
        return Optional.of(one.orElseGet(() -> new Finding(Finding.Kind.CHANGED, leaf.journalId(), describe())));
    }

    /** Only the lines that it was written with are sealed: the others were added. */
    private Optional<Finding> added(byte[] sealed) {
        List<Line> first = leaf.lines().stream()
                .filter(line -> line.number() <= postingCount)
                .toList();
        if (first.size() == leaf.lines().size() || !Arrays.equals(with(first).hash(), sealed)) {
            return Optional.empty();
        }
        List<Line> more = new ArrayList<>(leaf.lines());
        more.removeAll(first);
        return Optional.of(new Finding(Finding.Kind.ADDED, leaf.journalId(), "postings " + more));
    }

    /** With one amount changed, the others still say what it was: a journal sums to zero. */
    private Optional<Finding> changedAmount(byte[] sealed) {
        Map<String, Long> sums = new HashMap<>();
        leaf.lines().forEach(line -> sums.merge(line.currency(), line.amountMinor(), Long::sum));
        for (int i = 0; i < leaf.lines().size(); i++) {
            Line line = leaf.lines().get(i);
            Line before = line.withAmount(line.amountMinor() - sums.getOrDefault(line.currency(), 0L));
            List<Line> lines = new ArrayList<>(leaf.lines());
            Collections.replaceAll(lines, line, before);
            if (Arrays.equals(with(lines).hash(), sealed)) {
                return Optional.of(new Finding(
                        Finding.Kind.CHANGED,
                        leaf.journalId() + " line " + line.number(),
                        line.account() + " says " + line.amountMinor() + " " + line.currency() + ", sealed was "
                                + before.amountMinor()));
            }
        }
        return Optional.empty();
    }

    private Leaf with(List<Line> lines) {
        return new Leaf(leaf.journalId(), leaf.kind(), leaf.occurredAt(), lines);
    }

    String describe() {
        return leaf.kind() + " at " + leaf.occurredAt() + ", written with " + postingCount + " postings, says "
                + leaf.lines();
    }
}
