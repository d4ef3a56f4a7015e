package io.baytap.fare.tariff;

import io.baytap.fare.domain.Scheme;
import io.baytap.fare.domain.Tariff;
import io.baytap.fare.domain.TariffBook;
import io.baytap.fare.domain.TariffRefusal;
import io.baytap.fare.domain.Tariffs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The tariffs of a directory: a feed {@code <operatorId>.zip} with a policy {@code <operatorId>.yaml} per operator, further
 * versions as {@code <operatorId>.<name>.zip} and {@code .yaml}, each in force from its own date on; and schemes,
 * {@code <name>.scheme.yaml}. Read again where files have changed. What is refused changes nothing: what was loaded before
 * under its name stays.
 */
public final class TariffDirectory implements TariffBook {

    private static final Logger LOG = Logger.getLogger(TariffDirectory.class);
    private static final String FEED = ".zip";
    private static final String POLICY = ".yaml";
    private static final String SCHEME = ".scheme.yaml";

    private final Path directory;
    private final Map<String, List<Stamp>> seen = new TreeMap<>();
    private final Map<String, Tariff> tariffs = new TreeMap<>();
    private final Map<String, Scheme> schemes = new TreeMap<>();
    private final Map<String, TariffRefusal> refusals = new TreeMap<>();
    private volatile State state = new State(Tariffs.none(), List.of(), List.of());

    /** When a file was last written, and how long it is. */
    private record Stamp(FileTime time, long bytes) {}

    private record State(Tariffs tariffs, List<Scheme> schemes, List<TariffRefusal> refusals) {}

    public TariffDirectory(Path directory) {
        this.directory = directory;
    }

    @Override
    public Tariffs tariffs() {
        return state.tariffs();
    }

    @Override
    public List<Scheme> schemes() {
        return state.schemes();
    }

    @Override
    public List<TariffRefusal> refusals() {
        return state.refusals();
    }

    /** Why nothing may be priced yet: there is no tariff, or an operator or scheme whose only files were refused. */
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

    /** Looks for new and changed files. What a file that is gone said stays as it was. */
    public synchronized void refresh() {
        boolean changed = false;
        for (String name : names(FEED)) {
            changed |= refresh(name, List.of(name + FEED, name + POLICY));
        }
        for (String name : names(SCHEME)) {
            changed |= refresh(name, List.of(name + SCHEME));
        }
        if (changed) {
            state = new State(
                    new Tariffs(tariffs.values()), List.copyOf(schemes.values()), List.copyOf(refusals.values()));
        }
    }

    private boolean refresh(String name, List<String> files) {
        List<Stamp> stamps = new ArrayList<>();
        for (String file : files) {
            stamp(file).ifPresent(stamps::add);
        }
        // A file is missing in the middle of a copy: the next look finds it.
        if (stamps.size() < files.size() || stamps.equals(seen.get(files.getFirst()))) {
            return false;
        }
        seen.put(files.getFirst(), stamps);
        try {
            if (files.size() == 1) {
                loadScheme(name);
            } else {
                loadTariff(name);
            }
            refusals.remove(files.getFirst());
        } catch (TariffRefusedException e) {
            refuse(name, files.getFirst(), e);
        } catch (IOException e) {
            refuse(
                    name,
                    files.getFirst(),
                    new TariffRefusedException(files.getFirst(), null, "cannot be read: " + e.getMessage()));
        }
        return true;
    }

    private void loadTariff(String name) throws IOException, TariffRefusedException {
        Tariff tariff = TariffFeed.load(directory.resolve(name + FEED), directory.resolve(name + POLICY));
        if (!tariff.operatorId().equals(operator(name))) {
            throw new TariffRefusedException(name + POLICY, null, "is the policy of " + tariff.operatorId());
        }
        for (Map.Entry<String, Tariff> other : tariffs.entrySet()) {
            if (!other.getKey().equals(name)
                    && other.getValue().operatorId().equals(tariff.operatorId())
                    && other.getValue().inForceFrom().equals(tariff.inForceFrom())) {
                throw new TariffRefusedException(
                        name + POLICY, null, "effectiveFrom: " + other.getKey() + " comes into force at the same time");
            }
        }
        tariffs.put(name, tariff);
        Object from = tariff.inForceFrom().equals(Instant.MIN) ? "ever" : tariff.inForceFrom();
        LOG.infof("tariff loaded: %s, in force since %s", tariff.version(), from);
    }

    private void loadScheme(String name) throws IOException, TariffRefusedException {
        Scheme scheme = SchemeFile.parse(name + SCHEME, Files.readAllBytes(directory.resolve(name + SCHEME)));
        if (!scheme.id().equals(name)) {
            throw new TariffRefusedException(name + SCHEME, null, "is the scheme " + scheme.id());
        }
        schemes.put(name, scheme);
        LOG.infof("scheme loaded: %s", name);
    }

    private void refuse(String name, String key, TariffRefusedException e) {
        String inForce = inForce(name, key);
        var refusal = new TariffRefusal(operator(name), e.file(), e.row(), e.reason(), inForce);
        refusals.put(key, refusal);
        LOG.errorf("tariff refused: %s; %s", refusal, inForce == null ? "it has none" : inForce + " stays");
    }

    /** What prices meanwhile: the earlier content of the file, or else another version of the operator. */
    private @Nullable String inForce(String name, String key) {
        if (key.endsWith(SCHEME)) {
            return schemes.containsKey(name) ? name : null;
        }
        Tariff same = tariffs.get(name);
        return same != null
                ? same.version()
                : tariffs.values().stream()
                        .filter(tariff -> tariff.operatorId().equals(operator(name)))
                        .map(Tariff::version)
                        .findFirst()
                        .orElse(null);
    }

    private static String operator(String name) {
        int dot = name.indexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }

    private List<String> names(String ending) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(ending))
                    .map(name -> name.substring(0, name.length() - ending.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list the tariffs in " + directory, e);
        }
    }

    private Optional<Stamp> stamp(String file) {
        Path path = directory.resolve(file);
        try {
            return Optional.of(new Stamp(Files.getLastModifiedTime(path), Files.size(path)));
        } catch (IOException e) {
            LOG.warnf("a file of the tariffs is missing: %s", e.getMessage());
            return Optional.empty();
        }
    }
}
