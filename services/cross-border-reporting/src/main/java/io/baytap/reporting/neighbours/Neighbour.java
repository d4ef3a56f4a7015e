package io.baytap.reporting.neighbours;

import io.baytap.reporting.neighbours.Told.Why;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * Another service, as far as screens ask it. Whatever happens to it, a question has an answer in time.
 *
 * @param <C> its calls; each returns the body as it came, whatever the status
 */
public final class Neighbour<C> {

    /** More is read by nobody. */
    static final int ANSWER_BYTES_MAX = 8_000_000;

    private static final Logger LOG = Logger.getLogger(Neighbour.class);

    private final String name;
    private final Optional<C> calls;
    private final Duration answerMax;
    private final Supplier<Optional<String>> token;

    /**
     * @param calls none if no address is set
     * @param answerMax after which it counts as away
     * @param token the bearer token that goes with a question
     */
    public Neighbour(String name, Optional<C> calls, Duration answerMax, Supplier<Optional<String>> token) {
        this.name = name;
        this.calls = calls;
        this.answerMax = answerMax;
        this.token = token;
    }

    /** Why a refusal was given, as the services write it. */
    record Refusal(
            @Nullable String field,
            @Nullable String reason,
            @Nullable String code) {}

    /** A question whose answer is JSON. The second argument is the header Authorization, or null. */
    public <T> Uni<Told<T>> ask(BiFunction<C, @Nullable String, Uni<RestResponse<byte[]>>> question, Class<T> shape) {
        return ask(question).map(told -> switch (told) {
            case Told.Known<byte[]>(byte[] body) -> read(body, shape);
            case Told.Refused<byte[]> _, Told.Unavailable<byte[]> _ -> told.map(shape::cast);
        });
    }

    /** A question whose answer is a file; one without content if there is none. */
    public Uni<Told<byte[]>> ask(BiFunction<C, @Nullable String, Uni<RestResponse<byte[]>>> question) {
        if (calls.isEmpty()) {
            return Uni.createFrom().item(new Told.Unavailable<>(Why.NOT_CONNECTED));
        }
        String authorization = token.get().map(bearer -> "Bearer " + bearer).orElse(null);
        return Uni.createFrom()
                .deferred(() -> question.apply(calls.get(), authorization))
                .ifNoItem()
                .after(answerMax)
                .fail()
                .map(this::told)
                .onFailure()
                .recoverWithItem(failure -> {
                    LOG.warnf("%s does not answer: %s", name, failure);
                    return new Told.Unavailable<>(Why.AWAY);
                });
    }

    private Told<byte[]> told(RestResponse<?> response) {
        int status = response.getStatus();
        byte[] body = body(response.getEntity());
        return switch (status) {
            case 200, 201 ->
                body.length == 0 || body.length > ANSWER_BYTES_MAX
                        ? unreadable(body.length + " bytes")
                        : new Told.Known<>(body);
            case 204 -> new Told.Known<>(body);
            case 400, 404, 409, 422 -> refused(status, body);
            case 401, 403 -> new Told.Unavailable<>(Why.NOT_ADMITTED);
            default -> {
                LOG.warnf("%s answers %d", name, status);
                yield new Told.Unavailable<>(Why.AWAY);
            }
        };
    }

    /** The client hands over a refusal's body unread, whatever type its calls declare. */
    private static byte[] body(@Nullable Object entity) {
        try {
            return switch (entity) {
                case byte[] read -> read;
                case InputStream unread -> unread.readNBytes(ANSWER_BYTES_MAX);
                case null, default -> new byte[0];
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Told<byte[]> refused(int status, byte[] body) {
        try {
            Refusal refusal = Shape.read(body, Refusal.class);
            return new Told.Refused<>(
                    status, refusal.field(), refusal.reason() == null ? refusal.code() : refusal.reason());
        } catch (IOException _) {
            return new Told.Refused<>(status, null, null);
        }
    }

    private <T> Told<T> read(byte[] body, Class<T> shape) {
        try {
            return new Told.Known<>(Shape.read(body, shape));
        } catch (IOException e) {
            return unreadable(e.getClass().getSimpleName());
        }
    }

    private <T> Told<T> unreadable(String reason) {
        LOG.warnf("an answer of %s cannot be used: %s", name, reason);
        return new Told.Unavailable<>(Why.UNREADABLE);
    }
}
