package io.baytap.reporting.page;

import io.baytap.reporting.access.AccessPolicy;
import io.baytap.reporting.access.Admits;
import io.quarkus.oidc.OidcConfigurationMetadata;
import io.quarkus.oidc.OidcSession;
import io.quarkus.oidc.runtime.OidcUtils;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/**
 * Ends the session here, then at the identity provider. The way there is a page and no redirect, which a browser that keeps
 * the policy for forms would not follow to another host; and it carries no token, as a redirect of the extension's would.
 */
@Path("/logout")
@Produces(MediaType.TEXT_HTML)
@Admits({})
public class LogoutPage {

    private static final String HOME = "/";

    private final Visit visit;
    private final AccessPolicy policy;
    private final CurrentIdentityAssociation identities;
    private final Instance<OidcSession> session;
    private final String clientId;

    LogoutPage(
            Visit visit,
            AccessPolicy policy,
            CurrentIdentityAssociation identities,
            Instance<OidcSession> session,
            @ConfigProperty(name = "quarkus.oidc.client-id") String clientId) {
        this.visit = visit;
        this.policy = policy;
        this.identities = identities;
        this.session = session;
        this.clientId = clientId;
    }

    @POST
    @Operation(summary = "Logs out here and at the identity provider")
    public Uni<TemplateInstance> logout(UriInfo here) {
        Shell shell = visit.openNone();
        if (policy.open()) {
            return Uni.createFrom().item(shell.show(Templates.loggedOut(HOME)));
        }
        // Whose session it is, or was, is found out first: that is how its cookies are known. One that has expired has
        // ended.
        return identities
                .getDeferredIdentity()
                .map(identity -> next(identity.getAttribute(OidcUtils.CONFIG_METADATA_ATTRIBUTE), here))
                .onFailure()
                .recoverWithItem(HOME)
                .flatMap(next -> session.get().logout().map(_ -> shell.show(Templates.loggedOut(next))));
    }

    /** Where the provider ends sessions, if it says so. */
    private String next(@Nullable OidcConfigurationMetadata provider, UriInfo here) {
        String end = provider == null ? null : provider.getEndSessionUri();
        return end == null
                ? HOME
                : UriBuilder.fromUri(end)
                        .queryParam("client_id", "{client}")
                        .queryParam("post_logout_redirect_uri", "{home}")
                        .build(clientId, here.getBaseUri())
                        .toString();
    }
}
