package io.baytap.fx.messaging;

import io.baytap.fx.domain.ProposedRate;
import io.baytap.fx.domain.Rate;
import io.baytap.schemas.fx.v1.PublishedDay;
import io.baytap.schemas.fx.v1.RateProposal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Between a proposed table and its event, where a day's rates stand together: so years of them are one record. */
final class TableMapper {

    private TableMapper() {}

    private record Day(LocalDate date, Instant inForceFrom) {}

    /** @throws IllegalArgumentException if a rate makes no sense */
    static List<Rate> toTable(RateProposal event) {
        List<Rate> table = new ArrayList<>();
        for (PublishedDay day : event.getTable()) {
            for (var each : day.getRates()) {
                ProposedRate rate = ProposalMapper.toRate(each);
                table.add(new Rate(
                        event.getTableSource(),
                        rate.pair().base(),
                        rate.pair().quote(),
                        rate.value(),
                        day.getDate(),
                        day.getInForceFrom()));
            }
        }
        return List.copyOf(table);
    }

    /** In the order of the table. */
    static List<PublishedDay> toDays(List<Rate> table) {
        Map<Day, List<io.baytap.schemas.fx.v1.ProposedRate>> days = new LinkedHashMap<>();
        for (Rate rate : table) {
            days.computeIfAbsent(new Day(rate.date(), rate.inForceFrom()), _ -> new ArrayList<>())
                    .add(ProposalMapper.toEvent(new ProposedRate(rate.pair(), rate.value())));
        }
        return days.entrySet().stream()
                .map(day -> PublishedDay.newBuilder()
                        .setDate(day.getKey().date())
                        .setInForceFrom(day.getKey().inForceFrom())
                        .setRates(day.getValue())
                        .build())
                .toList();
    }
}
