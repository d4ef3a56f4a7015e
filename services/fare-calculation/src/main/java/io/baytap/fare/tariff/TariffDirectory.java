package io.baytap.fare.tariff;

import io.baytap.fare.domain.Tariff;
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

/**
 * The tariffs of a directory: a feed {@code <operatorId>.zip} and a policy {@code <operatorId>.yaml} per operator. Read again
 * where files have changed. A feed that is refused changes nothing: the one before it stays in force.
 */
public final class TariffDirectory {

    private static final Logger LOG = Logger.getLogger(TariffDirectory.class);
    private static final String FEED = ".zip";
    private static final String POLICY = ".yaml";

    private final Path directory;
    private final Map<String, Stamp> seen = new TreeMap<>();
    private final Map<String, Tariff> loaded = new TreeMap<>();
    private final Map<String, Refusal> refusals = new TreeMap<>();
    private volatile State state = new State(Tariffs.none(), List.of());

    /** When both files of an operator were last written, and how long they are. */
    private record Stamp(FileTime feedTime, long feedBytes, FileTime policyTime, long policyBytes) {}

    /** Why an operator's files are not in force. */
    public record Refusal(String operatorId, String reason) {}

    private record State(Tariffs tariffs, List<Refusal> refusals) {}

    public TariffDirectory(Path directory) {
        this.directory = directory;
    }

    /** Those in force. */
    public Tariffs tariffs() {
        return state.tariffs();
    }

    /** Files that were refused and have not changed since. */
    public List<Refusal> refusals() {
        return state.refusals();
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
        } catch (TariffRefusedException | IOException e) {
            refusals.put(operator, new Refusal(operator, String.valueOf(e.getMessage())));
            LOG.errorf(
                    "the tariff of %s is refused, %s: %s",
                    operator, loaded.containsKey(operator) ? "the one before it stays" : "it has none", e.getMessage());
        }
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
