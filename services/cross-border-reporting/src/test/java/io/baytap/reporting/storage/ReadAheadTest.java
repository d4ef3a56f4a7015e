package io.baytap.reporting.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.baytap.reporting.domain.ReportsAway;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class ReadAheadTest {

    @Test
    void allRowsAreHandedOverInTheirOrder() throws Exception {
        Queue<List<Integer>> rows = new ArrayDeque<>(List.of(List.of(1, 2), List.of(3), List.of()));
        List<Integer> taken = new ArrayList<>();

        ReadAhead.each(rows::remove, taken::add);

        assertThat(taken).containsExactly(1, 2, 3);
    }

    @Test
    void rowsAreReadWhileThoseBeforeThemAreTaken() throws Exception {
        var secondRead = new CountDownLatch(1);
        Queue<List<Integer>> rows = new ArrayDeque<>(List.of(List.of(1), List.of()));

        ReadAhead.each(
                () -> {
                    List<Integer> next = rows.remove();
                    if (next.isEmpty()) {
                        secondRead.countDown();
                    }
                    return next;
                },
                _ -> {
                    try {
                        secondRead.await();
                    } catch (InterruptedException e) {
                        throw new IOException(e);
                    }
                });

        assertThat(rows).isEmpty();
    }

    @Test
    void whatTheDatabaseSaysAfterSomeRowsIsHeard() {
        Queue<List<Integer>> rows = new ArrayDeque<>(List.of(List.of(1)));
        List<Integer> taken = new ArrayList<>();

        assertThatThrownBy(() -> ReadAhead.each(
                        () -> {
                            if (rows.isEmpty()) {
                                throw new SQLException("gone");
                            }
                            return rows.remove();
                        },
                        taken::add))
                .isInstanceOf(ReportsAway.class)
                .hasMessageContaining("gone");
        assertThat(taken).containsExactly(1);
    }

    /** The connection goes back to its pool then, and nobody else may be reading from it. */
    @Test
    void nobodyReadsAnyMoreWhenItHasFailed() {
        var entered = new CountDownLatch(1);
        var failed = new CountDownLatch(1);
        var ended = new AtomicBoolean();

        assertThatThrownBy(() -> ReadAhead.each(
                        () -> {
                            if (entered.getCount() > 0) {
                                entered.countDown();
                                return List.of(1);
                            }
                            failed.await();
                            ended.set(true);
                            return List.of();
                        },
                        _ -> {
                            failed.countDown();
                            throw new IOException("nobody listens");
                        }))
                .isInstanceOf(IOException.class);
        assertThat(ended).isTrue();
    }
}
