package io.baytap.wallet.domain;

import java.time.Instant;
import java.util.List;

/** Who did what. What changes something writes its own entry, in its own transaction; entries are never changed. */
public interface AuditTrail {

    /**
     * An entry as it is kept.
     *
     * @param number from 1, without gaps
     * @param at the database's time
     * @param hash hexadecimal SHA-256 over the entry and over the hash before it
     */
    record Kept(long number, Instant at, AuditEntry entry, String hash) {}

    /**
     * Which entries; empty text stands for all.
     *
     * @param from inclusive
     * @param to exclusive
     * @param after entries with a greater number
     * @param max how many at most
     */
    record Query(Instant from, Instant to, String person, String subject, String target, long after, int max) {}

    /** Keeps an entry in a transaction of its own: of something that was refused before it began. */
    void add(AuditEntry entry);

    /** In order of their numbers. */
    List<Kept> find(Query query);
}
