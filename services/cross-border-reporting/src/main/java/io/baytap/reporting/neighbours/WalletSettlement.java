package io.baytap.reporting.neighbours;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Asks wallet-settlement for the files of a closed day. */
@Path("/v1/days/{day}")
public interface WalletSettlement {

    /** The payments to operators, ISO 20022 pain.001; 204 if nothing is to be paid, 404 if no batch closed for that day. */
    @GET
    @Path("/pain.001.xml")
    @Produces({MediaType.APPLICATION_XML, MediaType.APPLICATION_JSON})
    Uni<RestResponse<byte[]>> payments(
            @PathParam("day") String day, @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization);

    /** The batches as CSV; 404 if none closed for that day. */
    @GET
    @Path("/batches.csv")
    @Produces("text/csv")
    Uni<RestResponse<byte[]>> batches(
            @PathParam("day") String day, @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization);
}
