package io.baytap.wallet.storage;

import io.baytap.wallet.domain.Batch;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Reads closed batches. */
@ApplicationScoped
class BatchRepository implements PanacheRepositoryBase<BatchEntity, BatchEntity.Key> {

    private static final Sort BY_OPERATOR = Sort.ascending("key.operatorId").and("key.currency");

    private static final Sort LATEST =
            Sort.descending("key.businessDay").and("key.operatorId").and("key.currency");

    List<Batch> of(Database database, LocalDate day) {
        return database.await(() -> Panache.withSession(() -> list("key.businessDay", BY_OPERATOR, day))).stream()
                .map(BatchEntity::toBatch)
                .toList();
    }

    /** By {@link Batch#id()}. */
    Optional<Batch> find(Database database, String id) {
        return BatchEntity.Key.of(id)
                .flatMap(key -> Optional.ofNullable(database.await(() -> Panache.withSession(() -> findById(key)))))
                .map(BatchEntity::toBatch);
    }

    List<Batch> latest(Database database, int max) {
        return database
                .await(() ->
                        Panache.withSession(() -> findAll(LATEST).page(0, max).list()))
                .stream()
                .map(BatchEntity::toBatch)
                .toList();
    }
}
