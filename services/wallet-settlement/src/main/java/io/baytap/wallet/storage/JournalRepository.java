package io.baytap.wallet.storage;

import io.baytap.wallet.domain.Journal;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Reads journals. */
@ApplicationScoped
class JournalRepository implements PanacheRepositoryBase<JournalEntity, String> {

    Optional<Journal> find(Database database, String id) {
        return database.await(() -> Panache.withSession(() -> findById(id)).map(Optional::ofNullable))
                .map(JournalEntity::toJournal);
    }
}
