package io.baytap.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the launcher brings to fx-conversion, as two people, and asks of it. */
final class FxDesk {

    private static final ZoneId LOCAL = ZoneId.of("Asia/Hong_Kong");

    private final Http http;
    private final URI service;

    FxDesk(Line line) {
        this.http = line.http();
        this.service = line.url(LineService.FX_CONVERSION);
    }

    /**
     * A deal.
     *
     * @param legs signed minor units by currency, the price last
     */
    record Deal(String id, LocalDate struckOn, LocalDate valueDate, List<Leg> legs) {}

    /** One side of a deal: positive if we get it. */
    record Leg(String currency, long minor) {}

    /** One person proposes the table, another approves it. */
    void bring(Path table) {
        JsonNode proposed = http.json(http.putAs("olga", service.resolve("/v1/rates/ecb"), table, "text/csv"));
        http.postAs(
                "ben",
                service.resolve("/v1/rates/proposals/" + proposed.path("id").asText() + "/approval"));
    }

    /** By value date. */
    List<Deal> deals() {
        List<Deal> deals = new ArrayList<>();
        for (JsonNode deal : http.getJson(service.resolve("/v1/deals"))) {
            deals.add(new Deal(
                    deal.path("id").asText(),
                    OffsetDateTime.parse(deal.path("struckAt").asText())
                            .atZoneSameInstant(LOCAL)
                            .toLocalDate(),
                    LocalDate.parse(deal.path("valueDate").asText()),
                    List.of(
                            new Leg(
                                    deal.path("base").asText(),
                                    deal.path("baseMinor").asLong()),
                            new Leg(
                                    deal.path("quote").asText(),
                                    deal.path("quoteMinor").asLong()))));
        }
        return deals;
    }

    /** What is open, as {@code currency} and {@code value date}: held where positive, minor units. */
    Map<String, Long> open() {
        Map<String, Long> open = new TreeMap<>();
        http.getJson(service.resolve("/v1/exposures"))
                .forEach(each -> open.put(
                        each.path("currency").asText() + " "
                                + each.path("valueDate").asText(),
                        each.path("openMinor").asLong()));
        return open;
    }
}
