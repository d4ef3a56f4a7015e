package io.baytap.wallet.rest;

import io.baytap.wallet.domain.Charges;
import io.baytap.wallet.domain.HeardNotifications;
import io.baytap.wallet.domain.Notifications;
import io.baytap.wallet.domain.Notifications.Doubt;
import io.baytap.wallet.domain.Notifications.Notification;
import io.baytap.wallet.domain.Notifications.Signed;
import io.baytap.wallet.domain.WalletScheme;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** What wallet providers tell us of their own accord. Told twice, it is booked once; lost, the worker asks. */
@Path("/v1/notifications")
@RunOnVirtualThread
public class NotificationResource {

    private static final Logger LOG = Logger.getLogger(NotificationResource.class);

    private final Notifications notifications;
    private final HeardNotifications heard;
    private final Charges charges;
    private final MeterRegistry metrics;

    NotificationResource(
            Notifications notifications, HeardNotifications heard, Charges charges, MeterRegistry metrics) {
        this.notifications = notifications;
        this.heard = heard;
        this.charges = charges;
        this.metrics = metrics;
    }

    /** What a provider expects to read if its notification was not taken. */
    public record Verdict(String code, String message) {}

    /**
     * 204 if it was taken; 401 if it is not the provider's or not of now, 400 if what was sealed cannot be opened, 409 if the same
     * signed message came before, 404 if no charge has that number. The reason is in the answer, by {@link Doubt}'s names.
     */
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
            case Notification.Refused refused ->
                refuse(wallet, status(refused.doubt()), refused.doubt().name());
            case Notification.OfOther _ -> once(wallet, signed, () -> taken(wallet));
            case Notification.OfAttempt attempt -> once(wallet, signed, () -> book(wallet, attempt));
        };
    }

    private Response once(WalletScheme scheme, Signed signed, Supplier<Response> step) {
        return heard.isFirst(scheme, signed)
                ? step.get()
                : refuse(scheme, status(Doubt.REPLAYED), Doubt.REPLAYED.name());
    }

    private Response book(WalletScheme scheme, Notification.OfAttempt attempt) {
        return charges.bookNotified(attempt.outTradeNo(), attempt.answer())
                ? taken(scheme)
                : refuse(scheme, Response.Status.NOT_FOUND, "UNKNOWN_OUT_TRADE_NO");
    }

    private static Response.Status status(Doubt doubt) {
        return switch (doubt) {
            case NOT_SIGNED,
                    TIMESTAMP_INVALID,
                    CLOCK_SKEWED,
                    SERIAL_UNKNOWN,
                    SIGNATURE_INVALID,
                    SCHEME_NOT_CONFIGURED -> Response.Status.UNAUTHORIZED;
            case NOT_DECRYPTED, NOT_JSON -> Response.Status.BAD_REQUEST;
            case REPLAYED -> Response.Status.CONFLICT;
        };
    }

    private Response taken(WalletScheme scheme) {
        count(scheme, "TAKEN");
        return Response.noContent().build();
    }

    private Response refuse(WalletScheme scheme, Response.Status status, String reason) {
        count(scheme, reason);
        LOG.warnf("a notification of %s was refused: %s", scheme.key(), reason);
        return Response.status(status).entity(new Verdict("FAIL", reason)).build();
    }

    private void count(WalletScheme scheme, String outcome) {
        metrics.counter("wallet.notifications", "scheme", scheme.key(), "outcome", outcome)
                .increment();
    }

    private static String text(@Nullable String header) {
        return header == null ? "" : header;
    }
}
