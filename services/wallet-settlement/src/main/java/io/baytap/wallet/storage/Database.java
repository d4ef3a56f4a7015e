package io.baytap.wallet.storage;

import static java.util.Objects.requireNonNull;

import io.baytap.wallet.domain.StorageOutage;
import io.baytap.wallet.domain.TermOver;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Hibernate Reactive for callers that wait. A session belongs to one event loop; the steps of a transaction are written
 * one after the other on the caller's thread, and each hops to that loop.
 */
@ApplicationScoped
class Database {

    /** A transaction that takes longer is an outage: the caller tries again, the database rolls it back. */
    private static final Duration TRANSACTION_MAX = Duration.ofSeconds(30);

    private final Mutiny.SessionFactory sessions;
    private final Vertx vertx;

    Database(Mutiny.SessionFactory sessions, Vertx vertx) {
        this.sessions = sessions;
        this.vertx = vertx;
    }

    /** Runs the steps in one transaction: all of them happened, or none. Must not be called from an event loop. */
    <T> T transaction(Function<Transaction, T> steps) {
        Context loop = loop();
        Supplier<Uni<T>> work = () -> sessions.withTransaction((session, _) -> Uni.createFrom()
                .emitter(end -> Thread.ofVirtual().start(() -> {
                    try {
                        T result = steps.apply(new Transaction(session, loop));
                        loop.runOnContext(_ -> end.complete(result));
                    } catch (RuntimeException | Error e) {
                        loop.runOnContext(_ -> end.fail(e));
                    }
                })));
        return await(loop, work);
    }

    /** The same for steps without a result. */
    void change(Consumer<Transaction> steps) {
        transaction(transaction -> {
            steps.accept(transaction);
            return true;
        });
    }

    /** Waits for one reactive piece of work, such as a repository's. */
    <T> T await(Supplier<Uni<T>> work) {
        return await(loop(), work);
    }

    private Context loop() {
        Context loop = requireNonNull(VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext()));
        VertxContextSafetyToggle.setContextSafe(loop, true);
        return loop;
    }

    static <T> T await(Context loop, Supplier<Uni<T>> work) {
        var result = new CompletableFuture<T>();
        loop.runOnContext(_ -> {
            try {
                work.get().subscribe().with(result::complete, result::completeExceptionally);
            } catch (RuntimeException | Error e) {
                result.completeExceptionally(e);
            }
        });
        try {
            return result.get(TRANSACTION_MAX.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw cause instanceof StorageOutage || cause instanceof TermOver
                    ? (RuntimeException) cause
                    : new StorageOutage("the database refused: " + cause.getMessage(), cause);
        } catch (TimeoutException e) {
            throw new StorageOutage("the database did not answer in " + TRANSACTION_MAX, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StorageOutage("interrupted", e);
        }
    }
}
