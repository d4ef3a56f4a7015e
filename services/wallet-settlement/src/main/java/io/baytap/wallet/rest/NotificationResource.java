package io.baytap.wallet.rest;

import io.baytap.wallet.domain.Charges;
import io.baytap.wallet.domain.Notifications;
import io.baytap.wallet.domain.Notifications.Notification;
import io.baytap.wallet.domain.Notifications.Signed;
import io.baytap.wallet.domain.WalletScheme;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** What wallet providers tell us of their own accord. Told twice, it is booked once; lost, the worker asks. */
@Path("/v1/notifications")
@RunOnVirtualThread
public class NotificationResource {

    private static final Logger LOG = Logger.getLogger(NotificationResource.class);

    private final Notifications notifications;
    private final Charges charges;

    NotificationResource(Notifications notifications, Charges charges) {
        this.notifications = notifications;
        this.charges = charges;
    }

    /** What a provider expects to read if its notification was not taken. */
    public record Verdict(String code, String message) {}

    /** 204 if it was taken, 401 if it is not the provider's, 404 if no charge has that number. */
    @POST
    @Path("/{scheme}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response take(
            @PathParam("scheme") String scheme,
            @HeaderParam("Wechatpay-Timestamp") @Nullable String timestamp,
            @HeaderParam("Wechatpay-Nonce") @Nullable String nonce,
            @HeaderParam("Wechatpay-Serial") @Nullable String serial,
            @HeaderParam("Wechatpay-Signature") @Nullable String signature,
            String body) {
        WalletScheme wallet = WalletScheme.ofKey(scheme).orElseThrow(NotFoundException::new);
        var signed = new Signed(text(timestamp), text(nonce), text(serial), text(signature), body);
        return switch (notifications.read(wallet, signed)) {
            case Notification.Refused refused -> refuse(Response.Status.UNAUTHORIZED, refused.reason());
            case Notification.OfOther _ -> Response.noContent().build();
            case Notification.OfAttempt attempt ->
                charges.bookNotified(attempt.outTradeNo(), attempt.answer())
                        ? Response.noContent().build()
                        : refuse(Response.Status.NOT_FOUND, "UNKNOWN_OUT_TRADE_NO");
        };
    }

    private static Response refuse(Response.Status status, String reason) {
        LOG.warnf("a notification was refused: %s", reason);
        return Response.status(status).entity(new Verdict("FAIL", reason)).build();
    }

    private static String text(@Nullable String header) {
        return header == null ? "" : header;
    }
}
