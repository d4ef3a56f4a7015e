package io.baytap.fare.tariff;

import io.baytap.fare.domain.Tariff;
import io.baytap.fare.domain.TariffBook;
import io.baytap.fare.domain.TariffRefusal;
import io.baytap.fare.domain.Tariffs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The tariffs of a directory: a feed {@code <operatorId>.zip} and a policy {@code <operatorId>.yaml} per operator. Read again
 * where files have changed. A feed that is refused changes nothing: the one before it stays in force.
 */
public final class TariffDirectory implements TariffBook {

    private static final Logger LOG = Logger.getLogger(TariffDirectory.class);
    private static final String FEED = ".zip";
    private static final String POLICY = ".yaml";

    private final Path directory;
    private final Map<String, Stamp> seen = new TreeMap<>();
    private final Map<String, Tariff> loaded = new TreeMap<>();
    private final Map<String, TariffRefusal> refusals = new TreeMap<>();
    private volatile State state = new State(Tariffs.none(), List.of());

    /** When both files of an operator were last written, and how long they are. */
    private record Stamp(FileTime feedTime, long feedBytes, FileTime policyTime, long policyBytes) {}

    private record State(Tariffs tariffs, List<TariffRefusal> refusals) {}

    public TariffDirectory(Path directory) {
        this.directory = directory;
    }

    @Override
    public Tariffs tariffs() {
        return state.tariffs();
    }

    @Override
    public List<TariffRefusal> refusals() {
        return state.refusals();
    }

    /** Why nothing may be priced yet: there is no tariff, or an operator whose only feed was refused. */
    public Optional<String> obstacle() {
        State current = state;
        if (current.tariffs().all().isEmpty() && current.refusals().isEmpty()) {
            return Optional.of("no tariff in " + directory);
        }
        return current.refusals().stream()
                .filter(refusal -> refusal.inForce() == null)
                .findFirst()
                .map(refusal -> "tariff refused: " + refusal);
    }

    /** Looks for new and changed files, and for operators whose files are gone: those keep the tariff they had. */
    public synchronized void refresh() {
        boolean changed = false;
        for (String operator : operators()) {
            Optional<Stamp> stamp = stamp(operator);
            if (stamp.isPresent() && !stamp.get().equals(seen.get(operator))) {
                seen.put(operator, stamp.get());
                load(operator);
                changed = true;
            }
        }
        if (changed) {
            state = new State(new Tariffs(loaded.values()), List.copyOf(refusals.values()));
        }
    }

    private void load(String operator) {
        try {
            Tariff tariff = TariffFeed.load(file(operator, FEED), file(operator, POLICY));
            if (!tariff.operatorId().equals(operator)) {
                throw new TariffRefusedException(operator + POLICY, null, "is the policy of " + tariff.operatorId());
            }
            loaded.put(operator, tariff);
            refusals.remove(operator);
            LOG.infof("tariff in force: %s", tariff.version());
        } catch (TariffRefusedException e) {
            refuse(operator, e.file(), e.row(), e.reason());
        } catch (IOException e) {
            refuse(operator, operator + FEED, null, "cannot be read: " + e.getMessage());
        }
    }

    private void refuse(String operator, String file, @Nullable Integer row, String reason) {
        Tariff inForce = loaded.get(operator);
        var refusal = new TariffRefusal(operator, file, row, reason, inForce == null ? null : inForce.version());
        refusals.put(operator, refusal);
        LOG.errorf("tariff refused: %s; %s", refusal, inForce == null ? "it has none" : inForce.version() + " stays");
    }

    private List<String> operators() {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(FEED))
                    .map(name -> name.substring(0, name.length() - FEED.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list the tariffs in " + directory, e);
        }
    }

    /** Empty while a file is missing, as in the middle of a copy. */
    private Optional<Stamp> stamp(String operator) {
        Path feed = file(operator, FEED);
        Path policy = file(operator, POLICY);
        try {
            return Optional.of(new Stamp(
                    Files.getLastModifiedTime(feed),
                    Files.size(feed),
                    Files.getLastModifiedTime(policy),
                    Files.size(policy)));
        } catch (IOException e) {
            LOG.warnf("a file of the tariff of %s is missing: %s", operator, e.getMessage());
            return Optional.empty();
        }
    }

    private Path file(String operator, String ending) {
        return directory.resolve(operator + ending);
    }
}
