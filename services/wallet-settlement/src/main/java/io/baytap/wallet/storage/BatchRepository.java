package io.baytap.wallet.storage;

import io.baytap.wallet.domain.Batch;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Reads closed batches. */
@ApplicationScoped
class BatchRepository implements PanacheRepositoryBase<BatchEntity, BatchEntity.Key> {

    private static final Sort LATEST =
            Sort.descending("key.businessDay").and("key.operatorId").and("key.currency");

    List<Batch> latest(Database database, int max) {
        return database
                .await(() ->
                        Panache.withSession(() -> findAll(LATEST).page(0, max).list()))
                .stream()
                .map(BatchEntity::toBatch)
                .toList();
    }
}
