package io.baytap.reporting.page;

import io.baytap.reporting.domain.Reports;
import io.baytap.reporting.rest.DayParameter;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The business day that a screen shows, and the others that it could. */
public record DayPicker(LocalDate day, List<LocalDate> days) {

    /**
     * The day that is asked for, or the newest; none if there is none yet.
     *
     * @throws io.baytap.reporting.rest.BadParameter if what is asked for is no day, or has not begun
     */
    static Uni<Optional<DayPicker>> pick(Reports reports, int daysMax, @Nullable String asked, Instant now) {
        Optional<LocalDate> wanted = Optional.ofNullable(asked).map(text -> DayParameter.begun("day", text, now));
        return reports.days(daysMax)
                .map(days -> wanted.or(() -> days.stream().findFirst()).map(day -> new DayPicker(day, days)));
    }
}
