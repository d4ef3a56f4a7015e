package io.baytap.reporting.page;

import io.baytap.reporting.access.Admits;
import io.baytap.reporting.access.Caller;
import io.baytap.reporting.access.Role;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.RedirectionException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** What one sees first: money, or the line for those who may not see it. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@Admits({Role.FINANCE, Role.REGULATOR, Role.AUDITOR, Role.HELPER, Role.OPERATOR})
public class FirstPage {

    private final MoneyPage money;
    private final Caller caller;

    FirstPage(MoneyPage money, Caller caller) {
        this.money = money;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "The first screen")
    public Uni<TemplateInstance> first(@QueryParam("day") @Nullable String day) {
        if (!caller.mayCall(Screen.MONEY.admits())) {
            throw new RedirectionException(Status.SEE_OTHER, URI.create(Screen.LINE.path()));
        }
        return money.page(day);
    }

    /** Where the identity provider sends people back to. */
    @GET
    @Path("login")
    @Operation(summary = "Logs in, where access is by roles")
    public void login() {
        throw new RedirectionException(Status.SEE_OTHER, URI.create("/"));
    }
}
