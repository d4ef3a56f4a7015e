package io.baytap.sandbox.bank;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.baytap.sandbox.statements.Deal;
import io.baytap.sandbox.statements.Page;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Reads deals; a field at fault is named. */
final class DealReader {

    private static final int ID_LENGTH_MAX = 35;

    private final ObjectMapper json = new ObjectMapper();

    /** What became of a text. */
    sealed interface Reading {
        record Read(Deal deal) implements Reading {}

        record Refused(Page page) implements Reading {}
    }

    Reading read(String text) {
        try {
            JsonNode body = json.readTree(text);
            String id = body.path("deal_id").asText();
            if (id.isBlank() || id.length() > ID_LENGTH_MAX) {
                return bad("/deal_id", "1 to " + ID_LENGTH_MAX + " characters, which a statement has room for");
            }
            List<Deal.Leg> legs = new ArrayList<>();
            for (JsonNode leg : body.path("legs")) {
                String currency = leg.path("currency").asText();
                if (BankAccount.in(currency).isEmpty()) {
                    return bad("/legs", "no account in " + currency);
                }
                if (!leg.path("minor").canConvertToLong() || !leg.path("minor").isIntegralNumber()) {
                    return bad("/legs", "minor must be a whole number");
                }
                legs.add(new Deal.Leg(currency, leg.path("minor").asLong()));
            }
            if (legs.size() != 2
                    || legs.getFirst().currency().equals(legs.getLast().currency())) {
                return bad("/legs", "two, in different currencies");
            }
            return new Reading.Read(new Deal(id, day(body, "struck_on"), day(body, "value_date"), legs));
        } catch (JsonProcessingException e) {
            return bad("/", "not JSON");
        } catch (DateTimeException e) {
            return bad("/", "struck_on and value_date must be days, like 2026-04-10");
        }
    }

    private static LocalDate day(JsonNode body, String field) {
        return LocalDate.parse(body.path(field).asText());
    }

    private static Reading bad(String field, String issue) {
        return new Reading.Refused(Page.badField(field, issue, "body"));
    }
}
