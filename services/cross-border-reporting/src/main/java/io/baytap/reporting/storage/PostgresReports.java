package io.baytap.reporting.storage;

import io.baytap.reporting.domain.DayReport;
import io.baytap.reporting.domain.Reports;
import io.baytap.reporting.domain.ReportsAway;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads the read models through Hibernate Reactive. */
@ApplicationScoped
public class PostgresReports implements Reports {

    private static final String DAYS = """
            select day from fares_by_day union select day from charges_by_day
            union select day from taps_by_hour union select day from batches
            order by day desc
            """;

    /** One partition's index, from its end. */
    private static final String NEWEST_FARE =
            "select max(occurred_at) from fare_record where day = (select max(day) from fare_cell)";

    private final Fares fares = new Fares();
    private final Charges charges = new Charges();
    private final Taps taps = new Taps();
    private final Batches batches = new Batches();

    @Override
    public Uni<List<LocalDate>> days(int daysMax) {
        return read(() -> Panache.getSession()
                .flatMap(session -> session.createNativeQuery(DAYS, LocalDate.class)
                        .setMaxResults(daysMax)
                        .getResultList()));
    }

    @Override
    public Uni<DayReport> day(LocalDate day) {
        return read(() -> taps.list("day = ?1 order by hour, operatorId, verdict, reason", day)
                .flatMap(tapRows -> fares.list("day = ?1 order by corridor, city, operatorId, wallet", day)
                        .flatMap(fareRows -> charges.list("day = ?1 order by operatorId, wallet, outcome", day)
                                .flatMap(chargeRows -> batches.list("day = ?1 order by operatorId, currency", day)
                                        .map(batchRows -> new DayReport(
                                                day,
                                                tapRows.stream()
                                                        .map(TapRow::toLine)
                                                        .toList(),
                                                fareRows.stream()
                                                        .map(FareRow::toLine)
                                                        .toList(),
                                                chargeRows.stream()
                                                        .map(ChargeRow::toLine)
                                                        .toList(),
                                                batchRows.stream()
                                                        .map(BatchRow::toLine)
                                                        .toList()))))));
    }

    @Override
    public Uni<Optional<Instant>> newestFare() {
        return read(() -> Panache.getSession()
                .flatMap(session ->
                        session.createNativeQuery(NEWEST_FARE, Instant.class).getSingleResultOrNull())
                .map(Optional::ofNullable));
    }

    private static <T> Uni<T> read(Supplier<Uni<T>> query) {
        return Panache.withSession(query).onFailure().transform(ReportsAway::new);
    }

    private static final class Fares implements PanacheRepositoryBase<FareRow, FareRow.Cell> {}

    private static final class Charges implements PanacheRepositoryBase<ChargeRow, ChargeRow.Cell> {}

    private static final class Taps implements PanacheRepositoryBase<TapRow, TapRow.Cell> {}

    private static final class Batches implements PanacheRepositoryBase<BatchRow, BatchRow.Cell> {}
}
