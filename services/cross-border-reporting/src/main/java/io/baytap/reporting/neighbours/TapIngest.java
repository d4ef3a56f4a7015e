package io.baytap.reporting.neighbours;

import static io.baytap.reporting.neighbours.Shape.rows;
import static io.baytap.reporting.neighbours.Shape.text;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Asks tap-ingest about gates. */
@Path("/v1/gates")
@Produces(MediaType.APPLICATION_JSON)
public interface TapIngest {

    /** {@link Owing}. */
    @GET
    @Path("/owing")
    Uni<RestResponse<byte[]>> owing(@HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization);

    /** The gates that owe taps. */
    record Owing(List<Gate> gates) {
        public Owing {
            gates = rows(gates);
        }
    }

    /** A gate, and the sequences between its first and its last that did not come. */
    record Gate(String gateId, List<Range> owed) {
        public Gate {
            text(gateId);
            owed = rows(owed);
        }

        public long taps() {
            return owed.stream().mapToLong(Range::taps).reduce(0, Math::addExact);
        }
    }

    /** Both included. */
    record Range(long from, long to) {
        public Range {
            if (to < from) {
                throw new IllegalArgumentException("a range ends before it begins");
            }
        }

        long taps() {
            return Math.addExact(Math.subtractExact(to, from), 1);
        }

        @Override
        public String toString() {
            return from == to ? Long.toString(from) : from + "-" + to;
        }
    }
}
