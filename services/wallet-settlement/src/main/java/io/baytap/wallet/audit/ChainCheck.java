package io.baytap.wallet.audit;

import static java.util.Objects.requireNonNull;

import io.baytap.wallet.audit.Finding.Kind;
import io.baytap.wallet.domain.Chain;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Follows every book from its first seal to its head and compares each journal with what was sealed of it. */
final class ChainCheck {

    private static final String HEADS = "select number, seals, encode(head, 'hex') from book order by number";

    private static final Head BEGINNING = new Head(0, HexFormat.of().formatHex(Chain.beginning()));

    /** How far a book goes: its last seal. */
    private record Head(long seals, String hash) {}

    private final Connection connection;
    private final Consumer<Finding> findings;
    private final Map<String, String> kept;
    private final Map<Short, Head> reached = new HashMap<>();
    private long journals;
    private long postings;

    /** @param kept anchors of an earlier run: these seals must still be there */
    ChainCheck(Connection connection, Map<String, String> kept, Consumer<Finding> findings) {
        this.connection = connection;
        this.kept = new TreeMap<>(kept);
        this.findings = findings;
    }

    void run() throws SQLException {
        try (Rows<SealRow> seals = Rows.of(connection, SealRow.ORDERED, SealRow::read);
                JournalRows stored = new JournalRows(connection)) {
            for (SealRow seal = seals.take(); seal != null; seal = seals.take()) {
                while (stored.isBefore(seal)) {
                    unsealed(requireNonNull(stored.take()));
                }
                follow(seal);
                compare(seal, stored);
            }
            for (SealedJournal left = stored.take(); left != null; left = stored.take()) {
                unsealed(left);
            }
        }
        heads();
        kept.forEach((place, hash) ->
                findings.accept(new Finding(Kind.MISSING, "seal " + place, "is not there as it was kept: " + hash)));
    }

    long journals() {
        return journals;
    }

    long postings() {
        return postings;
    }

    /** The last seal of each book: who keeps it elsewhere can tell later that nothing before it was replaced. */
    Map<String, String> anchors() {
        Map<String, String> anchors = new TreeMap<>();
        reached.forEach((book, head) -> anchors.put(book + ":" + head.seals, head.hash));
        return anchors;
    }

    private void follow(SealRow seal) {
        Head before = reached.getOrDefault(seal.book(), BEGINNING);
        if (seal.number() != before.seals + 1) {
            findings.accept(new Finding(
                    Kind.MISSING,
                    "book " + seal.book() + " seals " + (before.seals + 1) + " to " + (seal.number() - 1),
                    "are not there"));
        } else if (!seal.previous().equals(before.hash)) {
            findings.accept(new Finding(Kind.BROKEN, seal.toString(), "does not follow the seal before it"));
        }
        if (!seal.hash().equals(seal.computed())) {
            findings.accept(new Finding(Kind.BROKEN, seal.toString(), "is not the hash of what it seals"));
        }
        kept.remove(seal.book() + ":" + seal.number(), seal.hash());
        reached.put(seal.book(), new Head(seal.number(), seal.hash()));
    }

    private void compare(SealRow seal, JournalRows stored) throws SQLException {
        BitSet places = new BitSet(seal.journals() + 1);
        while (stored.isIn(seal)) {
            SealedJournal journal = requireNonNull(stored.take());
            journals++;
            postings += journal.leaf().lines().size();
            if (journal.place() < 1 || journal.place() > seal.journals()) {
                unsealed(journal);
            } else {
                places.set(journal.place());
                journal.against(seal.leaf(journal.place())).ifPresent(findings);
            }
        }
        for (int place = places.nextClearBit(1); place <= seal.journals(); place = places.nextClearBit(place + 1)) {
            findings.accept(
                    new Finding(Kind.MISSING, seal + " place " + place, "a journal was sealed here, none is there"));
        }
    }

    private void unsealed(SealedJournal journal) {
        findings.accept(new Finding(Kind.ADDED, journal.leaf().journalId(), journal.describe()));
    }

    private void heads() throws SQLException {
        try (Rows<Map.Entry<Short, Head>> heads = Rows.of(
                connection, HEADS, row -> Map.entry(row.getShort(1), new Head(row.getLong(2), row.getString(3))))) {
            for (var head = heads.take(); head != null; head = heads.take()) {
                Head found = reached.getOrDefault(head.getKey(), BEGINNING);
                if (!found.equals(head.getValue())) {
                    findings.accept(new Finding(
                            Kind.MISSING,
                            "book " + head.getKey() + " after seal " + found.seals,
                            "its last seal is number " + head.getValue().seals + ", " + head.getValue().hash));
                }
            }
        }
    }
}
