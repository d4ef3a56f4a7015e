package io.baytap.reporting.access;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.OidcSession;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/**
 * Lets in whom a resource admits. Whoever is not known yet is sent to the identity provider if they walk with a browser, and
 * refused otherwise.
 */
class AccessFilter {

    private final AccessPolicy policy;
    private final Caller caller;
    private final VisitorToken token;
    private final CurrentIdentityAssociation identities;
    private final Instance<OidcSession> session;
    private final InstantSource time;

    @SuppressWarnings("TooManyParameters") // who asks, how they are known, and for how long
    AccessFilter(
            AccessPolicy policy,
            Caller caller,
            VisitorToken token,
            CurrentIdentityAssociation identities,
            Instance<OidcSession> session,
            InstantSource time) {
        this.policy = policy;
        this.caller = caller;
        this.token = token;
        this.identities = identities;
        this.session = session;
        this.time = time;
    }

    /** Before any resource is called. */
    @ServerRequestFilter
    Uni<Void> admit(ResourceInfo resource, ContainerRequestContext request) {
        SameOrigin.require(request);
        Admits admits = admits(resource);
        if (admits == null) {
            throw new Refused(Status.FORBIDDEN, "NOT_ADMITTED", "nobody may call this");
        }
        if (policy.open()) {
            caller.isAnybody();
            return Uni.createFrom().voidItem();
        }
        if (admits.value().length == 0) {
            return Uni.createFrom().voidItem();
        }
        return identities
                .getDeferredIdentity()
                .onFailure(AuthenticationFailedException.class)
                .transform(failed -> unknown(request, failed))
                .onFailure(AuthenticationCompletionException.class)
                .transform(failed -> new Refused(Status.UNAUTHORIZED, "LOGIN_FAILED", "logging in was not completed"))
                .flatMap(identity -> admit(identity, admits, request));
    }

    /** What depends on who asks is kept by nobody on the way. */
    @ServerResponseFilter
    void keepNothing(ResourceInfo resource, ContainerResponseContext response) {
        Admits admits = resource.getResourceMethod() == null ? null : admits(resource);
        if (admits != null && admits.value().length > 0) {
            response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
        }
    }

    private static @Nullable Admits admits(ResourceInfo resource) {
        Admits ofMethod = resource.getResourceMethod().getAnnotation(Admits.class);
        return ofMethod != null ? ofMethod : resource.getResourceClass().getAnnotation(Admits.class);
    }

    private Uni<Void> admit(SecurityIdentity identity, Admits admits, ContainerRequestContext request) {
        if (identity.isAnonymous()) {
            throw unknown(request, new UnauthorizedException());
        }
        boolean hasSession = request.getHeaderString(HttpHeaders.AUTHORIZATION) == null;
        if (hasSession && loggedInAt(identity).plus(policy.sessionMax()).isBefore(time.instant())) {
            return session.get().logout().onItem().failWith(() -> unknown(request, new UnauthorizedException()));
        }
        identify(identity);
        if (!caller.mayCall(admits)) {
            String needed = String.join(
                    ", ",
                    Arrays.stream(admits.value())
                            .map(role -> role.name().toLowerCase(Locale.ROOT))
                            .toList());
            throw new Refused(Status.FORBIDDEN, "ROLE_MISSING", "needs one of the roles " + needed);
        }
        return Uni.createFrom().voidItem();
    }

    private void identify(SecurityIdentity identity) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        identity.getRoles().forEach(name -> Role.find(name).ifPresent(roles::add));
        String operatorId = identity.getPrincipal() instanceof JsonWebToken token
                        && token.getClaim(policy.operatorClaim()) instanceof String named
                        && !named.isBlank()
                ? named
                : null;
        if (operatorId == null && roles.remove(Role.OPERATOR) && roles.isEmpty()) {
            throw new Refused(
                    Status.FORBIDDEN,
                    "NO_OPERATOR",
                    "the token has no claim " + policy.operatorClaim() + " to say whose figures");
        }
        caller.is(identity.getPrincipal().getName(), roles, operatorId);
        AccessTokenCredential credential = identity.getCredential(AccessTokenCredential.class);
        if (credential != null && credential.getToken() != null) {
            token.carry(credential.getToken());
        }
    }

    /** When they told the provider who they are; a refreshed token tells of that moment, too. */
    private static Instant loggedInAt(SecurityIdentity identity) {
        if (identity.getPrincipal() instanceof JsonWebToken token) {
            Object loggedInAt = token.getClaim("auth_time");
            return Instant.ofEpochSecond(
                    loggedInAt instanceof Number seconds ? seconds.longValue() : token.getIssuedAtTime());
        }
        return Instant.EPOCH;
    }

    /** A browser that shows a page is sent to log in, by Quarkus; anything else is told what is missing. */
    private static RuntimeException unknown(ContainerRequestContext request, Throwable toBrowsers) {
        if (request.getHeaderString(HttpHeaders.AUTHORIZATION) != null) {
            return new Refused(Status.UNAUTHORIZED, "BAD_TOKEN", "the token is not valid, or not any more");
        }
        String accept = request.getHeaderString(HttpHeaders.ACCEPT);
        boolean browses = request.getMethod().equals("GET") && accept != null && accept.contains("text/html");
        return browses && toBrowsers instanceof RuntimeException challenge
                ? challenge
                : new Refused(Status.UNAUTHORIZED, "NO_TOKEN", "needs a bearer token, or a login");
    }
}
