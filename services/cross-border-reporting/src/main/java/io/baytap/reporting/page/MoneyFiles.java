package io.baytap.reporting.page;

import io.baytap.reporting.access.Admits;
import io.baytap.reporting.access.Role;
import io.baytap.reporting.neighbours.Neighbour;
import io.baytap.reporting.neighbours.Told;
import io.baytap.reporting.neighbours.WalletSettlement;
import io.baytap.reporting.rest.DayParameter;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;

/** A closed day's files, as wallet-settlement makes them. Where there is none, a screen says why. */
@Path("/money/days/{day}")
@Admits({Role.FINANCE, Role.AUDITOR})
@APIResponse(responseCode = "404", description = "No batch closed for that day, or nothing is to be paid")
@APIResponse(responseCode = "403", description = "wallet-settlement does not admit whoever asks")
@APIResponse(responseCode = "409", description = "wallet-settlement lacks accounts of operators, or holidays of a year")
@APIResponse(responseCode = "503", description = "wallet-settlement is away or not connected")
public class MoneyFiles {

    private static final String CSV = "text/csv";
    private static final String RETRY_AFTER_SECONDS = "5";

    private final Visit visit;
    private final Neighbour<WalletSettlement> wallets;

    MoneyFiles(Visit visit, Neighbour<WalletSettlement> wallets) {
        this.visit = visit;
        this.wallets = wallets;
    }

    @GET
    @Path("pain.001.xml")
    @Produces({MediaType.APPLICATION_XML, MediaType.TEXT_HTML})
    @Operation(summary = "The payments to operators, ISO 20022 pain.001")
    public Uni<Response> payments(@PathParam("day") String text) {
        LocalDate day = DayParameter.day("day", text);
        return wallets.ask((calls, bearer) -> calls.payments(day.toString(), bearer))
                .flatMap(told -> answer("pain.001-" + day + ".xml", MediaType.APPLICATION_XML, told));
    }

    @GET
    @Path("batches.csv")
    @Produces({CSV, MediaType.TEXT_HTML})
    @Operation(summary = "The settlement batches")
    public Uni<Response> batches(@PathParam("day") String text) {
        LocalDate day = DayParameter.day("day", text);
        return wallets.ask((calls, bearer) -> calls.batches(day.toString(), bearer))
                .flatMap(told -> answer("batches-" + day + ".csv", CSV, told));
    }

    private Uni<Response> answer(String file, String type, Told<byte[]> told) {
        return switch (told) {
            case Told.Known<byte[]>(byte[] content)
            when content.length > 0 ->
                Uni.createFrom()
                        .item(Response.ok(content, type)
                                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + file + "\"")
                                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                                .build());
            case Told.Known<byte[]> _, Told.Refused<byte[]> _, Told.Unavailable<byte[]> _ -> none(file, told);
        };
    }

    private Uni<Response> none(String file, Told<byte[]> told) {
        Shell shell = visit.open(Screen.MONEY);
        MoneyMessages text = shell.messages(MoneyMessages.class);
        int status = switch (told) {
            case Told.Known<byte[]> _ -> RestResponse.StatusCode.NOT_FOUND;
            case Told.Refused<byte[]> refused -> refused.status();
            case Told.Unavailable<byte[]>(Told.Why why) ->
                why == Told.Why.NOT_ADMITTED
                        ? RestResponse.StatusCode.FORBIDDEN
                        : RestResponse.StatusCode.SERVICE_UNAVAILABLE;
        };
        String why = switch (told) {
            case Told.Known<byte[]> _ -> text.nothingToPay();
            case Told.Refused<byte[]> refused ->
                refused.status() == RestResponse.StatusCode.NOT_FOUND
                        ? text.noBatch()
                        : text.notPayable(Objects.requireNonNullElse(refused.reason(), ""));
            case Told.Unavailable<byte[]> _ -> Objects.requireNonNullElse(Part.why(shell, told), "");
        };
        return shell.show(Templates.noFile(new NoFileView(file, why)))
                .createUni()
                .map(html -> response(status, html));
    }

    private static Response response(int status, String html) {
        var response = Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .entity(html);
        return (status == RestResponse.StatusCode.SERVICE_UNAVAILABLE
                        ? response.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                        : response)
                .build();
    }
}
