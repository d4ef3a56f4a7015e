package io.baytap.sandbox.statements;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** {@code /sandbox/v1}: the providers' clock and planted errors. Not signed; a real provider has no such thing. */
final class ControlPages {

    private static final String CLOCK = "/sandbox/v1/clock";
    private static final String ERRORS = "/sandbox/v1/planted-errors";

    private final ObjectMapper json = new ObjectMapper();
    private final ProviderClock clock;
    private final Statements statements;
    private final Supplier<List<PlantedError>> planted;

    ControlPages(ProviderClock clock, Statements statements, Supplier<List<PlantedError>> planted) {
        this.clock = clock;
        this.statements = statements;
        this.planted = planted;
    }

    Optional<Page> answer(String method, String path, String body) {
        return switch (method + " " + path) {
            case "GET " + CLOCK -> Optional.of(time());
            case "PUT " + CLOCK -> Optional.of(tell(parse(body)));
            case "GET " + ERRORS -> Optional.of(errors());
            case "PUT " + ERRORS -> Optional.of(plant(parse(body)));
            default -> Optional.empty();
        };
    }

    private Page time() {
        return Page.ok(JsonNodeFactory.instance
                .objectNode()
                .put("now", clock.instant().atOffset(Days.ZONE).toString()));
    }

    private Page tell(JsonNode body) {
        Instant now;
        try {
            now = OffsetDateTime.parse(body.path("now").asText()).toInstant();
        } catch (DateTimeException _) {
            return Page.badField("/now", "must be a time, like 2026-04-09T05:30:00+08:00", "body");
        }
        return clock.tell(now)
                ? time()
                : Page.refused(409, "CLOCK_AHEAD", "the clock stands at " + clock.instant() + " and never goes back");
    }

    private Page plant(JsonNode body) {
        if (!body.path("seed").isIntegralNumber()) {
            return Page.badField("/seed", "must be a whole number", "body");
        }
        LocalDate day;
        try {
            day = LocalDate.parse(body.path("day").asText());
        } catch (DateTimeException _) {
            return Page.badField("/day", "must be a day, like 2026-04-09", "body");
        }
        return statements.plant(day, body.path("seed").asLong())
                ? Page.ok(body)
                : Page.refused(409, "DAY_OVER", day + " is over: what happened on it may have been told");
    }

    private Page errors() {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        var list = body.putArray("planted");
        planted.get().forEach(error -> list.add(view(error)));
        return Page.ok(body);
    }

    private static ObjectNode view(PlantedError error) {
        ObjectNode view = JsonNodeFactory.instance
                .objectNode()
                .put("name", error.name().name())
                .put("reference", error.reference())
                .put("day", error.day().toString())
                .put("provider", error.institution().name())
                .put("sp_mchid", error.institution().spMchid())
                .put("sub_mchid", error.subMchid())
                .put("currency", error.currency())
                .put("expected_minor", error.expectedMinor())
                .put("told_minor", error.toldMinor());
        return error.name() == PlantedError.Name.RATE_DIFFERS ? view.put("told_rate", error.toldRate()) : view;
    }

    private JsonNode parse(String body) {
        try {
            return json.readTree(body);
        } catch (JsonProcessingException _) {
            return JsonNodeFactory.instance.missingNode();
        }
    }
}
