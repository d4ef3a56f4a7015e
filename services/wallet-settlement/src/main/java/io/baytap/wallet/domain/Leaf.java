package io.baytap.wallet.domain;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * What is sealed of a journal: everything it says. Text, so that whoever doubts it can compute it anew in any language:
 * a line with id, kind and microseconds since 1970, then a line per posting, fields divided by tabs.
 *
 * @param kind as stored
 * @param lines in order of their numbers
 */
public record Leaf(String journalId, String kind, Instant occurredAt, List<Line> lines) {

    /** A posting as stored: its number within the journal, from 1, and whole minor units. */
    public record Line(int number, String account, String currency, long amountMinor) {

        /** The same with another amount. */
        public Line withAmount(long minor) {
            return new Line(number, account, currency, minor);
        }
    }

    /** Of a journal that is about to be stored. */
    public static Leaf of(Journal journal) {
        var postings = journal.postings();
        Line[] lines = new Line[postings.size()];
        for (int i = 0; i < lines.length; i++) {
            Posting posting = postings.get(i);
            lines[i] = new Line(
                    i + 1,
                    posting.account().name(),
                    posting.amount().currency().getCurrencyCode(),
                    posting.amount().minor());
        }
        return new Leaf(journal.id(), journal.kind().name(), journal.occurredAt(), List.of(lines));
    }

    /** SHA-256 of the text in UTF-8. */
    public byte[] hash() {
        return Chain.sha256().digest(text().getBytes(StandardCharsets.UTF_8));
    }

    private String text() {
        var text = new StringBuilder(64 + 64 * lines.size())
                .append(journalId)
                .append('\t')
                .append(kind)
                .append('\t')
                .append(ChronoUnit.MICROS.between(Instant.EPOCH, occurredAt))
                .append('\n');
        for (Line line : lines) {
            text.append(line.number())
                    .append('\t')
                    .append(line.account())
                    .append('\t')
                    .append(line.currency())
                    .append('\t')
                    .append(line.amountMinor())
                    .append('\n');
        }
        return text.toString();
    }
}
