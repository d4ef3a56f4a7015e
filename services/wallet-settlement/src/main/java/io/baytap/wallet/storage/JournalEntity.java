package io.baytap.wallet.storage;

import io.baytap.schemas.Money;
import io.baytap.wallet.domain.Account;
import io.baytap.wallet.domain.Journal;
import io.baytap.wallet.domain.Posting;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.annotations.Immutable;

/** A journal with its postings, to read. */
@Entity
@Immutable
@Table(name = "journal")
@SuppressWarnings("NullAway.Init") // set by Hibernate
class JournalEntity {

    @Id
    String id;

    @Enumerated(EnumType.STRING)
    Journal.Kind kind;

    @Column(name = "occurred_at")
    Instant occurredAt;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "posting", joinColumns = @JoinColumn(name = "journal_id"))
    @OrderBy("line")
    List<Line> postings = new ArrayList<>();

    /** A row of the posting table. */
    @Embeddable
    static class Line {

        short line;
        String account;
        String currency;

        @Column(name = "amount_minor")
        long amountMinor;
    }

    Journal toJournal() {
        return new Journal(
                id,
                kind,
                occurredAt,
                postings.stream()
                        .map(line -> new Posting(new Account(line.account), Money.of(line.amountMinor, line.currency)))
                        .toList());
    }
}
