package io.baytap.fare.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.baytap.fare.domain.Quote.PlannedRide;
import io.baytap.fare.rest.QuoteRequest.RideRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a question for a quote. Strict: what is missing, unknown or wrong is named. */
final class QuoteReader {

    static final int RIDES_MAX = 10;

    private static final ObjectReader JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .readerFor(QuoteRequest.class);

    private QuoteReader() {}

    /** A field that is not as it should be. */
    static final class BadField extends Exception {
        private static final long serialVersionUID = 1;
        private final String field;

        BadField(String field, String reason) {
            super(reason);
            this.field = field;
        }

        String field() {
            return field;
        }
    }

    static QuoteRequest read(String body) throws BadField {
        try {
            QuoteRequest request = JSON.readValue(body);
            if (request == null) {
                throw new BadField("body", "is empty");
            }
            return request;
        } catch (UnrecognizedPropertyException e) {
            throw new BadField(e.getPropertyName(), "is not known");
        } catch (JsonProcessingException e) {
            throw new BadField("body", "is no JSON of the kind that is expected: " + e.getOriginalMessage());
        }
    }

    /** The rides in time order. */
    static List<PlannedRide> rides(QuoteRequest request) throws BadField {
        List<RideRequest> asked = request.rides();
        if (asked == null || asked.isEmpty() || asked.size() > RIDES_MAX) {
            throw new BadField("rides", "has to be a list of 1 to " + RIDES_MAX);
        }
        List<PlannedRide> rides = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            rides.add(ride("rides[" + i + "].", asked.get(i)));
        }
        rides.sort(Comparator.comparing(PlannedRide::departs));
        return rides;
    }

    private static PlannedRide ride(String at, RideRequest ride) throws BadField {
        Instant departs = time(at + "departs", ride.departs());
        Instant arrives = ride.arrives() == null ? departs : time(at + "arrives", ride.arrives());
        if (arrives.isBefore(departs)) {
            throw new BadField(at + "arrives", "is before departs");
        }
        return new PlannedRide(
                required(at + "operator", ride.operator()),
                required(at + "route", ride.route()),
                ride.deck(),
                ride.from(),
                ride.to(),
                departs,
                arrives);
    }

    private static Instant time(String field, @Nullable String text) throws BadField {
        try {
            return Instant.parse(required(field, text));
        } catch (DateTimeException _) {
            throw new BadField(field, "is not an instant such as 2026-04-09T00:12:31Z");
        }
    }

    private static String required(String field, @Nullable String text) throws BadField {
        if (text == null || text.isBlank()) {
            throw new BadField(field, "is missing");
        }
        return text;
    }
}
