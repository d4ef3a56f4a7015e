package io.baytap.tariffs.published;

import java.time.LocalDate;
import java.util.List;

/** A Hong Kong public holiday. */
public record Holiday(LocalDate date) {

    static final Table<Holiday> TABLE = new Table<>(
            "holidays.csv", List.of("date"), r -> List.of(r.date.toString()), f -> new Holiday(f.date("date")));
}
