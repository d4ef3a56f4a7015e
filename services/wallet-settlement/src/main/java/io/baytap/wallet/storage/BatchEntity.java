package io.baytap.wallet.storage;

import io.baytap.schemas.Money;
import io.baytap.wallet.domain.Batch;
import io.baytap.wallet.domain.Position;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hibernate.annotations.Immutable;

/** A closed batch, to read. */
@Entity
@Immutable
@Table(name = "batch")
@SuppressWarnings("NullAway.Init") // set by Hibernate
class BatchEntity {

    @EmbeddedId
    Key key;

    @Column(name = "fare_count")
    long fareCount;

    @Column(name = "gross_minor")
    long grossMinor;

    @Column(name = "taken_back_minor")
    long takenBackMinor;

    @Column(name = "value_date")
    LocalDate valueDate;

    @Column(name = "closed_at")
    Instant closedAt;

    /** The primary key. */
    @Embeddable
    static class Key {

        private static final Pattern ID = Pattern.compile("(.+):([A-Z]{3}):(\\d{4}-\\d{2}-\\d{2})");

        @Column(name = "business_day")
        LocalDate businessDay;

        @Column(name = "operator_id")
        String operatorId;

        String currency;

        /** Of a batch's id, {@code <operatorId>:<currency>:<businessDay>}; empty if it is none. */
        static Optional<Key> of(String batchId) {
            Matcher parts = ID.matcher(batchId);
            if (!parts.matches()) {
                return Optional.empty();
            }
            var key = new Key();
            key.operatorId = parts.group(1);
            key.currency = parts.group(2);
            try {
                key.businessDay = LocalDate.parse(parts.group(3));
            } catch (DateTimeParseException _) {
                return Optional.empty();
            }
            return Optional.of(key);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key
                    && key.businessDay.equals(businessDay)
                    && key.operatorId.equals(operatorId)
                    && key.currency.equals(currency);
        }

        @Override
        public int hashCode() {
            return Objects.hash(businessDay, operatorId, currency);
        }
    }

    Batch toBatch() {
        var position = new Position(Money.of(grossMinor, key.currency), Money.of(takenBackMinor, key.currency));
        return new Batch(key.operatorId, key.businessDay, fareCount, position, valueDate, closedAt);
    }
}
